package org.clew.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clew.tables.CellWriter;
import org.clew.tables.Cells;

/// By what the rows of lists are known: what a column says, unique across the files, or else their
/// numbers from 1.
final class RowIds {

  private final Optional<String> heading;
  private final List<String> ids = new ArrayList<>();
  private final Map<String, Integer> numbers = new HashMap<>();
  private int rows;

  RowIds(Optional<String> heading) {
    this.heading = heading;
  }

  /// Adds a row.
  ///
  /// @throws Ending when it has no id, or that of another row
  void add(Sheet sheet, Cells row) {
    if (heading.isPresent()) {
      identify(sheet, row, sheet.column(heading.get()));
    }
    rows++;
  }

  private void identify(Sheet sheet, Cells row, int column) {
    if (column >= row.count() || !row.strip(column)) {
      throw Ending.badInput("%s, line %d: the row has no id.".formatted(sheet.file(), row.line()));
    }
    String id = row.text(column);
    Integer before = numbers.putIfAbsent(id, rows);
    if (before != null) {
      throw Ending.badInput(
          "%s, line %d: the id is that of row %,d, too. Ids must be unique across the files."
              .formatted(sheet.file(), row.line(), before + 1));
    }
    ids.add(id);
  }

  String id(int number) {
    return ids.isEmpty() ? Integer.toString(number + 1) : ids.get(number);
  }

  void write(int number, CellWriter out) {
    if (ids.isEmpty()) {
      out.cell(number + 1);
    } else {
      out.cell(ids.get(number));
    }
  }

  /// The row with an id, if there is one.
  Optional<Integer> find(String id) {
    if (heading.isPresent()) {
      return Optional.ofNullable(numbers.get(id));
    }
    boolean numbered = id.matches("[1-9]\\d{0,8}") && Integer.parseInt(id) <= rows;
    return numbered ? Optional.of(Integer.parseInt(id) - 1) : Optional.empty();
  }
}
