package org.clew.linkage.spark;

import java.util.Optional;

/// How a job ends other than well. Its text is a whole sentence for whoever started it, without a
/// cell of the list. Thrown on any machine, caught where the job was started.
final class JobEnding extends RuntimeException {

  private static final long serialVersionUID = 1;

  private static final int USAGE = 2;
  private static final int BAD_INPUT = 3;

  private final int exit;

  private JobEnding(int exit, String sentence) {
    super(sentence, null, false, false);
    this.exit = exit;
  }

  static JobEnding usage(String sentence) {
    return new JobEnding(USAGE, sentence);
  }

  static JobEnding badInput(String sentence) {
    return new JobEnding(BAD_INPUT, sentence);
  }

  /// The one that a failure came of, if it did: Spark wraps what its tasks throw.
  static Optional<JobEnding> in(Throwable failure) {
    Throwable each = failure;
    while (each != null) {
      if (each instanceof JobEnding ending) {
        return Optional.of(ending);
      }
      each = each.getCause();
    }
    return Optional.empty();
  }

  int exit() {
    return exit;
  }

  String said() {
    return String.valueOf(getMessage());
  }
}
