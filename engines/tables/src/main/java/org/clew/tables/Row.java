package org.clew.tables;

import java.util.List;

/// One row of a list as it came.
///
/// @param line the line of the file it begins on, from 1
/// @param cells without the quotes around them, otherwise untouched
public record Row(long line, List<String> cells) {

  public Row {
    cells = List.copyOf(cells);
  }

  /// The cell of a column, empty where the row is shorter.
  public String cell(int column) {
    return column < cells.size() ? cells.get(column) : "";
  }

  /// Whether there is nothing but white space in it.
  public boolean isBlank() {
    return cells.stream().allMatch(String::isBlank);
  }
}
