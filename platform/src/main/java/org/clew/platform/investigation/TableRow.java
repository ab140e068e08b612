package org.clew.platform.investigation;

import java.util.List;

/// One row of a list as it came.
///
/// @param line the line of the file it begins on, from 1
/// @param cells stripped of white space around them
record TableRow(long line, List<String> cells) {

  TableRow {
    cells = List.copyOf(cells);
  }

  /// The cell of a column, empty where the row is shorter.
  String cell(int column) {
    return column < cells.size() ? cells.get(column) : "";
  }

  boolean isBlank() {
    return cells.stream().allMatch(String::isEmpty);
  }
}
