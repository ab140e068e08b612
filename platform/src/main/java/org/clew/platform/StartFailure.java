package org.clew.platform;

import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;

/// Says why the server did not start as one plain paragraph on the error stream, in place of Spring
/// Boot's page. (`application.yaml` silences that one.)
final class StartFailure implements FailureAnalysisReporter {

  @Override
  public void report(FailureAnalysis analysis) {
    String action = analysis.getAction();
    System.err.println("clew: " + analysis.getDescription());
    if (action != null && !action.isBlank()) {
      System.err.println(action);
    }
  }
}
