package org.clew.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.clew.disclosure.Stopped;
import org.clew.disclosure.codebook.Codebook;
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
/// @param booking what is booked before anything is written
/// @param bits secret but for tests
record SynthesisJob(
    Path in, Path out, DescribedList list, Booking booking, Bits bits, Terminal terminal) {

  /// The options that each of them has.
  static final Set<String> VALUED =
      Accounting.with("--codebook", "--out", "--test-seed", "--delimiter", "--encoding");

  /// Reads what is asked for, and the list.
  ///
  /// @param command as people type it
  /// @throws Ending when something is missing or cannot be read, or the folder is there
  static SynthesisJob asked(
      String command, Arguments arguments, Accounting accounting, Terminal terminal) {
    if (arguments.rest().size() != 1) {
      throw Ending.usage("%s takes one file.".formatted(command));
    }
    Path out = required(command, arguments, "--out", "a new folder");
    Path described = required(command, arguments, "--codebook", "made with release codebook");
    Bits bits =
        arguments.has("--test-seed")
            ? Bits.ofSeed(arguments.number("--test-seed", 0))
            : Bits.secret();
    OutFolder.demandNew(out);
    Path in = Arguments.path(arguments.rest().getFirst());
    Sheet sheet = new InputOptions(arguments).sheet(in);
    Codebook codebook = DescribedList.codebook(described);
    Booking booking = accounting.of(sheet, Optional.of(codebook));
    DescribedList list = DescribedList.read(sheet, codebook, terminal);
    return new SynthesisJob(in, out, list, booking, bits, terminal);
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

  /// A release and where it is written.
  ///
  /// @param folder a name within the new folder; empty for that folder itself
  /// @param more writes what else there is into it
  record Part(String folder, SyntheticRelease release, Consumer<Path> more) {}

  /// Books what is released where there is an account, writes the folder, and says on the terminal
  /// what must be said first.
  void write(List<Part> parts) {
    terminal.demandGoingOn();
    booking.around(
        out,
        terminal,
        booked ->
            OutFolder.write(
                out,
                folder ->
                    parts.forEach(
                        part -> {
                          Path own = folder.resolve(part.folder());
                          OutFolder.within(own);
                          ReleaseReport plain = part.release().report();
                          fill(
                              part.release(),
                              booked.map(plain::bookedAs).orElse(plain),
                              own,
                              part.more(),
                              terminal);
                        })));
    parts.stream()
        .flatMap(part -> part.release().report().warnings().stream())
        .distinct()
        .forEach(terminal::say);
  }

  /// Writes a folder, and says on the terminal what must be said first.
  static void write(
      SyntheticRelease release,
      ReleaseReport report,
      Path out,
      Consumer<Path> more,
      Terminal terminal) {
    OutFolder.write(out, folder -> fill(release, report, folder, more, terminal));
    report.warnings().forEach(terminal::say);
  }

  private static void fill(
      SyntheticRelease release,
      ReleaseReport report,
      Path folder,
      Consumer<Path> more,
      Terminal terminal) {
    OutFile.csv(folder.resolve("synthetic.csv"), csv -> rows(release, csv, terminal));
    OutFile.parquet(
        folder.resolve("synthetic.parquet"),
        release.headings(),
        told(report),
        parquet -> each(release, parquet::row, terminal));
    OutFile.bytes(folder.resolve("privacy-report.json"), utf8(report.json()));
    OutFile.bytes(folder.resolve("privacy-report.html"), utf8(report.html()));
    OutFile.bytes(folder.resolve("datapackage.json"), utf8(release.dataPackage()));
    if (!report.warnings().isEmpty()) {
      OutFile.bytes(folder.resolve("WARNING.txt"), utf8(warnings(report) + "\n"));
    }
    more.accept(folder);
  }

  private static void rows(SyntheticRelease release, CellWriter csv, Terminal terminal) {
    csv.row(harmless(release.headings()));
    each(release, row -> csv.row(harmless(row)), terminal);
  }

  private static void each(
      SyntheticRelease release, Consumer<List<String>> rows, Terminal terminal) {
    for (int row = 0; row < release.size(); row++) {
      terminal.demandGoingOn();
      rows.accept(release.row(row));
    }
  }

  private static List<String> harmless(List<String> cells) {
    return cells.stream().map(SheetCells::harmlessOrNumber).toList();
  }

  /// What a file of rows says of itself.
  private static Map<String, String> told(ReleaseReport report) {
    var told = new LinkedHashMap<String, String>();
    if (!report.warnings().isEmpty()) {
      told.put("warning", warnings(report));
    }
    told.put("promise", report.promise().written());
    told.put("description", "Rows of people who do not exist. Read privacy-report.html first.");
    return told;
  }

  private static String warnings(ReleaseReport report) {
    return String.join("\n\n", report.warnings());
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
