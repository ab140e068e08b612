package org.clew.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.clew.disclosure.Stopped;
import org.clew.disclosure.codebook.CodebookRefused;
import org.clew.disclosure.noise.Bits;
import org.clew.disclosure.release.ReleaseReport;
import org.clew.disclosure.release.SyntheticRelease;
import org.clew.tables.CellWriter;
import org.clew.tables.SheetCells;

/// What the commands share that make rows of people who do not exist out of a list: what they are
/// asked, and the folder they write.
///
/// @param out a new folder
/// @param bits secret but for tests
record SynthesisJob(Path in, Path out, DescribedList list, Bits bits, Terminal terminal) {

  /// The options that each of them has.
  static final List<String> VALUED =
      List.of("--codebook", "--out", "--test-seed", "--delimiter", "--encoding");

  /// Reads what is asked for, and the list.
  ///
  /// @param command as people type it
  /// @throws Ending when something is missing or cannot be read, or the folder is there
  static SynthesisJob asked(String command, Arguments arguments, Terminal terminal) {
    if (arguments.rest().size() != 1) {
      throw Ending.usage("%s takes one file.".formatted(command));
    }
    Path out = required(command, arguments, "--out", "a new folder");
    Path codebook = required(command, arguments, "--codebook", "made with release codebook");
    Bits bits =
        arguments.has("--test-seed")
            ? Bits.ofSeed(arguments.number("--test-seed", 0))
            : Bits.secret();
    OutFolder.demandNew(out);
    Path in = Arguments.path(arguments.rest().getFirst());
    DescribedList list =
        DescribedList.read(
            new InputOptions(arguments).sheet(in), DescribedList.codebook(codebook), terminal);
    return new SynthesisJob(in, out, list, bits, terminal);
  }

  private static Path required(String command, Arguments arguments, String option, String what) {
    return arguments
        .file(option)
        .orElseThrow(() -> Ending.usage("%s needs %s: %s.".formatted(command, option, what)));
  }

  /// Makes a release.
  ///
  /// @throws Ending when the list cannot be released, or somebody stopped it
  <T> T made(Supplier<T> release) {
    try {
      return release.get();
    } catch (CodebookRefused e) {
      throw Ending.badInput("%s: %s".formatted(in, e.sentence()));
    } catch (Stopped _) {
      throw Ending.stopped();
    }
  }

  /// Writes the folder, and says on the terminal what must be said first.
  ///
  /// @param testMark what each row says of a release whose lots can be drawn again
  /// @param more writes what else there is into the folder
  void write(SyntheticRelease release, String testMark, Consumer<Path> more) {
    terminal.demandGoingOn();
    ReleaseReport report = release.report();
    OutFolder.write(
        out,
        folder -> {
          OutFile.csv(folder.resolve("synthetic.csv"), csv -> rows(release, testMark, csv));
          OutFile.bytes(folder.resolve("privacy-report.json"), utf8(report.json()));
          OutFile.bytes(folder.resolve("privacy-report.html"), utf8(report.html()));
          if (!report.warnings().isEmpty()) {
            OutFile.bytes(
                folder.resolve("WARNING.txt"), utf8(String.join("\n\n", report.warnings()) + "\n"));
          }
          more.accept(folder);
        });
    report.warnings().forEach(terminal::say);
  }

  private static void rows(SyntheticRelease release, String testMark, CellWriter csv) {
    List<String> more = release.isTest() ? List.of(testMark) : List.of();
    csv.row(cells(release.headings(), more));
    for (int row = 0; row < release.size(); row++) {
      csv.row(cells(release.row(row), more));
    }
  }

  private static List<String> cells(List<String> cells, List<String> more) {
    return Stream.concat(cells.stream(), more.stream()).map(SheetCells::harmlessOrNumber).toList();
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
