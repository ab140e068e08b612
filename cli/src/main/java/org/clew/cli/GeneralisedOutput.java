package org.clew.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.clew.disclosure.Microdata;
import org.clew.disclosure.Plural;
import org.clew.disclosure.codebook.Bands;
import org.clew.disclosure.generalisation.Generalisation;
import org.clew.disclosure.generalisation.Hierarchy;
import org.clew.disclosure.release.GeneralisationReport;
import org.clew.disclosure.risk.EquivalenceClasses;
import org.clew.tables.SheetCells;

/// The list with coarser values, as a file, and what became of it in words.
///
/// @param quasi the first columns that are coded
/// @param sensitive the columns that are coded after them
/// @param kept columns that are written as they are, or as bands
/// @param bands what columns were read as
record GeneralisedOutput(
    Sheet sheet,
    CodedSheet coded,
    List<String> quasi,
    List<String> sensitive,
    List<String> kept,
    BandOptions bands,
    List<Hierarchy> hierarchies,
    Generalisation found) {

  private static final Comparator<List<String>> BY_CELLS =
      (one, other) -> {
        int order = 0;
        for (int i = 0; i < one.size() && order == 0; i++) {
          order = one.get(i).compareTo(other.get(i));
        }
        return order;
      };

  /// Writes the rows that are not left out beside their place, the columns in the order of the
  /// input, sorted.
  OutFile.Begun begin(Path out, Terminal terminal) {
    List<String> columns =
        sheet.headings().stream()
            .filter(each -> quasi.contains(each) || sensitive.contains(each) || kept.contains(each))
            .toList();
    List<List<String>> rows = rows(columns, terminal);
    return OutFile.begin(
        out,
        csv -> {
          csv.row(columns.stream().map(SheetCells::harmless).toList());
          for (List<String> row : rows) {
            terminal.demandGoingOn();
            row.forEach(cell -> csv.cell(SheetCells.harmlessOrNumber(cell)));
            csv.endRow();
          }
        });
  }

  private List<List<String>> rows(List<String> columns, Terminal terminal) {
    int[] places = columns.stream().mapToInt(sheet::column).toArray();
    int[] codedAt = columns.stream().mapToInt(coded.headings()::indexOf).toArray();
    String[][] written = written();
    List<List<String>> rows = new ArrayList<>();
    int[] number = {0};
    sheet.cells(
        row -> {
          terminal.demandGoingOn();
          if (!found.suppressed().get(number[0])) {
            String[] cells = new String[places.length];
            for (int i = 0; i < cells.length; i++) {
              cells[i] =
                  codedAt[i] >= 0
                      ? written[codedAt[i]][coded.data().code(number[0], codedAt[i])]
                      : places[i] < row.count()
                          ? bands.read(columns.get(i), row.text(places[i]))
                          : "";
            }
            rows.add(List.of(cells));
          }
          number[0]++;
          return true;
        });
    rows.sort(BY_CELLS);
    return rows;
  }

  /// By coded column and code, what is written.
  private String[][] written() {
    var written = new String[coded.headings().size()][];
    for (int column = 0; column < written.length; column++) {
      written[column] = new String[coded.data().size(column)];
      for (int code = 0; code < written[column].length; code++) {
        String value = coded.value(column, code);
        boolean coarser = column < quasi.size() && hierarchies.get(column).has(value);
        written[column][code] =
            coarser ? hierarchies.get(column).value(value, found.levels().get(column)) : value;
      }
    }
    return written;
  }

  /// Says what was made coarser, what is left out, and what that does not keep secret.
  void tell(Terminal terminal) {
    IntStream.range(0, quasi.size())
        .forEach(
            column ->
                terminal.answer(
                    "%s: level %d of %d%s"
                        .formatted(
                            quasi.get(column),
                            found.levels().get(column),
                            hierarchies.get(column).levels() - 1,
                            width(column))));
    int out = found.suppressed().cardinality();
    terminal.answer(
        String.format(
            Locale.ROOT,
            "%,d of %s left out. Loss %.6f (0: nothing, 1: everything); no way that fulfils what is"
                + " demanded loses less.",
            out,
            Plural.of(coded.rows(), "row is", "rows are"),
            found.loss()));
    List<String> others =
        sheet.headings().stream()
            .filter(each -> !quasi.contains(each) && !sensitive.contains(each))
            .filter(each -> !kept.contains(each))
            .toList();
    if (!others.isEmpty()) {
      terminal.say(
          "Left out, since nothing was said of them: %s.".formatted(String.join(", ", others)));
    }
    for (String heading : sensitive) {
      int alike = sharing(coded.headings().indexOf(heading));
      if (alike > 0) {
        terminal.say(
            String.format(
                Locale.ROOT,
                "%s in groups that share one value of \"%s\": it is known of each of them. --l 2"
                    + " forbids it.",
                Plural.of(alike, "row is", "rows are"),
                heading));
      }
    }
    if (!kept.isEmpty()) {
      terminal.say(
          "%s: written as they are. Whoever knows them tells people apart."
              .formatted(String.join(", ", kept)));
    }
    terminal.say(
        "What all rows of a group share is known of each of them, however many they are. See what this"
            + " list still gives away: ./clew release risk.");
  }

  /// How wide the bands of a column have become, where it was made coarser as bands.
  private String width(int column) {
    List<Bands> levels =
        bands
            .of(quasi.get(column))
            .map(of -> Stream.concat(Stream.of(of), of.wider().stream()).toList())
            .orElse(List.of());
    int level = found.levels().get(column);
    return level < levels.size() ? ", by " + levels.get(level).width().written() : "";
  }

  /// What was made coarser, for whoever keeps the list.
  GeneralisationReport report(int k) {
    String[][] written = written();
    int[] rows =
        IntStream.range(0, coded.rows()).filter(row -> !found.suppressed().get(row)).toArray();
    int[] all = IntStream.range(0, quasi.size()).toArray();
    var codes = new short[quasi.size()][rows.length];
    int[] sizes = new int[quasi.size()];
    List<GeneralisationReport.Column> columns = new ArrayList<>();
    for (int column : all) {
      Map<String, Short> numbers = new HashMap<>();
      for (int i = 0; i < rows.length; i++) {
        String value = written[column][coded.data().code(rows[i], column)];
        codes[column][i] = numbers.computeIfAbsent(value, _ -> (short) numbers.size());
      }
      sizes[column] = Math.max(1, numbers.size());
      columns.add(
          new GeneralisationReport.Column(
              quasi.get(column),
              found.levels().get(column),
              hierarchies.get(column).levels() - 1,
              coded.occurring(column).size(),
              numbers.size()));
    }
    Map<String, Integer> shared = new HashMap<>();
    sensitive.forEach(each -> shared.put(each, sharing(coded.headings().indexOf(each))));
    return new GeneralisationReport(
        columns,
        k,
        EquivalenceClasses.of(coded.data(), all),
        EquivalenceClasses.of(new Microdata(sizes, codes, rows.length), all),
        found.loss(),
        shared);
  }

  /// How many rows that are written are in a group with one value of a column.
  private int sharing(int column) {
    String[][] written = written();
    Map<List<String>, Integer> rows = new HashMap<>();
    Map<List<String>, Set<Integer>> values = new HashMap<>();
    for (int row = 0; row < coded.rows(); row++) {
      if (!found.suppressed().get(row)) {
        List<String> group = new ArrayList<>();
        for (int i = 0; i < quasi.size(); i++) {
          group.add(written[i][coded.data().code(row, i)]);
        }
        rows.merge(group, 1, Integer::sum);
        values.computeIfAbsent(group, _ -> new HashSet<>()).add(coded.data().code(row, column));
      }
    }
    return values.entrySet().stream()
        .filter(each -> each.getValue().size() == 1)
        .mapToInt(each -> rows.getOrDefault(each.getKey(), 0))
        .sum();
  }
}
