package org.clew.cli;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.clew.tables.Cells;

/// Whose rows the rows of a list are, where a column says it.
final class Persons {

  static final String OPTION = "--person";

  /// What is said where no column is named.
  static final String EACH_ROW =
      "Each row is counted as a person. Where people have several, say which column tells whose a row is: --person COLUMN.";

  private final Sheet sheet;
  private final String column;
  private final int[] of;
  private final int count;

  private Persons(Sheet sheet, String column, int[] of, int count) {
    this.sheet = sheet;
    this.column = column;
    this.of = of;
    this.count = count;
  }

  /// Reads them where `--person` is given; says on the terminal what is counted where it is not.
  ///
  /// @throws Ending when there is no such column, or a row has nothing in it
  static Optional<Persons> asked(Arguments arguments, Sheet sheet, Terminal terminal) {
    Optional<String> column = arguments.one(OPTION).map(String::strip);
    if (column.isEmpty()) {
      terminal.say(EACH_ROW);
    }
    return column.map(each -> read(sheet, each));
  }

  private static Persons read(Sheet sheet, String column) {
    int place = sheet.demand(column);
    Map<String, Integer> numbers = new HashMap<>();
    int[][] of = {new int[1024]};
    int[] rows = {0};
    sheet.cells(
        row -> {
          String person = text(row, place);
          if (person.isEmpty()) {
            throw Ending.badInput(
                "%s, line %d, does not say whose row it is (column \"%s\")."
                    .formatted(sheet.file(), row.line(), column));
          }
          if (rows[0] == of[0].length) {
            of[0] = Arrays.copyOf(of[0], 2 * rows[0]);
          }
          of[0][rows[0]] = numbers.computeIfAbsent(person, _ -> numbers.size());
          rows[0]++;
          return true;
        });
    return new Persons(sheet, column, Arrays.copyOf(of[0], rows[0]), numbers.size());
  }

  private static String text(Cells row, int place) {
    return place < row.count() ? row.text(place).strip() : "";
  }

  /// The column that says it.
  String column() {
    return column;
  }

  /// How many people.
  int count() {
    return count;
  }

  /// By row, the number of the person, in the order in which they first come.
  int of(int row) {
    return of[row];
  }

  /// Refuses that column among those that are used.
  void demandApart(List<String> used) {
    if (used.contains(column)) {
      throw Ending.usage(
          "\"%s\" says whose a row is, and cannot be counted by, made coarser or written as well."
              .formatted(column));
    }
  }

  /// The rows without those that are alike and of one person, but the first.
  ///
  /// @param headings in which they are alike
  BitSet once(List<String> headings, BandOptions bands) {
    int[] places = headings.stream().mapToInt(sheet::demand).toArray();
    Set<List<String>> seen = new HashSet<>();
    var once = new BitSet();
    int[] row = {0};
    sheet.cells(
        cells -> {
          String[] key = new String[places.length + 1];
          key[places.length] = Integer.toString(of[row[0]]);
          for (int i = 0; i < places.length; i++) {
            String cell = text(cells, places[i]);
            key[i] = cell.isEmpty() ? cell : bands.read(headings.get(i), cell);
          }
          once.set(row[0], seen.add(List.of(key)));
          row[0]++;
          return true;
        });
    return once;
  }
}
