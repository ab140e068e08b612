package org.clew.meaning;

/// The model cannot be run on this machine; the cause says why.
public final class MeaningUnavailable extends Exception {
  private static final long serialVersionUID = 1;

  MeaningUnavailable(Throwable cause) {
    super("The model of meaning cannot be run here.", cause);
  }
}
