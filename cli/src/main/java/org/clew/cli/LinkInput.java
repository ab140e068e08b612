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
import org.clew.linkage.Columns;
import org.clew.linkage.Kind;
import org.clew.linkage.LinkRecord;
import org.clew.linkage.Value;
import org.clew.tables.Row;

/// The rows of one or several files as linkage sees them. A row is known by its number in the order
/// of the input, and to people by its id.
final class LinkInput {

  private static final int SAMPLES = 100;
  private static final String IGNORE = "IGNORE";

  /// A row and the file it came from.
  private record Entry(Sheet sheet, Row row) {}

  private final List<Sheet> sheets;
  private final List<Entry> entries = new ArrayList<>();
  private final List<String> ids = new ArrayList<>();
  private final Map<String, Integer> numbers = new HashMap<>();
  private final Map<String, Kind> compared;
  private final List<String> headings;

  /// @param idColumn the heading under which a row's identifier stands
  /// @param asked `HEADING=KIND` or `HEADING=ignore`, where the guess is not right
  LinkInput(List<Sheet> sheets, Optional<String> idColumn, List<String> asked) {
    this.sheets = List.copyOf(sheets);
    Set<String> all = new LinkedHashSet<>();
    for (Sheet sheet : sheets) {
      all.addAll(sheet.headings());
      sheet.rows().forEach(row -> entries.add(new Entry(sheet, row)));
    }
    headings = List.copyOf(all);
    idColumn.ifPresent(this::demandColumn);
    entries.forEach(entry -> identify(entry, idColumn));
    compared = compared(idColumn, asked);
    if (compared.isEmpty()) {
      throw Ending.badInput(
          "No column is recognised. Say what one holds: --column HEADING=KIND. Kinds: %s."
              .formatted(
                  Arrays.stream(Kind.values()).map(Kind::name).collect(Collectors.joining(", "))));
    }
  }

  private void demandColumn(String heading) {
    for (Sheet sheet : sheets) {
      if (!sheet.headings().contains(heading)) {
        throw Ending.badInput(
            "%s has no column \"%s\". It has: %s."
                .formatted(sheet.file(), heading, String.join(", ", sheet.headings())));
      }
    }
  }

  private void identify(Entry entry, Optional<String> idColumn) {
    int number = ids.size();
    String id =
        idColumn
            .map(heading -> entry.sheet().cell(entry.row(), heading).strip())
            .orElse(Integer.toString(number + 1));
    if (id.isEmpty()) {
      throw Ending.badInput(
          "%s, line %d: the row has no id.".formatted(entry.sheet().file(), entry.row().line()));
    }
    Integer before = numbers.putIfAbsent(id, number);
    if (before != null) {
      Entry other = entries.get(before);
      throw Ending.badInput(
          "%s, line %d: the id is that of %s, line %d, too. Ids must be unique across the files."
              .formatted(
                  entry.sheet().file(),
                  entry.row().line(),
                  other.sheet().file(),
                  other.row().line()));
    }
    ids.add(id);
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
    var compared = new LinkedHashMap<String, Kind>();
    for (String heading : headings) {
      if (!idColumn.equals(Optional.of(heading))) {
        Optional<Kind> kind =
            said.containsKey(heading)
                ? said.get(heading)
                : Columns.guess(heading, samples(heading), headings);
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

  private List<String> samples(String heading) {
    return entries.stream()
        .map(entry -> entry.sheet().cell(entry.row(), heading).strip())
        .filter(cell -> !cell.isEmpty())
        .limit(SAMPLES)
        .toList();
  }

  /// All headings, each once, in the order of the files.
  List<String> headings() {
    return headings;
  }

  /// What is compared as what.
  Map<String, Kind> compared() {
    return compared;
  }

  int size() {
    return entries.size();
  }

  String id(int number) {
    return ids.get(number);
  }

  Path source(int number) {
    return entries.get(number).sheet().file();
  }

  /// The row with an id.
  ///
  /// @throws Ending when there is none
  int row(String id) {
    Integer number = numbers.get(id);
    if (number == null) {
      throw Ending.badInput("No row has the id %s.".formatted(id));
    }
    return number;
  }

  boolean has(String id) {
    return numbers.containsKey(id);
  }

  /// The cells of a row as they came, under [#headings].
  List<String> cells(int number) {
    Entry entry = entries.get(number);
    return headings.stream().map(heading -> entry.sheet().cell(entry.row(), heading)).toList();
  }

  /// A row as linkage knows it: keys sort as rows do, and several address columns are one address.
  LinkRecord record(int number) {
    Entry entry = entries.get(number);
    var values = new ArrayList<Value>();
    var address = new ArrayList<String>();
    compared.forEach(
        (heading, kind) -> {
          String cell = entry.sheet().cell(entry.row(), heading).strip();
          if (cell.isEmpty()) {
            return;
          }
          if (kind == Kind.ADDRESS) {
            address.add(cell);
          } else {
            values.add(new Value(kind, cell));
          }
        });
    if (!address.isEmpty()) {
      values.add(new Value(Kind.ADDRESS, String.join(", ", address)));
    }
    return new LinkRecord(key(number), values);
  }

  List<LinkRecord> records() {
    var records = new ArrayList<LinkRecord>(size());
    for (int number = 0; number < size(); number++) {
      records.add(record(number));
    }
    return records;
  }

  static String key(int number) {
    return String.format(Locale.ROOT, "%010d", number);
  }

  static int number(String key) {
    return Integer.parseInt(key);
  }
}
