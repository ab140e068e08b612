package org.clew.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Consumer;

/// Writes a file whole or not at all: beside its place first, and there in one move.
final class OutFile {

  private OutFile() {}

  /// @throws Ending when it cannot be written; what was at its place is still there
  static void csv(Path place, Consumer<CsvWriter> rows) {
    Path whole = place.toAbsolutePath();
    Path beside = whole.resolveSibling(whole.getFileName() + ".part");
    try {
      try (Writer out = new BufferedWriter(Files.newBufferedWriter(beside), 1 << 16);
          CsvWriter csv = CsvWriter.builder().build(out)) {
        rows.accept(csv);
      }
      Files.move(beside, whole, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException | UncheckedIOException e) {
      throw Ending.badInput(
          "%s cannot be written. Is there such a folder, may you write there, and is there room?"
              .formatted(place));
    } finally {
      forget(beside);
    }
  }

  private static void forget(Path beside) {
    try {
      Files.deleteIfExists(beside);
    } catch (IOException _) {
      // It is not the result, and says so by its name.
    }
  }
}
