package org.clew.platform.database;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/// Says in one sentence why a backup was not written or read.
final class BackupRefusedAnalyzer extends AbstractFailureAnalyzer<BackupRefused> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, BackupRefused cause) {
    return new FailureAnalysis(cause.getMessage(), null, cause);
  }
}
