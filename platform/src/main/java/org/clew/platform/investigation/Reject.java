package org.clew.platform.investigation;

import java.util.List;

/// A row that was left out.
///
/// @param line the line of the file it begins on
/// @param heading of the column at fault, or an empty string
/// @param cells the row as it came
public record Reject(long line, RowFault fault, String heading, List<String> cells) {

  public Reject {
    cells = List.copyOf(cells);
  }
}
