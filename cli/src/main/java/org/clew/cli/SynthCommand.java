package org.clew.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.clew.disclosure.Microdata;
import org.clew.disclosure.codebook.Codebook;
import org.clew.disclosure.codebook.CodebookRefused;
import org.clew.disclosure.codebook.CodebookText;
import org.clew.disclosure.codebook.Coding;
import org.clew.disclosure.noise.Bits;
import org.clew.disclosure.release.Aggregate;
import org.clew.disclosure.release.PrivacyReport;
import org.clew.disclosure.release.Release;
import org.clew.disclosure.release.Terms;
import org.clew.disclosure.synthesis.Synthesis;
import org.clew.tables.CellWriter;
import org.clew.tables.SheetCells;

/// `clew release synth`: rows of people who do not exist, counts with intervals, and the report.
final class SynthCommand {

  static final String USAGE =
      """
        synth             a list of people who do not exist, about as many, with the same connections between
                          columns, and counts with intervals, under differential privacy
        --codebook C.json what the columns hold: draft it with release codebook, and correct it
        --epsilon E       how much may be told of anybody, from 0.01 to 20: the smaller, the less. Many take 1
        --delta D         the chance that the promise does not hold. Default: 0.0000001
        --out DIR         a new folder: synthetic.csv, aggregates.tsv, privacy-report.html and .json, datapackage.json
        --longest N       counts of so many values together are told, 1 to 3. Default: 3
        --least N         the least count that is told. Default: 10
        --test-seed N     for tests alone: noise that can be made again, and therefore hides NOBODY
      """;

  /// What files say that were made from a seed.
  private static final String HIDES_NOBODY = "TEST_RELEASE_HIDES_NOBODY";

  private static final int MOST_BYTES = 4 << 20;

  private static final Set<String> VALUED =
      Set.of(
          "--codebook",
          "--epsilon",
          "--delta",
          "--out",
          "--longest",
          "--least",
          "--test-seed",
          "--delimiter",
          "--encoding");

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
    if (arguments.rest().size() != 1) {
      throw Ending.usage("synth takes one file.");
    }
    Path out = required("--out", "a new folder");
    Path codebookFile = required("--codebook", "made with release codebook");
    Terms terms = terms();
    Bits bits = bits();
    OutFolder.demandNew(out);
    Path in = Arguments.path(arguments.rest().getFirst());
    Release release;
    try {
      Codebook codebook = codebook(codebookFile);
      var coding = new Coding(codebook);
      Microdata people = people(in, coding);
      terminal.demandGoingOn();
      release = Release.of(codebook, coding, people, terms, bits, terminal.heardBy("Steps taken"));
    } catch (CodebookRefused e) {
      throw Ending.badInput("%s: %s".formatted(in, e.sentence()));
    } catch (Synthesis.Stopped _) {
      throw Ending.stopped();
    }
    terminal.demandGoingOn();
    OutFolder.write(out, folder -> write(release, folder));
    tell(release, out);
  }

  private Path required(String option, String what) {
    return arguments
        .file(option)
        .orElseThrow(() -> Ending.usage("synth needs %s: %s.".formatted(option, what)));
  }

  private Terms terms() {
    if (!arguments.has("--epsilon")) {
      throw Ending.usage(
          "Say how much may be told of anybody: --epsilon, from 0.01 to 20. Many take 1.");
    }
    try {
      return new Terms(
          decimal("--epsilon", 1),
          decimal("--delta", Terms.DELTA),
          Math.clamp(arguments.number("--longest", Terms.LONGEST), 0, 100),
          Math.clamp(arguments.number("--least", Terms.LEAST), 0, Integer.MAX_VALUE));
    } catch (IllegalArgumentException e) {
      throw Ending.usage(String.valueOf(e.getMessage()));
    }
  }

  private double decimal(String option, double otherwise) {
    try {
      return arguments.one(option).map(Double::parseDouble).orElse(otherwise);
    } catch (NumberFormatException _) {
      throw Ending.usage("%s takes a number, such as 0.5.".formatted(option));
    }
  }

  private Bits bits() {
    return arguments.has("--test-seed")
        ? Bits.ofSeed(arguments.number("--test-seed", 0))
        : Bits.secret();
  }

  private static Codebook codebook(Path file) {
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw Ending.badInput("%s is no codebook: it is larger than 4 MB.".formatted(file));
      }
      return CodebookText.read(Files.readString(file));
    } catch (CodebookRefused e) {
      throw Ending.badInput("%s: %s".formatted(file, e.sentence()));
    } catch (IOException _) {
      throw Ending.badInput(
          "%s cannot be read as a codebook. Is it there, and is it UTF-8?".formatted(file));
    }
  }

  private Microdata people(Path in, Coding coding) {
    Sheet sheet = new InputOptions(arguments).sheet(in);
    Coding.Reader reader = coding.reader(sheet.headings());
    sheet.each(
        row -> {
          reader.add(row.line(), row.cells());
          return true;
        });
    Microdata people = reader.microdata();
    if (reader.differing() > 0) {
      terminal.say(
          "%,d times a further row of a person said something else than their first; what the first said is used."
              .formatted(reader.differing()));
    }
    return people;
  }

  private static void write(Release release, Path folder) {
    PrivacyReport report = release.report();
    OutFile.csv(folder.resolve("synthetic.csv"), csv -> rows(release, csv));
    OutFile.bytes(folder.resolve("aggregates.tsv"), utf8(aggregates(release)));
    OutFile.bytes(folder.resolve("privacy-report.json"), utf8(report.json()));
    OutFile.bytes(folder.resolve("privacy-report.html"), utf8(report.html()));
    OutFile.bytes(folder.resolve("datapackage.json"), utf8(release.dataPackage()));
    if (!report.warnings().isEmpty()) {
      OutFile.bytes(
          folder.resolve("WARNING.txt"), utf8(String.join("\n\n", report.warnings()) + "\n"));
    }
  }

  private static void rows(Release release, CellWriter csv) {
    List<String> more = release.isTest() ? List.of(HIDES_NOBODY) : List.of();
    csv.row(cells(release.headings(), more));
    for (int row = 0; row < release.size(); row++) {
      csv.row(cells(release.row(row), more));
    }
  }

  private static List<String> cells(List<String> cells, List<String> more) {
    return Stream.concat(cells.stream(), more.stream()).map(SheetCells::harmless).toList();
  }

  private static String aggregates(Release release) {
    var out = new StringBuilder("selections\tprotected_count\tlo\thi\n");
    if (release.isTest()) {
      out.append(HIDES_NOBODY).append("\t0\t0\t0\n");
    }
    line(out, release.people());
    release.aggregates().forEach(each -> line(out, each));
    return out.toString();
  }

  private static void line(StringBuilder out, Aggregate each) {
    out.append(SheetCells.harmless(each.selections().replace('\t', ' ').replace('\n', ' ')))
        .append('\t')
        .append(each.count())
        .append('\t')
        .append(each.low())
        .append('\t')
        .append(each.high())
        .append('\n');
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private void tell(Release release, Path out) {
    release.report().warnings().forEach(terminal::say);
    terminal.answer(
        String.format(
            Locale.ROOT,
            "%,d rows of people who do not exist and %,d counts are in %s. Read privacy-report.html before you give them away.",
            release.size(),
            release.aggregates().size(),
            out));
  }
}
