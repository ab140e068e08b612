package org.clew.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.clew.disclosure.Stopped;
import org.clew.disclosure.codebook.Codebook;
import org.clew.disclosure.codebook.CodebookRefused;
import org.clew.disclosure.combinations.CombinationCounts;
import org.clew.disclosure.noise.Bits;
import org.clew.disclosure.release.KAnonymityReport;
import org.clew.disclosure.release.KAnonymousRelease;
import org.clew.tables.CellWriter;
import org.clew.tables.SheetCells;

/// `clew release kanon synth`: rows of people who do not exist that tell only what k people share.
final class KanonSynthCommand {

  static final String USAGE =
      """
        kanon synth       a list of people who do not exist, as many, in which all values that stand together are
                          those of K people or more. NO differential privacy: make one of the same people, no second
        --codebook C.json what the columns hold: draft it with release codebook, and correct it
        --k K             how many people have whatever is told, from 2
        --longest N       that is said of so many values together, 1 to 4. Default: 4
        --out DIR         a new folder: synthetic.csv, privacy-report.html and .json, WARNING.txt
        --test-seed N     for tests alone: lots that can be drawn again
      """;

  private static final Set<String> VALUED =
      Set.of("--codebook", "--k", "--longest", "--out", "--test-seed", "--delimiter", "--encoding");

  /// What a file says that was made from a seed.
  private static final String TEST = "TEST_RELEASE";

  private final Arguments arguments;
  private final Terminal terminal;

  private KanonSynthCommand(Arguments arguments, Terminal terminal) {
    this.arguments = arguments;
    this.terminal = terminal;
  }

  /// @param words what stands after `release kanon synth`
  /// @throws Ending when it ends other than well
  static void run(List<String> words, Terminal terminal) {
    new KanonSynthCommand(Arguments.read(words, VALUED, Set.of()), terminal).run();
  }

  private void run() {
    if (arguments.rest().size() != 1) {
      throw Ending.usage("kanon synth takes one file.");
    }
    Path out = required("--out", "a new folder");
    Path codebookFile = required("--codebook", "made with release codebook");
    int k = number("--k", 0, 2, Integer.MAX_VALUE, "Say how many people must have what is told:");
    int longest = number("--longest", CombinationCounts.LONGEST, 1, CombinationCounts.LONGEST, "");
    Bits bits =
        arguments.has("--test-seed")
            ? Bits.ofSeed(arguments.number("--test-seed", 0))
            : Bits.secret();
    OutFolder.demandNew(out);
    Path in = Arguments.path(arguments.rest().getFirst());
    Codebook codebook = DescribedList.codebook(codebookFile);
    DescribedList list =
        DescribedList.read(new InputOptions(arguments).sheet(in), codebook, terminal);
    KAnonymousRelease release;
    try {
      release =
          KAnonymousRelease.of(
              codebook,
              list.coding(),
              list.people(),
              k,
              longest,
              bits,
              terminal.heardBy("Rows done"));
    } catch (CodebookRefused e) {
      throw Ending.badInput("%s: %s".formatted(in, e.sentence()));
    } catch (Stopped _) {
      throw Ending.stopped();
    }
    terminal.demandGoingOn();
    OutFolder.write(out, folder -> write(release, folder));
    tell(release, out);
  }

  private Path required(String option, String what) {
    return arguments
        .file(option)
        .orElseThrow(() -> Ending.usage("kanon synth needs %s: %s.".formatted(option, what)));
  }

  private int number(String option, int otherwise, int least, int most, String why) {
    long number = arguments.number(option, otherwise);
    if (number < least || number > most) {
      throw Ending.usage(
          "%s %s takes a number from %d%s."
              .formatted(why, option, least, most == Integer.MAX_VALUE ? "" : " to " + most)
              .strip());
    }
    return (int) number;
  }

  private static void write(KAnonymousRelease release, Path folder) {
    KAnonymityReport report = release.report();
    OutFile.csv(folder.resolve("synthetic.csv"), csv -> rows(release, csv));
    OutFile.bytes(folder.resolve("privacy-report.json"), utf8(report.json()));
    OutFile.bytes(folder.resolve("privacy-report.html"), utf8(report.html()));
    OutFile.bytes(
        folder.resolve("WARNING.txt"), utf8(String.join("\n\n", report.warnings()) + "\n"));
  }

  private static void rows(KAnonymousRelease release, CellWriter csv) {
    List<String> more = release.isTest() ? List.of(TEST) : List.of();
    csv.row(cells(release.headings(), more));
    for (int row = 0; row < release.size(); row++) {
      csv.row(cells(release.row(row), more));
    }
  }

  private static List<String> cells(List<String> cells, List<String> more) {
    return Stream.concat(cells.stream(), more.stream()).map(SheetCells::harmless).toList();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private void tell(KAnonymousRelease release, Path out) {
    release.report().warnings().forEach(terminal::say);
    terminal.answer(
        String.format(
            Locale.ROOT,
            "%,d rows of people who do not exist are in %s. Read privacy-report.html before you give them away.",
            release.size(),
            out));
  }
}
