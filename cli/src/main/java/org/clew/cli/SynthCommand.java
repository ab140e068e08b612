package org.clew.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clew.disclosure.EpsilonDelta;
import org.clew.disclosure.Plural;
import org.clew.disclosure.account.Kind;
import org.clew.disclosure.account.Limit;
import org.clew.disclosure.account.Promise;
import org.clew.disclosure.noise.Bits;
import org.clew.disclosure.release.Aggregate;
import org.clew.disclosure.release.Release;
import org.clew.disclosure.release.Terms;
import org.clew.disclosure.release.Tiers;
import org.clew.tables.SheetCells;

/// `clew release synth`: rows of people who do not exist, counts with intervals, and the report.
final class SynthCommand {

  static final String USAGE =
      """
        synth             a list of people who do not exist, about as many, with the same connections between
                          columns, and counts with intervals, under differential privacy
        --codebook C.json what the columns hold: draft it with release codebook, and correct it
        --epsilon E       how much may be told of anybody, from 0.01 to 20: the smaller, the less. Many take 1
        --tiers A=E,B=F   instead: a folder in DIR for each of several kinds of readers, such as public=1,partner=8;
                          all of them together tell of anybody what the highest does
        --delta D         no finding's chance is more than e^E times what it is without somebody, plus D: 0.001 at
                          most; above one in ten times as many as there are people it warns. Default: 0.0000001
        --out DIR         a new folder: synthetic.csv and .parquet, aggregates.tsv, privacy-report.html and .json,
                          datapackage.json
        --longest N       counts of so many values together are told, 1 to 3. Default: 3
        --least N         the least count that is told. Default: 10
        --test-seed N     for tests alone: noise that can be made again, and therefore hides NOBODY
      """;

  private static final Set<String> VALUED =
      Stream.concat(
              SynthesisJob.VALUED.stream(),
              Stream.of("--epsilon", "--tiers", "--delta", "--longest", "--least"))
          .collect(Collectors.toUnmodifiableSet());

  private final Arguments arguments;
  private final Terminal terminal;

  private SynthCommand(Arguments arguments, Terminal terminal) {
    this.arguments = arguments;
    this.terminal = terminal;
  }

  /// @param words what stands after `release synth`
  /// @throws Ending when it ends other than well
  static void run(List<String> words, Terminal terminal) {
    new SynthCommand(Arguments.read(words, VALUED, Set.of()), terminal).run();
  }

  private void run() {
    Optional<Tiers> tiers = tiers();
    Terms terms = tiers.map(all -> all.highest().terms()).orElseGet(() -> terms(arguments));
    Accounting accounting =
        Accounting.asked(
            arguments, Kind.SYNTH, Promise.DifferentialPrivacy.of(terms.epsilon(), terms.delta()));
    SynthesisJob job = SynthesisJob.asked("synth", arguments, accounting, terminal);
    Map<String, Release> releases =
        job.made(
            () ->
                tiers
                    .map(all -> tiered(job.list(), all, job.bits()))
                    .orElseGet(() -> Map.of("", release(job.list(), terms, job.bits()))));
    List<SynthesisJob.Part> parts = new ArrayList<>();
    releases.forEach(
        (name, release) -> parts.add(new SynthesisJob.Part(name, release, counts(release))));
    job.write(parts);
    releases.forEach((name, release) -> tell(release, job.out().resolve(name), terminal));
  }

  private Release release(DescribedList list, Terms terms, Bits bits) {
    return Release.of(
        list.codebook(),
        list.coding(),
        list.people(),
        terms,
        bits,
        terminal.heardBy("Steps taken"));
  }

  /// By name, from the lowest.
  private Map<String, Release> tiered(DescribedList list, Tiers tiers, Bits bits) {
    List<Release> made =
        Release.of(
            list.codebook(),
            list.coding(),
            list.people(),
            tiers,
            bits,
            terminal.heardBy("Steps taken"));
    Map<String, Release> named = new LinkedHashMap<>();
    for (int i = 0; i < made.size(); i++) {
      named.put(tiers.all().get(i).name(), made.get(i));
    }
    return named;
  }

  private Optional<Tiers> tiers() {
    if (!arguments.has("--tiers")) {
      return Optional.empty();
    }
    if (arguments.has("--epsilon")) {
      throw Ending.usage("--tiers says an epsilon for each tier. Leave out --epsilon.");
    }
    double delta = arguments.decimal("--delta", EpsilonDelta.DELTA);
    List<Tiers.Tier> tiers = new ArrayList<>();
    try {
      for (String said : arguments.one("--tiers").orElse("").split(",", -1)) {
        int equals = said.indexOf('=');
        if (equals < 0) {
          throw Ending.usage("--tiers takes names with an epsilon each: public=1,partner=8.");
        }
        double epsilon = Arguments.decimal("--tiers", said.substring(equals + 1).strip());
        tiers.add(
            new Tiers.Tier(said.substring(0, equals).strip(), terms(epsilon, delta, arguments)));
      }
      return Optional.of(new Tiers(tiers));
    } catch (IllegalArgumentException e) {
      throw Ending.usage(String.valueOf(e.getMessage()));
    }
  }

  /// Writes the counts of a release into its folder.
  static Consumer<Path> counts(Release release) {
    return folder ->
        OutFile.bytes(folder.resolve("aggregates.tsv"), SynthesisJob.utf8(aggregates(release)));
  }

  /// What is promised, as it is asked for.
  static Terms terms(Arguments arguments) {
    if (!arguments.has("--epsilon")) {
      throw Ending.usage(
          "Say how much may be told of anybody: --epsilon, from 0.01 to 20. Many take 1.");
    }
    return terms(
        arguments.decimal("--epsilon", 1),
        arguments.decimal("--delta", EpsilonDelta.DELTA),
        arguments);
  }

  /// How many people a δ is for, where it is larger than usual.
  static Optional<String> forHowMany(double delta) {
    return delta <= EpsilonDelta.DELTA
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "Delta %s is small enough for %,d people in all, not for more: of so many it would bear giving"
                    + " away a tenth of one.",
                Limit.plain(delta),
                EpsilonDelta.mostPeople(delta)));
  }

  /// What is told, as it is asked for, of what was promised.
  static Terms terms(double epsilon, double delta, Arguments arguments) {
    try {
      return new Terms(
          epsilon,
          delta,
          Math.clamp(arguments.number("--longest", Terms.LONGEST), 0, 100),
          Math.clamp(arguments.number("--least", Terms.LEAST), 0, Integer.MAX_VALUE));
    } catch (IllegalArgumentException e) {
      throw Ending.usage(String.valueOf(e.getMessage()));
    }
  }

  private static String aggregates(Release release) {
    var out = new StringBuilder("selections\tprotected_count\tlo\thi\n");
    release.marks().forEach(mark -> out.append(mark).append("\t0\t0\t0\n"));
    line(out, release.people());
    release.aggregates().forEach(each -> line(out, each));
    return out.toString();
  }

  private static void line(StringBuilder out, Aggregate each) {
    out.append(SheetCells.harmless(each.selections()))
        .append('\t')
        .append(each.count())
        .append('\t')
        .append(each.low())
        .append('\t')
        .append(each.high())
        .append('\n');
  }

  /// Says what was made.
  static void tell(Release release, Path out, Terminal terminal) {
    if (release.aggregates().isEmpty()) {
      terminal.say(
          "NOTHING BUT NOISE: with so few people, or so small an epsilon, no count stands out of it.");
    }
    terminal.answer(
        "%s of people who do not exist and %s are in %s. Read privacy-report.html before you give them away."
            .formatted(
                Plural.of(release.size(), "row", "rows"),
                Plural.of(release.aggregates().size(), "count", "counts"),
                out));
  }
}
