package org.clew.disclosure;

/// Somebody stopped a run through its [Progress]; it has no result.
public final class Stopped extends RuntimeException {
  private static final long serialVersionUID = 1;

  /// Without a trace: nothing went wrong.
  public Stopped() {
    super("stopped", null, false, false);
  }
}
