package org.clew.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.clew.linkage.Columns;
import org.clew.linkage.Kind;
import org.clew.linkage.LinkRecord;
import org.clew.linkage.LinkTable;
import org.clew.linkage.Value;
import org.clew.tables.CellWriter;
import org.clew.tables.Row;

/// The rows of one or several files as linkage sees them. A row is known by its number in the order
/// of the input, from 0, and to people by its id.
final class LinkInput {

  private static final int SAMPLES = 100;
  private static final int LOOKED_AT_ROWS = 5_000;

  /// Instead of a kind: not compared.
  static final String IGNORE = "IGNORE";

  private final List<Sheet> sheets;
  private final List<String> headings;
  private final Map<String, Kind> compared;
  private final LinkTable table;
  private final int[] ends;

  private final RowIds ids;

  /// @param idColumn the heading under which a row's identifier stands
  /// @param asked `HEADING=KIND` or `HEADING=ignore`, where the guess is not right
  LinkInput(List<Sheet> sheets, Optional<String> idColumn, List<String> asked) {
    this.sheets = List.copyOf(sheets);
    Set<String> all = new LinkedHashSet<>();
    sheets.forEach(sheet -> all.addAll(sheet.headings()));
    headings = List.copyOf(all);
    ids = new RowIds(idColumn);
    for (Sheet sheet : sheets) {
      idColumn.ifPresent(sheet::demand);
    }
    compared = compared(idColumn, asked);
    if (compared.isEmpty()) {
      throw Ending.badInput(
          "No column is recognised. Say what one holds: --column HEADING=KIND. Kinds: %s."
              .formatted(
                  Arrays.stream(Kind.values()).map(Kind::name).collect(Collectors.joining(", "))));
    }
    ends = new int[sheets.size()];
    table = read();
  }

  private LinkTable read() {
    var slots = new LinkSlots(sheets, compared);
    var rows = new LinkTable.Builder(slots.kinds(), slots.headings());
    int[] count = {0};
    for (int number = 0; number < sheets.size(); number++) {
      Sheet sheet = sheets.get(number);
      LinkSlots.Filler filler = slots.filler(sheet);
      sheet.cells(
          row -> {
            ids.add(sheet, row);
            filler.fill(row, rows);
            rows.endRow();
            count[0]++;
            return true;
          });
      ends[number] = count[0];
    }
    return rows.build();
  }

  private Map<String, Kind> compared(Optional<String> idColumn, List<String> asked) {
    Map<String, Optional<Kind>> said = new HashMap<>();
    for (String each : asked) {
      int equals = each.lastIndexOf('=');
      String heading = equals < 0 ? each : each.substring(0, equals);
      if (equals < 0 || !headings.contains(heading)) {
        throw Ending.usage(
            "--column %s: write HEADING=KIND; headings: %s."
                .formatted(each, String.join(", ", headings)));
      }
      said.put(heading, kind(each.substring(equals + 1)));
    }
    Map<String, List<String>> samples = samples();
    var compared = new LinkedHashMap<String, Kind>();
    for (String heading : headings) {
      if (!idColumn.equals(Optional.of(heading))) {
        Optional<Kind> kind =
            said.containsKey(heading)
                ? said.get(heading)
                : Columns.guess(heading, samples.getOrDefault(heading, List.of()), headings);
        kind.ifPresent(known -> compared.put(heading, known));
      }
    }
    return compared;
  }

  private static Optional<Kind> kind(String name) {
    String upper = name.strip().toUpperCase(Locale.ROOT);
    if (upper.equals(IGNORE)) {
      return Optional.empty();
    }
    return Arrays.stream(Kind.values())
        .filter(kind -> kind.name().equals(upper))
        .findFirst()
        .or(
            () -> {
              throw Ending.usage(
                  "\"%s\" is no kind. Kinds: %s, %s."
                      .formatted(
                          name,
                          Arrays.stream(Kind.values())
                              .map(Kind::name)
                              .collect(Collectors.joining(", ")),
                          IGNORE));
            });
  }

  /// By heading, its first cells that are not empty.
  private Map<String, List<String>> samples() {
    var samples = new HashMap<String, List<String>>();
    for (Sheet sheet : sheets) {
      int[] seen = {0};
      int[] full = {0};
      sheet.each(
          row -> {
            for (int column = 0; column < row.cells().size(); column++) {
              String cell = row.cell(column).strip();
              List<String> known =
                  samples.computeIfAbsent(sheet.headings().get(column), _ -> new ArrayList<>());
              if (!cell.isEmpty() && known.size() < SAMPLES) {
                known.add(cell);
                full[0] += known.size() == SAMPLES ? 1 : 0;
              }
            }
            seen[0]++;
            return seen[0] < LOOKED_AT_ROWS && full[0] < sheet.headings().size();
          });
    }
    return samples;
  }

  /// All headings, each once, in the order of the files.
  List<String> headings() {
    return headings;
  }

  /// What is compared as what.
  Map<String, Kind> compared() {
    return compared;
  }

  LinkTable table() {
    return table;
  }

  int size() {
    return table.rows();
  }

  /// The number of the first row of the second file.
  int second() {
    return ends[0];
  }

  /// The files that have headings and nothing below them.
  List<Path> withoutRows() {
    return IntStream.range(0, ends.length)
        .filter(sheet -> ends[sheet] == (sheet == 0 ? 0 : ends[sheet - 1]))
        .mapToObj(sheet -> sheets.get(sheet).file())
        .toList();
  }

  String id(int number) {
    return ids.id(number);
  }

  /// Writes the id of a row as the next cell.
  void writeId(int number, CellWriter out) {
    ids.write(number, out);
  }

  /// What the files are called, without their folders.
  List<String> names() {
    return sheets.stream().map(sheet -> String.valueOf(sheet.file().getFileName())).toList();
  }

  Path source(int number) {
    int sheet = 0;
    while (number >= ends[sheet]) {
      sheet++;
    }
    return sheets.get(sheet).file();
  }

  /// The row with an id, if there is one.
  Optional<Integer> find(String id) {
    return ids.find(id);
  }

  /// The row with an id.
  ///
  /// @throws Ending when there is none
  int row(String id) {
    return find(id).orElseThrow(() -> Ending.badInput("No row has the id %s.".formatted(id)));
  }

  /// Writes the rows as they came, under [#headings], each with further cells.
  void write(CellWriter out, Sheet.Addition more) {
    int first = 0;
    for (int number = 0; number < sheets.size(); number++) {
      Sheet sheet = sheets.get(number);
      sheet.copy(headings.stream().mapToInt(sheet::column).toArray(), out, first, more);
      first = ends[number];
    }
  }

  /// The rows as records, each with all its cells that are compared; several address columns are
  /// one address.
  List<LinkRecord> records() {
    var records = new ArrayList<LinkRecord>(size());
    for (Sheet sheet : sheets) {
      sheet.each(row -> records.add(record(records.size(), sheet, row)));
    }
    return records;
  }

  private LinkRecord record(int number, Sheet sheet, Row row) {
    var values = new ArrayList<Value>();
    var address = new ArrayList<String>();
    for (String heading : headings) {
      Kind kind = compared.get(heading);
      int column = sheet.column(heading);
      String cell = column < 0 ? "" : row.cell(column).strip();
      if (kind == Kind.ADDRESS && !cell.isEmpty()) {
        address.add(cell);
      } else if (kind != null && !cell.isEmpty()) {
        values.add(new Value(kind, cell));
      }
    }
    if (!address.isEmpty()) {
      values.add(new Value(Kind.ADDRESS, String.join(", ", address)));
    }
    return new LinkRecord(Integer.toString(number), values);
  }
}
