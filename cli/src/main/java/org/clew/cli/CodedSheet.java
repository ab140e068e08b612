package org.clew.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.clew.disclosure.Microdata;
import org.clew.disclosure.Plural;

/// Some columns of a list as codes.
///
/// @param headings of the columns
/// @param values by column, what its codes from 1 mean, stripped, in their order: that of numbers
///   where all are, else that of their characters
/// @param data the codes; 0 where a cell is empty
/// @param rows how many are of the first list
record CodedSheet(List<String> headings, List<List<String>> values, Microdata data, int rows) {

  private static final int MOST_VALUES = Short.MAX_VALUE - 1;

  /// Reads columns of one list, or of several, one below the other, with the same codes.
  ///
  /// @param bands what some columns are read as
  /// @throws Ending when a list lacks a column or has no rows, or a column has too many values
  static CodedSheet read(
      List<Sheet> sheets, List<String> headings, BandOptions bands, Terminal terminal) {
    List<Growing> columns = headings.stream().map(each -> new Growing(each, bands)).toList();
    int[] rows = new int[sheets.size()];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = add(sheets.get(i), headings, columns, terminal);
    }
    for (int i = 0; i < headings.size(); i++) {
      if (columns.get(i).codes.size() > MOST_VALUES) {
        throw Ending.badInput(
            ("The column \"%s\" has more than %,d different values, so that it tells people apart by"
                    + " itself. Do not share it; leave it out here, or make bands of it (--width), where it is a number or a date.")
                .formatted(headings.get(i), MOST_VALUES));
      }
    }
    List<List<String>> values = columns.stream().map(Growing::sorted).toList();
    var codes = new short[headings.size()][];
    for (int i = 0; i < codes.length; i++) {
      codes[i] = columns.get(i).coded(values.get(i));
    }
    int[] sizes = values.stream().mapToInt(each -> each.size() + 1).toArray();
    var coded =
        new CodedSheet(
            headings, values, new Microdata(sizes, codes, IntStream.of(rows).sum()), rows[0]);
    bands.tell(coded, terminal);
    return coded;
  }

  private static int add(
      Sheet sheet, List<String> headings, List<Growing> columns, Terminal terminal) {
    int[] places = headings.stream().mapToInt(sheet::demand).toArray();
    int[] rows = {0};
    sheet.cells(
        row -> {
          terminal.demandGoingOn();
          for (int i = 0; i < places.length; i++) {
            boolean there = places[i] < row.count() && row.strip(places[i]);
            columns.get(i).add(there ? row.text(places[i]) : "");
          }
          rows[0]++;
          return columns.stream().noneMatch(Growing::isFull);
        });
    if (rows[0] == 0) {
      throw Ending.badInput("%s has headings, but no rows.".formatted(sheet.file()));
    }
    return rows[0];
  }

  /// One row for each person: what is known of them first, of each column by itself.
  CodedSheet people(Persons persons, Terminal terminal) {
    var codes = new short[headings.size()][persons.count()];
    int[] sizes = new int[codes.length];
    long differing = 0;
    for (int column = 0; column < codes.length; column++) {
      sizes[column] = data.size(column);
      for (int row = 0; row < rows; row++) {
        int person = persons.of(row);
        short code = (short) data.code(row, column);
        if (codes[column][person] == 0) {
          codes[column][person] = code;
        } else {
          differing += code != 0 && code != codes[column][person] ? 1 : 0;
        }
      }
    }
    terminal.say(
        "%s of %s, by \"%s\"."
            .formatted(
                Plural.of(rows, "row", "rows"),
                Plural.of(persons.count(), "person", "people"),
                persons.column()));
    DescribedList.tellDiffering(differing, terminal);
    return new CodedSheet(
        headings, values, new Microdata(sizes, codes, persons.count()), persons.count());
  }

  /// What columns an option names: one heading, or several with commas between them.
  ///
  /// @throws Ending when there is no such column, or one is named twice
  static List<String> columns(Sheet sheet, Arguments arguments, String option) {
    List<String> headings = new ArrayList<>();
    for (String said : arguments.all(option)) {
      if (sheet.column(said.strip()) >= 0) {
        headings.add(said.strip());
      } else {
        for (String each : said.split(",", -1)) {
          sheet.demand(each.strip());
          headings.add(each.strip());
        }
      }
    }
    for (String heading : headings) {
      if (Collections.frequency(headings, heading) > 1) {
        throw Ending.usage("%s names \"%s\" twice.".formatted(option, heading));
      }
    }
    return headings;
  }

  /// The value a code of a column stands for.
  String value(int column, int code) {
    return code == 0 ? "" : values.get(column).get(code - 1);
  }

  /// The values of a column, with an empty one where it has empty cells.
  List<String> occurring(int column) {
    List<String> occurring = new ArrayList<>(values.get(column));
    for (short code : data.column(column)) {
      if (code == 0) {
        occurring.addFirst("");
        break;
      }
    }
    return occurring;
  }

  /// Whether a column holds numbers alone.
  boolean isNumeric(int column) {
    return !values.get(column).isEmpty()
        && values.get(column).stream().allMatch(value -> number(value).isPresent());
  }

  private static OptionalDouble number(String value) {
    Optional<Character> other =
        value
            .chars()
            .filter(each -> (each < '0' || each > '9') && "+-.".indexOf(each) < 0)
            .mapToObj(each -> (char) each)
            .findFirst();
    try {
      return other.isPresent()
          ? OptionalDouble.empty()
          : OptionalDouble.of(Double.parseDouble(value));
    } catch (NumberFormatException _) {
      return OptionalDouble.empty();
    }
  }

  /// A column while it is read: codes in the order in which values first appear.
  private static final class Growing {
    private final String heading;
    private final BandOptions bands;
    private final Map<String, Integer> codes = new HashMap<>();
    private int[] cells = new int[1024];
    private int count;

    private Growing(String heading, BandOptions bands) {
      this.heading = heading;
      this.bands = bands;
    }

    private void add(String cell) {
      String value = cell.isEmpty() ? cell : bands.read(heading, cell);
      if (count == cells.length) {
        cells = Arrays.copyOf(cells, count * 2);
      }
      cells[count++] = value.isEmpty() ? -1 : codes.computeIfAbsent(value, _ -> codes.size());
    }

    private boolean isFull() {
      return codes.size() > MOST_VALUES;
    }

    private List<String> sorted() {
      boolean numbers = codes.keySet().stream().allMatch(value -> number(value).isPresent());
      Comparator<String> byText = Comparator.naturalOrder();
      Comparator<String> byNumber = Comparator.comparingDouble(value -> number(value).orElse(0));
      return codes.keySet().stream()
          .sorted(numbers ? byNumber.thenComparing(byText) : byText)
          .toList();
    }

    private short[] coded(List<String> values) {
      short[] places = new short[values.size()];
      for (int i = 0; i < places.length; i++) {
        places[codes.getOrDefault(values.get(i), 0)] = (short) (i + 1);
      }
      short[] coded = new short[count];
      for (int row = 0; row < count; row++) {
        coded[row] = cells[row] < 0 ? 0 : places[cells[row]];
      }
      return coded;
    }
  }
}
