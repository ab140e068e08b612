package org.clew.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.clew.disclosure.Plural;
import org.clew.disclosure.account.Kind;
import org.clew.disclosure.account.Promise;
import org.clew.disclosure.codebook.Bands;
import org.clew.disclosure.generalisation.Demand;
import org.clew.disclosure.generalisation.Generalisation;
import org.clew.disclosure.generalisation.Hierarchy;
import org.clew.disclosure.generalisation.HierarchyRefused;
import org.clew.disclosure.generalisation.OptimalGeneralisation;
import org.clew.disclosure.risk.Distance;
import org.clew.tables.Row;

/// `clew release kanon generalise`: the same list with coarser values, so that nobody is told apart
/// from fewer than k.
final class GeneraliseCommand {

  static final String USAGE =
      """
        kanon generalise  a list in which every row has k - 1 others like it: of all ways to make columns
                          coarser and leave rows out, the one that loses least
        --quasi A,B,C     the columns that somebody may know of a person from elsewhere
        --hierarchy C=FILE  how column C is made coarser: a line for each value, and what it is at each
                          level above, with ; between (19;0-19;*). Without: kept as it is, or * throughout
        --k K             rows that are alike, at least
        --suppress S      the share of the rows that may be left out, from 0 (the default) to below 1
        --sensitive D,E   columns that nobody should learn; written as they are
        --l L             sensitive values in every group, at least; --entropy: as much entropy as L equally
                          frequent ones have; --c C: recursive (C, L)-diversity
        --t T             how far the shares of sensitive values in a group may be from those in the list,
                          from 0 to 1; --ordered: by steps between values
        --keep F,G        further columns to write as they are; all others are left out
        --person COLUMN   says whose row a row is, where people have several, which must be the same: each person
                          is written once. Default: each row is a person
        --out FILE        the list, its rows sorted, so that their order tells nothing
        --report FILE.html  what was made coarser and how rare rows were and are, for whoever keeps the list
      """;

  private static final Set<String> VALUED =
      BandOptions.with(
          Accounting.with(
              "--quasi",
              "--hierarchy",
              "--k",
              "--suppress",
              "--sensitive",
              "--l",
              "--c",
              "--t",
              "--keep",
              "--out",
              "--report",
              Persons.OPTION,
              "--delimiter",
              "--encoding"));

  private static final Set<String> FLAGS = Set.of("--entropy", "--ordered");

  private final Arguments arguments;
  private final Terminal terminal;
  private final InputOptions options;

  private GeneraliseCommand(Arguments arguments, Terminal terminal) {
    this.arguments = arguments;
    this.terminal = terminal;
    this.options = new InputOptions(arguments);
  }

  /// @param words what stands after `release kanon generalise`
  /// @throws Ending when it ends other than well
  static void run(List<String> words, Terminal terminal) {
    new GeneraliseCommand(Arguments.read(words, VALUED, FLAGS), terminal).run();
  }

  private void run() {
    if (arguments.rest().size() != 1) {
      throw Ending.usage("kanon generalise takes one file.");
    }
    if (!arguments.has("--quasi") || !arguments.has("--k") || !arguments.has("--out")) {
      throw Ending.usage(
          "Say which columns others may know, how many rows shall be alike, and where to write: --quasi"
              + " age,sex --k 10 --out OUT.csv.");
    }
    Path file = Arguments.path(arguments.rest().getFirst());
    Map<String, Path> hierarchyFiles = hierarchyFiles();
    List<Path> read = new ArrayList<>(List.of(file));
    read.addAll(hierarchyFiles.values());
    Accounting accounting =
        Accounting.asked(arguments, Kind.KANON_GENERALISE, new Promise.WithoutNoise(k()));
    read.addAll(accounting.read());
    arguments.demandPlacesOfTheirOwn(read, OutFile.Over.NOTHING, List.of("--out", "--report"));
    Sheet all = options.sheet(file);
    List<String> quasi = CodedSheet.columns(all, arguments, "--quasi");
    List<String> sensitive = CodedSheet.columns(all, arguments, "--sensitive");
    List<String> kept = CodedSheet.columns(all, arguments, "--keep");
    demandApart(quasi, sensitive, kept);
    demandKnown(hierarchyFiles, quasi);
    OptimalGeneralisation.Settings settings = settings(quasi.size(), sensitive.size());
    List<String> columns = Stream.of(quasi, sensitive).flatMap(List::stream).toList();
    List<String> written = Stream.of(columns, kept).flatMap(List::stream).toList();
    var bands = new BandOptions(arguments, written);
    Optional<Persons> persons = Persons.asked(arguments, all, terminal);
    Booking booking = accounting.of(all, persons);
    Sheet sheet = persons.map(each -> once(all, each, written, bands)).orElse(all);
    CodedSheet coded = CodedSheet.read(List.of(sheet), columns, bands, terminal);
    if (settings.k() > coded.rows()) {
      throw Ending.badInput(
          String.format(
              Locale.ROOT,
              "%s has %s, so that no group of %,d can be alike.",
              file,
              Plural.of(coded.rows(), "row", "rows"),
              settings.k()));
    }
    List<Hierarchy> hierarchies = hierarchies(coded, quasi, bands, hierarchyFiles);
    Generalisation found = search(coded, hierarchies, settings);
    var output =
        new GeneralisedOutput(sheet, coded, quasi, sensitive, kept, bands, hierarchies, found);
    Path out = arguments.file("--out").orElseThrow();
    try (OutFile.Begun begun = output.begin(out, terminal)) {
      terminal.demandGoingOn();
      booking.around(out, terminal, _ -> begun.done());
    }
    arguments
        .file("--report")
        .ifPresent(
            place -> OutFile.secret(place, SynthesisJob.utf8(output.report(settings.k()).html())));
    output.tell(terminal);
  }

  /// One row for each person. Rows of one that differ could not be made coarser as if they were of
  /// several: groups would have fewer people than rows.
  private Sheet once(Sheet all, Persons persons, List<String> written, BandOptions bands) {
    persons.demandApart(written);
    BitSet rows = persons.once(written, bands);
    if (rows.cardinality() > persons.count()) {
      throw Ending.badInput(
          "%s has people whose rows differ in the columns that are named, so that a group of rows alike could be of fewer people. Give it one row for each person, or name only columns in which all rows of a person are the same; or take kanon synth, whose codebook knows whose rows are whose."
              .formatted(all.file()));
    }
    terminal.say(
        "%s, each written once.".formatted(Plural.of(persons.count(), "person", "people")));
    return all.only(rows);
  }

  private Map<String, Path> hierarchyFiles() {
    Map<String, Path> files = new HashMap<>();
    for (String said : arguments.all("--hierarchy")) {
      int equals = said.indexOf('=');
      if (equals < 1) {
        throw Ending.usage("--hierarchy takes a column and a file: --hierarchy age=ages.csv.");
      }
      if (files.put(said.substring(0, equals).strip(), Arguments.path(said.substring(equals + 1)))
          != null) {
        throw Ending.usage("--hierarchy names \"%s\" twice.".formatted(said.substring(0, equals)));
      }
    }
    return files;
  }

  private static void demandApart(List<String> quasi, List<String> sensitive, List<String> kept) {
    List<String> all = Stream.of(quasi, sensitive, kept).flatMap(List::stream).sorted().toList();
    for (int i = 1; i < all.size(); i++) {
      if (all.get(i).equals(all.get(i - 1))) {
        throw Ending.usage(
            "\"%s\" cannot be two of --quasi, --sensitive and --keep.".formatted(all.get(i)));
      }
    }
  }

  private static void demandKnown(Map<String, Path> files, List<String> quasi) {
    for (String column : files.keySet()) {
      if (!quasi.contains(column)) {
        throw Ending.usage("--hierarchy names \"%s\", but --quasi does not.".formatted(column));
      }
    }
  }

  private OptimalGeneralisation.Settings settings(int quasi, int sensitive) {
    double suppressed = number("--suppress").orElse(0.0);
    if (suppressed < 0 || suppressed >= 1) {
      throw Ending.usage("--suppress takes a share of the rows from 0 to below 1, such as 0.05.");
    }
    List<Demand> demands = new ArrayList<>();
    for (int column = quasi; column < quasi + sensitive; column++) {
      int at = column;
      diversity(at).ifPresent(demands::add);
      number("--t").ifPresent(t -> demands.add(closeness(at, t)));
    }
    boolean demanded = arguments.has("--l") || arguments.has("--t");
    if (demanded && sensitive == 0) {
      throw Ending.usage("--l and --t are about columns. Say which: --sensitive COLUMN.");
    }
    if (((arguments.has("--entropy") || arguments.has("--c")) && !arguments.has("--l"))
        || (arguments.has("--ordered") && !arguments.has("--t"))) {
      throw Ending.usage("--entropy and --c go with --l, --ordered with --t.");
    }
    return new OptimalGeneralisation.Settings(k(), suppressed, demands);
  }

  private int k() {
    long k = arguments.number("--k", 2);
    if (k < 2 || k > Integer.MAX_VALUE) {
      throw Ending.usage("--k takes a whole number from 2.");
    }
    return (int) k;
  }

  private Optional<Demand> diversity(int column) {
    Optional<Double> said = number("--l");
    if (said.isEmpty()) {
      return Optional.empty();
    }
    double l = said.get();
    boolean whole = l == Math.rint(l) && l < Integer.MAX_VALUE;
    if (l < 1 || (!whole && !arguments.has("--entropy"))) {
      throw Ending.usage("--l takes a number of values, such as 2; with --entropy also 2.5.");
    }
    if (arguments.has("--entropy") && arguments.has("--c")) {
      throw Ending.usage("--entropy and --c are two ways to count --l. Take one.");
    }
    if (arguments.has("--entropy")) {
      return Optional.of(new Demand.EntropyDiversity(column, l));
    }
    return Optional.of(
        number("--c")
            .<Demand>map(c -> new Demand.RecursiveDiversity(column, c, (int) l))
            .orElseGet(() -> new Demand.DistinctDiversity(column, (int) l)));
  }

  private Demand closeness(int column, double t) {
    if (t < 0 || t > 1) {
      throw Ending.usage("--t takes a number from 0 to 1, such as 0.2.");
    }
    return new Demand.Closeness(
        column, t, arguments.has("--ordered") ? Distance.ORDERED : Distance.EQUAL);
  }

  private Optional<Double> number(String option) {
    Optional<String> said = arguments.one(option);
    if (said.isEmpty()) {
      return Optional.empty();
    }
    try {
      double number = Double.parseDouble(said.get());
      if (Double.isFinite(number)) {
        return Optional.of(number);
      }
    } catch (NumberFormatException _) {
      // said below
    }
    throw Ending.usage("%s takes a number.".formatted(option));
  }

  private List<Hierarchy> hierarchies(
      CodedSheet coded, List<String> quasi, BandOptions bands, Map<String, Path> files) {
    List<Hierarchy> hierarchies = new ArrayList<>();
    for (int column = 0; column < quasi.size(); column++) {
      Path file = files.get(quasi.get(column));
      if (file != null && bands.of(quasi.get(column)).isPresent()) {
        throw Ending.usage(
            "--hierarchy and --width, --top or --bottom say how \"%s\" is made coarser. Take one way."
                .formatted(quasi.get(column)));
      }
      Hierarchy hierarchy =
          file == null
              ? made(bands.of(quasi.get(column)), coded.occurring(column))
              : hierarchy(file, quasi.get(column));
      for (String value : coded.occurring(column)) {
        if (!hierarchy.has(value)) {
          throw Ending.badInput(
              "%s says nothing of %s, which \"%s\" has. Give it a line%s."
                  .formatted(
                      file,
                      value.isEmpty() ? "empty cells" : "\"" + value + "\"",
                      quasi.get(column),
                      value.isEmpty() ? " that begins with a semicolon" : ""));
        }
      }
      hierarchies.add(hierarchy);
    }
    long count = OptimalGeneralisation.count(hierarchies);
    if (count > OptimalGeneralisation.MOST) {
      throw Ending.badInput(
          String.format(
              Locale.ROOT,
              "These hierarchies can be combined in %,d ways, and %,d can be searched. Leave out a column or"
                  + " a level.",
              count,
              OptimalGeneralisation.MOST));
    }
    return hierarchies;
  }

  private static Hierarchy made(Optional<Bands> bands, List<String> occurring) {
    return bands
        .map(of -> Hierarchy.ofBands(of, occurring))
        .orElseGet(() -> Hierarchy.keepOrSuppress(occurring));
  }

  private Hierarchy hierarchy(Path file, String column) {
    try {
      return Hierarchy.of(
          options.bare(file).stream()
              .map(Row::cells)
              .map(cells -> cells.stream().map(String::strip).toList())
              .toList());
    } catch (HierarchyRefused e) {
      throw Ending.badInput("%s, the hierarchy of \"%s\", %s".formatted(file, column, e.why()));
    }
  }

  private Generalisation search(
      CodedSheet coded, List<Hierarchy> hierarchies, OptimalGeneralisation.Settings settings) {
    List<List<String>> byCode = new ArrayList<>();
    for (int column = 0; column < hierarchies.size(); column++) {
      byCode.add(Stream.concat(Stream.of(""), coded.values().get(column).stream()).toList());
    }
    Optional<Generalisation> found =
        OptimalGeneralisation.find(
            coded.data(), hierarchies, byCode, settings, terminal.heardBy("Ways decided"));
    terminal.demandGoingOn();
    return found.orElseThrow(
        () ->
            Ending.badInput(
                "No way to make these columns coarser fulfils what is demanded. Leave more rows out"
                    + " (--suppress), demand less, or give the hierarchies a level where all values are *."));
  }
}
