package org.clew.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
/// @param booking what is booked before anything is in its place
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
    Booking booking = accounting.of(sheet, codebook);
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

  /// Writes a folder, having booked what is released where there is an account, and says on the
  /// terminal what must be said first.
  void write(List<Part> parts) {
    write(parts, out, booking, terminal);
  }

  /// The same of a job without a list. All that takes time is written before it is booked: whoever
  /// stops it until then has told nothing and booked nothing; afterwards it is not stopped any
  /// more.
  static void write(List<Part> parts, Path out, Booking booking, Terminal terminal) {
    terminal.demandGoingOn();
    List<ReleaseReport> reports = new ArrayList<>();
    try (OutFolder begun = OutFolder.begin(out)) {
      parts.forEach(part -> rows(part, begun.beside(), terminal));
      terminal.demandGoingOn();
      booking.around(
          out,
          terminal,
          booked -> {
            for (Part part : parts) {
              ReleaseReport plain = part.release().report();
              ReleaseReport report = booked.map(plain::bookedAs).orElse(plain);
              reports(report, begun.beside().resolve(part.folder()));
              reports.add(report);
            }
            begun.done();
          });
    }
    reports.stream()
        .flatMap(report -> report.warnings().stream())
        .distinct()
        .forEach(terminal::say);
  }

  private static void rows(Part part, Path all, Terminal terminal) {
    SyntheticRelease release = part.release();
    Path folder = all.resolve(part.folder());
    OutFolder.within(folder);
    OutFile.csv(folder.resolve("synthetic.csv"), csv -> rows(release, csv, terminal));
    OutFile.parquet(
        folder.resolve("synthetic.parquet"),
        release.headings(),
        told(release.report()),
        parquet -> each(release, parquet::row, terminal));
    OutFile.bytes(folder.resolve("datapackage.json"), utf8(release.dataPackage()));
    part.more().accept(folder);
  }

  private static void reports(ReleaseReport report, Path folder) {
    OutFile.bytes(folder.resolve("privacy-report.json"), utf8(report.json()));
    OutFile.bytes(folder.resolve("privacy-report.html"), utf8(report.html()));
    if (!report.warnings().isEmpty()) {
      OutFile.bytes(folder.resolve("WARNING.txt"), utf8(warnings(report) + "\n"));
    }
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
