package org.clew.platform.casework;

/// What was decided about a person affected (HTCDS `vic_TraffickingStatus`).
public enum DeterminationStatus {
  POSSIBLE("PossibleVictimOfTrafficking"),
  CONFIRMED("ActualVictimOfTrafficking"),
  NOT_CONFIRMED("NotAVictimOfTrafficking");

  private final String htcds;

  DeterminationStatus(String htcds) {
    this.htcds = htcds;
  }

  /// HTCDS 2.0 code.
  public String htcds() {
    return htcds;
  }

  /// The key of its name in the message files.
  public String messageKey() {
    return "casework.determination." + name();
  }
}
