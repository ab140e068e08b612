package org.clew.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.clew.disclosure.Plural;
import org.clew.disclosure.release.RiskReport;
import org.clew.disclosure.risk.Distance;
import org.clew.disclosure.risk.EquivalenceClasses;
import org.clew.disclosure.risk.PopulationRisk;
import org.clew.disclosure.risk.PopulationUniqueness;
import org.clew.disclosure.risk.ProsecutorRisk;
import org.clew.disclosure.risk.RareCombinations;
import org.clew.disclosure.risk.SensitiveColumn;
import org.clew.tables.SheetCells;

/// `clew release risk`: how easily people are found in a list, and which columns make it so.
final class RiskCommand {

  static final String USAGE =
      """
        risk              how easily people are found in a list, and which columns make it so; writes no
                          cell of the list anywhere
        --quasi A,B,C     the columns that somebody may know of a person from elsewhere: age, sex, place …
        --sensitive D,E   columns that nobody should learn: how far a group of like rows gives them away
        --k N             rows of which there are fewer than N are rare. Default: 10
        --longest N       combinations of so many columns are looked at. Default: 3, or less where there
                          would be too many
        --population FILE the population that the list was drawn from, with the same columns
        --population-size N  how many people that population has: its uniques are estimated
        --rows FILE       each rare row: its number, how many are like it, the fewest columns that make it so
        --combinations FILE  each combination of columns: rows alone, rows rare, rows that no fewer make rare
        --person COLUMN   says whose row a row is, where people have several: those alike count once. Default:
                          each row is a person
        --report FILE.html   the same to look at, for whoever keeps the list
      """;

  private static final Set<String> VALUED =
      BandOptions.with(
          Set.of(
              "--quasi",
              "--sensitive",
              "--k",
              "--longest",
              "--population",
              "--population-size",
              "--rows",
              "--combinations",
              "--report",
              Persons.OPTION,
              "--delimiter",
              "--encoding"));

  private static final List<String> WRITTEN = List.of("--rows", "--combinations", "--report");
  private static final int LONGEST = 3;
  private static final int SHOWN = 12;

  private final Arguments arguments;
  private final Terminal terminal;

  private RiskCommand(Arguments arguments, Terminal terminal) {
    this.arguments = arguments;
    this.terminal = terminal;
  }

  /// @param words what stands after `release risk`
  /// @throws Ending when it ends other than well
  static void run(List<String> words, Terminal terminal) {
    new RiskCommand(Arguments.read(words, VALUED, Set.of()), terminal).run();
  }

  private void run() {
    if (arguments.rest().size() != 1) {
      throw Ending.usage("risk takes one file.");
    }
    if (!arguments.has("--quasi")) {
      throw Ending.usage(
          "Say which columns somebody may know of a person from elsewhere: --quasi age,sex,place.");
    }
    int k = Math.toIntExact(whole("--k", 10, 2));
    Path file = Arguments.path(arguments.rest().getFirst());
    List<Path> read = new ArrayList<>(List.of(file));
    arguments.file("--population").ifPresent(read::add);
    arguments.demandPlacesOfTheirOwn(read, OutFile.Over.NOTHING, WRITTEN);
    var options = new InputOptions(arguments);
    Sheet whole = options.sheet(file);
    List<String> quasi = CodedSheet.columns(whole, arguments, "--quasi");
    List<String> sensitive = CodedSheet.columns(whole, arguments, "--sensitive");
    demandApart(quasi, sensitive);
    List<String> all = Stream.concat(quasi.stream(), sensitive.stream()).toList();
    var bands = new BandOptions(arguments, all);
    Optional<Persons> persons = Persons.asked(arguments, whole, terminal);
    Optional<BitSet> counted = persons.map(each -> once(whole, each, quasi, all, bands));
    Sheet sheet = counted.map(whole::only).orElse(whole);
    CodedSheet coded = CodedSheet.read(List.of(sheet), all, bands, terminal);
    int longest = longest(quasi.size());
    int[] columns = IntStream.range(0, quasi.size()).toArray();
    EquivalenceClasses classes = EquivalenceClasses.of(coded.data(), columns);
    Optional<PopulationRisk> population =
        arguments
            .file("--population")
            .map(from -> population(List.of(sheet, options.sheet(from)), quasi, bands));
    OptionalLong size =
        arguments.has("--population-size")
            ? OptionalLong.of(whole("--population-size", 0, classes.rows()))
            : OptionalLong.empty();
    tell(classes, quasi.size(), k);
    Map<String, SensitiveColumn> learned = new LinkedHashMap<>();
    for (String heading : sensitive) {
      learned.put(heading, tell(coded, classes, heading));
    }
    population.ifPresent(this::tell);
    size.ifPresent(of -> tellUniqueness(classes, of));
    RareCombinations rare =
        RareCombinations.of(
            coded.data(), k, longest, terminal.heardBy("Combinations counted"), columns);
    terminal.demandGoingOn();
    tell(rare, quasi, classes.rows(), k);
    int[] places = counted.map(each -> each.stream().toArray()).orElseGet(() -> new int[0]);
    IntUnaryOperator numbers = row -> counted.isPresent() ? places[row] : row;
    arguments.file("--rows").ifPresent(out -> writeRows(out, rare, classes, quasi, numbers));
    arguments.file("--combinations").ifPresent(out -> writeCombinations(out, rare, quasi));
    arguments
        .file("--report")
        .ifPresent(
            out ->
                OutFile.secret(
                    out,
                    SynthesisJob.utf8(new RiskReport(quasi, k, classes, rare, learned).html())));
    terminal.answer("");
    terminal.answer(
        "This is about the columns that were named. Whoever knows more finds more, and what all rows of a"
            + " group share is known of each of them.");
  }

  private static void demandApart(List<String> quasi, List<String> sensitive) {
    for (String heading : sensitive) {
      if (quasi.contains(heading)) {
        throw Ending.usage(
            "\"%s\" cannot be both of --quasi and --sensitive: what others know they do not learn."
                .formatted(heading));
      }
    }
  }

  /// Rows alike of one person count once, so that a group has as many rows as people. Refused is
  /// what would not be about people then.
  private BitSet once(
      Sheet sheet, Persons persons, List<String> quasi, List<String> all, BandOptions bands) {
    persons.demandApart(all);
    if (arguments.has("--population")) {
      throw Ending.usage(
          "--population has a row for each person, so that --person cannot be counted beside it.");
    }
    BitSet rows = persons.once(quasi, bands);
    if (!rows.equals(persons.once(all, bands))) {
      throw Ending.badInput(
          "%s has people with several rows alike by --quasi and different ones by --sensitive, so that a group of one person would seem to have many values. Leave out --sensitive, or give it one row for each person."
              .formatted(sheet.file()));
    }
    if (arguments.has("--population-size") && rows.cardinality() > persons.count()) {
      throw Ending.badInput(
          "%s has people whose rows differ, and --population-size is estimated of people with one row each. Leave it out, or give it one row for each person."
              .formatted(sheet.file()));
    }
    terminal.say(
        "%s, by \"%s\": where several of one person are alike, the first is counted; %s left."
            .formatted(
                Plural.of(persons.count(), "person", "people"),
                persons.column(),
                Plural.of(rows.cardinality(), "row is", "rows are")));
    if (rows.cardinality() > persons.count()) {
      terminal.say(
          "Some people have rows that differ, each of which may be found. Whoever knows two of them finds more than is said here, and by few columns, where some of their rows are alike after all, more rows are rare than is said.");
    }
    return rows;
  }

  private long whole(String option, long otherwise, long least) {
    long said = arguments.number(option, otherwise);
    if (said < least || said > Integer.MAX_VALUE * 16L) {
      throw Ending.usage(
          String.format(Locale.ROOT, "%s takes a whole number from %d.", option, least));
    }
    return said;
  }

  /// How many columns a combination has at most.
  private int longest(int columns) {
    if (arguments.has("--longest")) {
      long said = whole("--longest", LONGEST, 1);
      if (RareCombinations.count(columns, (int) Math.min(said, columns)) > RareCombinations.MOST) {
        throw Ending.usage(
            String.format(
                Locale.ROOT,
                "--longest %d of %d columns makes more than %,d combinations. Take less.",
                said,
                columns,
                RareCombinations.MOST));
      }
      return (int) Math.min(said, columns);
    }
    int longest = LONGEST;
    while (longest > 1 && RareCombinations.count(columns, longest) > RareCombinations.MOST) {
      longest--;
    }
    return longest;
  }

  private void tell(EquivalenceClasses classes, int columns, int k) {
    ProsecutorRisk risk = ProsecutorRisk.of(classes);
    int rows = classes.rows();
    terminal.answer(
        String.format(
            Locale.ROOT,
            "%s, %s, %s of rows alike",
            Plural.of(rows, "row", "rows"),
            Plural.of(columns, "quasi-identifier", "quasi-identifiers"),
            Plural.of(classes.count(), "group", "groups")));
    terminal.answer("");
    terminal.answer("Whoever knows that a person is in the list, and these columns (prosecutor)");
    line("picks their row with a chance of, on average", percent(risk.average()));
    line("at most", percent(risk.highest()) + " (" + percent(risk.atHighest()) + " of the rows)");
    line("at least", percent(risk.lowest()) + " (" + percent(risk.atLowest()) + " of the rows)");
    line("rows alone of their kind", share(classes.uniques(), rows));
    line("rows of which there are fewer than " + k, share(classes.rowsRarerThan(k), rows));
    line("the list is k-anonymous by these columns for k =", Integer.toString(classes.least()));
  }

  private SensitiveColumn tell(CodedSheet coded, EquivalenceClasses classes, String heading) {
    int column = coded.headings().indexOf(heading);
    SensitiveColumn found = SensitiveColumn.of(classes, coded.data(), column, Distance.EQUAL);
    terminal.answer("");
    terminal.answer("What a group of rows alike says about \"%s\"".formatted(heading));
    line(
        "rows whose whole group has one value: known without finding the row",
        share(found.homogeneousRows(), classes.rows()));
    line("distinct l-diversity: fewest values in a group", Integer.toString(found.distinct()));
    line("entropy l-diversity", number(found.entropy()));
    line(
        "recursive (c, l)-diversity for c above, l = 2, 3",
        number(found.recursive().get(0)) + ", " + number(found.recursive().get(1)));
    line("t-closeness, values equally far", number(found.closeness()));
    if (coded.isNumeric(column)) {
      double ordered =
          SensitiveColumn.of(classes, coded.data(), column, Distance.ORDERED).closeness();
      line("t-closeness, values in their order", number(ordered));
    }
    return found;
  }

  private PopulationRisk population(List<Sheet> sheets, List<String> quasi, BandOptions bands) {
    CodedSheet both = CodedSheet.read(sheets, quasi, bands, terminal);
    int[] columns = IntStream.range(0, quasi.size()).toArray();
    return PopulationRisk.of(EquivalenceClasses.of(both.data(), columns), both.rows())
        .orElseThrow(
            () ->
                Ending.badInput(
                    "In %s there are fewer people of some kind than in the list, so that the list"
                            .formatted(sheets.get(1).file())
                        + " was not drawn from it. Are values written alike in both?"));
  }

  private void tell(PopulationRisk risk) {
    terminal.answer("");
    terminal.answer("Whoever has the population, and does not know who is in the list");
    line(
        "finds somebody with a chance of (journalist), at most", percent(risk.journalistHighest()));
    line("on average", percent(risk.journalistAverage()));
    line("and gets right, linking all rows (marketer)", percent(risk.marketer()));
    line("rows that are the only one of their kind there", percent(risk.populationUniques()));
  }

  private void tellUniqueness(EquivalenceClasses classes, long population) {
    PopulationUniqueness estimate = PopulationUniqueness.of(classes, (double) population);
    terminal.answer("");
    terminal.answer(
        String.format(
            Locale.ROOT, "Of a population of %,d, alone of their kind, by estimate", population));
    line("Pitman (Hoshino 2001)", percent(estimate.pitman()));
    line("Zayatz (1991)", percent(estimate.zayatz()));
    line("slide negative binomial (Chen, Keller-McNulty 1998)", percent(estimate.slide()));
    Optional<Map.Entry<String, Double>> chosen = estimate.dankar();
    line(
        "the one to take (Dankar et al. 2012)",
        chosen.map(each -> percent(each.getValue()) + ", " + each.getKey()).orElse("none"));
  }

  private void tell(RareCombinations rare, List<String> quasi, int rows, int k) {
    terminal.answer("");
    terminal.answer("Rows of which there are fewer than %d, by few columns".formatted(k));
    for (int i = 0; i < rare.rowsByLength().size(); i++) {
      line(
          i == 0 ? "by one column" : "by %d columns or fewer".formatted(i + 1),
          share(rare.rowsByLength().get(i), rows));
    }
    terminal.answer("");
    terminal.answer("Columns by the rows that they help to make so");
    IntStream.range(0, quasi.size())
        .boxed()
        .sorted(Comparator.comparingInt(rare.rowsByColumn()::get).reversed())
        .forEach(place -> line(quasi.get(place), share(rare.rowsByColumn().get(place), rows)));
    if (rare.combinations().stream().allMatch(each -> each.byItself() == 0)) {
      return;
    }
    terminal.answer("");
    terminal.answer("Combinations by the rows that no fewer of their columns make so");
    rare.combinations().stream()
        .filter(each -> each.byItself() > 0)
        .sorted(Comparator.comparingInt(RareCombinations.Combination::byItself).reversed())
        .limit(SHOWN)
        .forEach(
            each ->
                line(
                    names(each, quasi),
                    share(each.byItself(), rows)
                        + String.format(Locale.ROOT, ", alone %,d", each.alone())));
  }

  private void writeRows(
      Path out,
      RareCombinations rare,
      EquivalenceClasses classes,
      List<String> quasi,
      IntUnaryOperator numbers) {
    OutFile.csv(
        out,
        csv -> {
          csv.row(List.of("row", "rows_alike", "columns"));
          for (int row = 0; row < classes.rows(); row++) {
            int reason = rare.reason().get(row);
            if (reason >= 0) {
              csv.cell(Integer.toString(numbers.applyAsInt(row) + 1));
              csv.cell(Integer.toString(classes.sizeAt(row)));
              csv.cell(SheetCells.harmless(names(rare.combinations().get(reason), quasi)));
              csv.endRow();
            }
          }
        });
  }

  private static void writeCombinations(Path out, RareCombinations rare, List<String> quasi) {
    OutFile.csv(
        out,
        csv -> {
          csv.row(List.of("columns", "length", "rows_alone", "rows_rare", "rows_rare_by_no_fewer"));
          for (RareCombinations.Combination each : rare.combinations()) {
            csv.cell(SheetCells.harmless(names(each, quasi)));
            csv.cell(Integer.toString(each.columns().size()));
            csv.cell(Integer.toString(each.alone()));
            csv.cell(Integer.toString(each.rare()));
            csv.cell(Integer.toString(each.byItself()));
            csv.endRow();
          }
        });
  }

  private static String names(RareCombinations.Combination combination, List<String> quasi) {
    return String.join(" + ", combination.columns().stream().map(quasi::get).toList());
  }

  private void line(String what, String value) {
    terminal.answer(String.format(Locale.ROOT, "  %-68s %s", what, value));
  }

  private static String share(int rows, int all) {
    return String.format(Locale.ROOT, "%,d (%s)", rows, percent((double) rows / all));
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.2f %%", share * 100);
  }

  private static String percent(OptionalDouble share) {
    return share.isPresent() ? percent(share.getAsDouble()) : "no answer for such a list";
  }

  private static String number(double value) {
    return Double.isInfinite(value) ? "none" : String.format(Locale.ROOT, "%.3f", value);
  }
}
