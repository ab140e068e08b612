package org.clew.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.clew.disclosure.Plural;
import org.clew.disclosure.Stopped;
import org.clew.disclosure.account.Kind;
import org.clew.disclosure.account.Promise;
import org.clew.disclosure.cells.Auditor;
import org.clew.disclosure.cells.CellTable;
import org.clew.disclosure.cells.ControlledRounding;
import org.clew.disclosure.cells.SmallCells;
import org.clew.disclosure.cells.Unsolved;
import org.clew.disclosure.noise.Bits;
import org.clew.tables.SheetCells;

/// `clew release cells`: how many people there are by some columns, without the cells of few.
final class CellsCommand {

  static final String USAGE =
      """
        cells             how many people there are by some columns, with all sums; cells of few are withheld,
                          and others by lot, so that neither sums give those back, by linear programming, nor
                          how it was chosen.
                          Withhold once: of two draws, each tells what the other withholds
        --by A,B          the columns; a sum over all values of one is (all)
        --minimum N       people of a cell that is told, but none at all is. Default: 10
        --round B         instead: no cell is withheld, and every count is a multiple of B, by lot one of the two
                          next to it; sums still add up. Round once: two draws tell more than one
        --person COLUMN   says whose row a row is, where people have several: each is counted once, by what is
                          known of them first. Default: each row is a person
        --out FILE        each cell: people, or nothing where it is withheld; least and most, which anybody
                          can work out of the sums. Must not be there yet
        --test-seed N     for tests alone: lots that can be drawn again
      """;

  /// In place of a value: all of them.
  private static final String ALL = "(all)";

  private static final Set<String> VALUED =
      BandOptions.with(
          Accounting.with(
              "--by",
              "--minimum",
              "--round",
              "--out",
              "--test-seed",
              Persons.OPTION,
              "--delimiter",
              "--encoding"));

  /// The heading over each row of what can be drawn again.
  private static final String TEST = "TEST_RELEASE";

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
    Path file = Arguments.path(arguments.rest().getFirst());
    Path out = arguments.file("--out").orElseThrow();
    boolean rounds = arguments.has("--round");
    int size = rounds ? base() : minimum();
    Accounting accounting = Accounting.asked(arguments, Kind.CELLS, new Promise.WithoutNoise(size));
    List<Path> read = new ArrayList<>(List.of(file));
    read.addAll(accounting.read());
    arguments.demandPlacesOfTheirOwn(read, OutFile.Over.NOTHING, List.of("--out"));
    Sheet sheet = new InputOptions(arguments).sheet(file);
    List<String> by = CodedSheet.columns(sheet, arguments, "--by");
    demandNamesOfTheirOwn(by);
    Optional<Persons> persons = Persons.asked(arguments, sheet, terminal);
    persons.ifPresent(each -> each.demandApart(by));
    Booking booking = accounting.of(sheet, persons);
    CodedSheet rows = CodedSheet.read(List.of(sheet), by, new BandOptions(arguments, by), terminal);
    CodedSheet coded = persons.map(each -> rows.people(each, terminal)).orElse(rows);
    CellTable table = table(coded, rounds ? CellTable.MOST : Auditor.MOST);
    if (rounds) {
      round(out, booking, coded, table, size);
    } else {
      withhold(out, booking, coded, table, size);
    }
  }

  private int minimum() {
    long minimum = arguments.number("--minimum", 10);
    if (minimum < 2 || minimum > Integer.MAX_VALUE) {
      throw Ending.usage("--minimum takes a whole number from 2.");
    }
    return (int) minimum;
  }

  private int base() {
    long base = arguments.number("--round", 0);
    if (base < 2 || base > ControlledRounding.LARGEST) {
      throw Ending.usage(
          String.format(
              Locale.ROOT,
              "--round takes a whole number from 2 to %,d, such as 5.",
              ControlledRounding.LARGEST));
    }
    if (arguments.has("--minimum")) {
      throw Ending.usage("--minimum withholds cells and --round rounds them. Take one.");
    }
    return (int) base;
  }

  private void withhold(Path out, Booking booking, CodedSheet coded, CellTable table, int minimum) {
    SmallCells cells;
    Map<Integer, Auditor.Bounds> bounds = new HashMap<>();
    try {
      cells = SmallCells.of(table, minimum, bits(), terminal.heardBy("Cells of few hidden"));
      Auditor.of(table, cells.withheld())
          .bounds(terminal.heardBy("Withheld cells audited"))
          .forEach(each -> bounds.put(each.cell(), each));
    } catch (Stopped _) {
      throw Ending.stopped();
    } catch (Unsolved _) {
      throw Ending.badInput(
          "Which cells to withhold was not found: the table is too large for that. Take fewer"
              + " columns or wider bands, or --round. Nothing was written.");
    }
    terminal.demandGoingOn();
    booking.around(
        out,
        terminal,
        _ ->
            write(
                out,
                coded,
                table,
                _ -> true,
                cell -> cells(table.count(cell), Optional.ofNullable(bounds.get(cell)))));
    tell(table, cells, minimum);
  }

  private static List<String> cells(int count, Optional<Auditor.Bounds> withheld) {
    String people = Integer.toString(count);
    return withheld
        .map(
            bounds ->
                List.of(
                    "",
                    Long.toString((long) Math.ceil(bounds.least() - ROUNDING)),
                    Double.isInfinite(bounds.most())
                        ? ""
                        : Long.toString((long) Math.floor(bounds.most() + ROUNDING))))
        .orElse(List.of(people, people, people));
  }

  private void round(Path out, Booking booking, CodedSheet coded, CellTable table, int base) {
    ControlledRounding rounded;
    try {
      rounded = ControlledRounding.of(table, base, bits(), terminal.heardBy("Cells rounded"));
    } catch (Stopped _) {
      throw Ending.stopped();
    }
    terminal.demandGoingOn();
    booking.around(
        out,
        terminal,
        _ ->
            write(
                out,
                coded,
                table,
                rounded::isListed,
                cell ->
                    LongStream.of(rounded.count(cell), rounded.least(cell), rounded.most(cell))
                        .mapToObj(Long::toString)
                        .toList()));
    tell(rounded, base);
  }

  private boolean isTest() {
    return arguments.has("--test-seed");
  }

  private Bits bits() {
    return isTest() ? Bits.ofSeed(arguments.number("--test-seed", 0)) : Bits.secret();
  }

  private List<String> mark() {
    return isTest() ? List.of(TEST) : List.of();
  }

  private void tellOfTest() {
    if (isTest()) {
      terminal.say(
          "TEST RELEASE: lots were drawn from a seed and can be drawn again. Do not give this to anyone.");
    }
  }

  private static void demandNamesOfTheirOwn(List<String> by) {
    for (String heading : List.of("people", "least", "most", TEST)) {
      if (by.contains(heading)) {
        throw Ending.badInput(
            "The input has a column \"%s\", as the output has. Rename it.".formatted(heading));
      }
    }
  }

  private static CellTable table(CodedSheet coded, int most) {
    int[] columns = IntStream.range(0, coded.headings().size()).toArray();
    for (int column : columns) {
      if (coded.values().get(column).contains(ALL)) {
        throw Ending.badInput(
            "The column \"%s\" has the value %s, which is what sums are called here."
                .formatted(coded.headings().get(column), ALL));
      }
    }
    double cells = CellTable.cells(coded.data(), columns);
    if (cells > most) {
      throw Ending.badInput(
          String.format(
              Locale.ROOT,
              "By these columns there are %,.0f cells, sums among them; at most %,d can be %s. Take fewer"
                  + " columns or coarser values (--width makes bands of numbers and dates)%s.",
              cells,
              most,
              most == Auditor.MOST ? "audited" : "rounded",
              most == Auditor.MOST && cells <= CellTable.MOST ? ", or --round" : ""));
    }
    return CellTable.of(coded.data(), columns);
  }

  private void write(
      Path out,
      CodedSheet coded,
      CellTable table,
      IntPredicate listed,
      IntFunction<List<String>> told) {
    List<String> mark = mark();
    OutFile.csv(
        out,
        csv -> {
          List<String> headings = new ArrayList<>(coded.headings());
          headings.addAll(List.of("people", "least", "most"));
          headings.addAll(mark);
          csv.row(headings.stream().map(SheetCells::harmless).toList());
          for (int cell : IntStream.range(0, table.cells()).filter(listed).toArray()) {
            for (int column = 0; column < table.columns(); column++) {
              int code = table.code(cell, column);
              csv.cell(
                  SheetCells.harmlessOrNumber(
                      code == CellTable.ALL ? ALL : coded.value(column, code)));
            }
            told.apply(cell).forEach(csv::cell);
            mark.forEach(csv::cell);
            csv.endRow();
          }
        });
  }

  private void tell(CellTable table, SmallCells cells, int minimum) {
    int few = cells.small().cardinality();
    int others = cells.withheld().cardinality() - few;
    terminal.answer(
        String.format(
            Locale.ROOT,
            "%s, sums among them: %,d withheld for few people, %,d more so that sums do not give"
                + " those back.",
            Plural.of(table.cells(), "cell", "cells"),
            few,
            others));
    tellRare(table, cells.small()::get);
    tellUnproved(table, cells, minimum);
    tellOfTest();
    terminal.say(
        "Withhold once: with other lots, what is withheld here is told. Do not say which are which. A cell of nobody is told. Another table of the same people can give back"
            + " what this one withholds, and so can whoever knows the others in a cell.");
  }

  /// Says how many values are listed though few have them.
  ///
  /// @param few whether few are in a cell
  private void tellRare(CellTable table, IntPredicate few) {
    long rare =
        IntStream.range(0, table.cells())
            .filter(cell -> table.sums(cell) == table.columns() - 1)
            .filter(few)
            .count();
    if (rare > 0) {
      terminal.say(
          "%s few people in all, and that %s listed says that somebody has %s. Take %s together with others where that may say who."
              .formatted(
                  Plural.of(rare, "value has", "values have"),
                  rare == 1 ? "it is" : "they are",
                  rare == 1 ? "it" : "them",
                  rare == 1 ? "it" : "them"));
    }
  }

  private void tellUnproved(CellTable table, SmallCells cells, int minimum) {
    if (!cells.small().isEmpty() && (minimum == 2 || table.columns() > 2)) {
      terminal.say(
          "%s is not proved of this table that whoever knows how cells are chosen can rule out no more than least and most do. Where it has to be, take --round."
              .formatted(minimum == 2 ? "With --minimum 2 it" : "With three columns or more it"));
    }
  }

  private void tell(ControlledRounding rounded, int base) {
    terminal.answer(
        String.format(
            Locale.ROOT,
            "%s of %,d, and sums add up. Whoever has the table and knows"
                + " nothing else can say no more of a cell than least and most do.",
            Plural.of(
                IntStream.range(0, rounded.table().cells()).filter(rounded::isListed).count(),
                "cell, sums among them, is a multiple",
                "cells, sums among them, are multiples"),
            base));
    tellRare(rounded.table(), cell -> rounded.isListed(cell) && rounded.table().count(cell) < base);
    if (rounded.beyond() > 0) {
      terminal.say(
          String.format(
              Locale.ROOT,
              "With three columns or more, not all sums can be next to what they were: %s up to %,d away."
                  + " That is for you alone.",
              Plural.of(rounded.beyond(), "is", "are"),
              rounded.farthest()));
    }
    tellOfTest();
    terminal.say(
        "Do not round the same people twice: the mean of several roundings is close to the number itself."
            + " A count that is told as 0 may be of somebody; a value whose sum was rounded to 0 is not listed at all,"
            + " since that it is listed would say so.");
  }
}
