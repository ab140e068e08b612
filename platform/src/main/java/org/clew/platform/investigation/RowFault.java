package org.clew.platform.investigation;

/// Why a row was left out.
public enum RowFault {
  /// All cells are empty.
  EMPTY,
  /// More cells than there are columns: something has slipped.
  TOO_MANY_CELLS,
  /// A cell is longer than any spreadsheet allows.
  CELL_TOO_LONG,
  /// Characters that are no text: another encoding, or a damaged file.
  UNREADABLE,
  /// A cell that cannot be what its column is said to be.
  NOT_THE_KIND,
  /// No compared column holds anything.
  NOTHING_TO_COMPARE;

  /// The key of the sentence that says it; its only argument is the column's heading.
  public String messageKey() {
    return "investigation.fault." + name();
  }
}
