package org.clew.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.clew.disclosure.cells.Auditor;
import org.clew.disclosure.cells.CellTable;
import org.clew.disclosure.cells.SmallCells;
import org.clew.tables.CellWriter;
import org.clew.tables.SheetCells;
import org.jspecify.annotations.Nullable;

/// `clew release cells`: how many people there are by some columns, without the cells of few.
final class CellsCommand {

  static final String USAGE =
      """
        cells             how many people there are by some columns, with all sums; cells of few are withheld,
                          and others, so that sums do not give those back: proved by linear programming
        --by A,B          the columns; a sum over all values of one is (all)
        --minimum N       people of a cell that is told, but none at all is. Default: 10
        --out FILE        each cell: people, or nothing where it is withheld; least and most, which anybody
                          can work out
      """;

  /// In place of a value: all of them.
  private static final String ALL = "(all)";

  private static final Set<String> VALUED =
      Set.of("--by", "--minimum", "--out", "--delimiter", "--encoding");

  private static final double ROUNDING = 1e-6;

  private final Arguments arguments;
  private final Terminal terminal;

  private CellsCommand(Arguments arguments, Terminal terminal) {
    this.arguments = arguments;
    this.terminal = terminal;
  }

  /// @param words what stands after `release cells`
  /// @throws Ending when it ends other than well
  static void run(List<String> words, Terminal terminal) {
    new CellsCommand(Arguments.read(words, VALUED, Set.of()), terminal).run();
  }

  private void run() {
    if (arguments.rest().size() != 1) {
      throw Ending.usage("cells takes one file.");
    }
    if (!arguments.has("--by") || !arguments.has("--out")) {
      throw Ending.usage(
          "Say by which columns to count, and where to write: --by sex,district --out TABLE.csv.");
    }
    long minimum = arguments.number("--minimum", 10);
    if (minimum < 2 || minimum > Integer.MAX_VALUE) {
      throw Ending.usage("--minimum takes a whole number from 2.");
    }
    Path file = Arguments.path(arguments.rest().getFirst());
    arguments.demandPlacesOfTheirOwn(List.of(file), List.of("--out"));
    Sheet sheet = new InputOptions(arguments).sheet(file);
    List<String> by = CodedSheet.columns(sheet, arguments, "--by");
    demandNamesOfTheirOwn(by);
    CodedSheet coded = CodedSheet.read(List.of(sheet), by, terminal);
    CellTable table = table(coded);
    SmallCells cells = SmallCells.of(table, (int) minimum, terminal.heardBy("Cells of few hidden"));
    terminal.demandGoingOn();
    Map<Integer, Auditor.Bounds> bounds = new HashMap<>();
    new Auditor(table, cells.withheld())
        .bounds(terminal.heardBy("Withheld cells audited"))
        .forEach(each -> bounds.put(each.cell(), each));
    terminal.demandGoingOn();
    write(arguments.file("--out").orElseThrow(), coded, table, bounds);
    tell(table, cells);
  }

  private static void demandNamesOfTheirOwn(List<String> by) {
    for (String heading : List.of("people", "least", "most")) {
      if (by.contains(heading)) {
        throw Ending.badInput(
            "The input has a column \"%s\", as the output has. Rename it.".formatted(heading));
      }
    }
  }

  private static CellTable table(CodedSheet coded) {
    int[] columns = IntStream.range(0, coded.headings().size()).toArray();
    for (int column : columns) {
      if (coded.values().get(column).contains(ALL)) {
        throw Ending.badInput(
            "The column \"%s\" has the value %s, which is what sums are called here."
                .formatted(coded.headings().get(column), ALL));
      }
    }
    double cells = CellTable.cells(coded.data(), columns);
    if (cells > CellTable.MOST) {
      throw Ending.badInput(
          String.format(
              Locale.ROOT,
              "By these columns there are %,.0f cells, sums among them; at most %,d can be audited. Take"
                  + " fewer columns or coarser values.",
              cells,
              CellTable.MOST));
    }
    return CellTable.of(coded.data(), columns);
  }

  private static void write(
      Path out, CodedSheet coded, CellTable table, Map<Integer, Auditor.Bounds> bounds) {
    OutFile.csv(
        out,
        csv -> {
          List<String> headings = new ArrayList<>(coded.headings());
          headings.addAll(List.of("people", "least", "most"));
          csv.row(headings.stream().map(SheetCells::harmless).toList());
          for (int cell = 0; cell < table.cells(); cell++) {
            for (int column = 0; column < table.columns(); column++) {
              int code = table.code(cell, column);
              csv.cell(
                  SheetCells.harmlessOrNumber(
                      code == CellTable.ALL ? ALL : coded.value(column, code)));
            }
            write(csv, table.count(cell), bounds.get(cell));
          }
        });
  }

  private static void write(CellWriter csv, int count, Auditor.@Nullable Bounds bounds) {
    if (bounds == null) {
      String people = Integer.toString(count);
      csv.cell(people);
      csv.cell(people);
      csv.cell(people);
    } else {
      csv.cell("");
      csv.cell(Long.toString((long) Math.ceil(bounds.least() - ROUNDING)));
      csv.cell(
          Double.isInfinite(bounds.most())
              ? ""
              : Long.toString((long) Math.floor(bounds.most() + ROUNDING)));
    }
    csv.endRow();
  }

  private void tell(CellTable table, SmallCells cells) {
    int few = cells.small().cardinality();
    int others = cells.withheld().cardinality() - few;
    terminal.answer(
        String.format(
            Locale.ROOT,
            "%,d cells, sums among them: %,d withheld for few people, %,d more so that sums do not give"
                + " those back.",
            table.cells(),
            few,
            others));
    terminal.say(
        "Do not say which are which. A cell of nobody is told. Another table of the same people can give back"
            + " what this one withholds, and so can whoever knows the others in a cell.");
  }
}
