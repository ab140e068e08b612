package org.clew.cli;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clew.disclosure.Plural;
import org.clew.disclosure.codebook.Bands;
import org.clew.disclosure.codebook.CodebookRefused;

/// What columns of numbers or dates are read as: bands, from `--bottom`, `--top` and `--width`.
final class BandOptions {

  static final String USAGE =
      """
        In risk, kanon generalise and cells, numbers and dates (2024-03-17) can be made coarser:
        --top C=80 --bottom C=18  all from 80 on in column C become 80+, all below 18 <18
        --width C=5       those between become 18--22, 23--27 …; dates by month, quarter or year. Default: 1
      """;

  static final List<String> VALUED = List.of("--bottom", "--top", "--width");

  private final Map<String, Bands> bands = new HashMap<>();

  /// @param columns that may be read so
  /// @throws Ending when another is named, or bands are none
  BandOptions(Arguments arguments, List<String> columns) {
    Map<String, String> bottoms = byColumn(arguments, "--bottom", columns);
    Map<String, String> tops = byColumn(arguments, "--top", columns);
    Map<String, String> widths = byColumn(arguments, "--width", columns);
    Set<String> named = new LinkedHashSet<>();
    Stream.of(bottoms, tops, widths).forEach(each -> named.addAll(each.keySet()));
    for (String column : named) {
      try {
        bands.put(
            column,
            new Bands(
                Optional.ofNullable(bottoms.get(column)),
                Optional.ofNullable(tops.get(column)),
                Bands.Width.of(widths.getOrDefault(column, "1"))));
      } catch (CodebookRefused e) {
        throw Ending.usage("\"%s\": %s".formatted(column, e.sentence()));
      }
    }
  }

  /// The options that take a value, with those of a command.
  static Set<String> with(Set<String> others) {
    return Stream.concat(VALUED.stream(), others.stream()).collect(Collectors.toUnmodifiableSet());
  }

  private static Map<String, String> byColumn(
      Arguments arguments, String option, List<String> columns) {
    Map<String, String> said = new HashMap<>();
    for (String each : arguments.all(option)) {
      int equals = each.lastIndexOf('=');
      if (equals < 1) {
        throw Ending.usage(
            "%s takes a column and what is said of it: %s age=20.".formatted(option, option));
      }
      String column = each.substring(0, equals).strip();
      if (!columns.contains(column)) {
        throw Ending.usage(
            "%s names \"%s\", which is not among the columns that are used: %s."
                .formatted(option, column, String.join(", ", columns)));
      }
      if (said.put(column, each.substring(equals + 1)) != null) {
        throw Ending.usage("%s names \"%s\" twice.".formatted(option, column));
      }
    }
    return said;
  }

  /// The bands of a column.
  Optional<Bands> of(String column) {
    return Optional.ofNullable(bands.get(column));
  }

  /// What a cell is read as.
  String read(String column, String cell) {
    Bands of = bands.get(column);
    return of == null ? cell : of.value(cell).orElse(cell);
  }

  /// Says of what cells have no band, where there are bands.
  ///
  /// @throws Ending when none of a column has one
  void tell(CodedSheet coded, Terminal terminal) {
    for (Map.Entry<String, Bands> each : bands.entrySet()) {
      int column = coded.headings().indexOf(each.getKey());
      if (column >= 0) {
        List<String> values = coded.values().get(column);
        long others = values.stream().filter(value -> !each.getValue().isBand(value)).count();
        if (others > 0 && others == values.size()) {
          throw Ending.usage(
              "--bottom, --top and --width are for numbers or dates, and \"%s\" has no %s."
                  .formatted(each.getKey(), kind(each.getValue())));
        }
        if (others > 0) {
          terminal.say(
              "\"%s\" has %s no %s and %s."
                  .formatted(
                      each.getKey(),
                      Plural.of(others, "value that is", "values that are"),
                      kind(each.getValue()),
                      others == 1 ? "stays as it is" : "stay as they are"));
        }
      }
    }
  }

  private static String kind(Bands bands) {
    return bands.width() instanceof Bands.Period
        ? "date such as 2024-03-17"
        : "number such as 20 or 2.5";
  }
}
