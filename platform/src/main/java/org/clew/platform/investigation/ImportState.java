package org.clew.platform.investigation;

/// How far an import is.
public enum ImportState {
  /// The file is here; what its columns hold is to be said.
  COLUMNS,
  /// Every row was looked at; nothing is imported yet.
  CHECKED,
  /// It waits for its turn.
  QUEUED,
  /// Its rows are being written; until all are, nobody sees any.
  WRITING,
  /// Its records are there; what they are connected to is being looked for.
  LINKING,
  /// Done.
  DONE,
  /// Somebody stopped it before anything was imported.
  STOPPED,
  /// It failed, and nothing was imported.
  FAILED,
  /// Its records were taken out again.
  UNDONE;

  /// Whether work is going on.
  public boolean goesOn() {
    return this == QUEUED || this == WRITING || this == LINKING;
  }

  /// Whether it can be started.
  public boolean canStart() {
    return this == CHECKED || this == STOPPED || this == FAILED;
  }

  /// Whether its records are there.
  public boolean isThere() {
    return this == LINKING || this == DONE;
  }

  public String messageKey() {
    return "investigation.import.state." + name();
  }
}
