package org.clew.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.clew.tables.CellWriter;
import org.clew.tables.ParquetWriter;

/// Writes a file whole or not at all: beside its place first, and there in one move.
final class OutFile {

  /// For files that only the owner may read.
  static final FileAttribute<?> OWNER_ONLY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  /// Writes all of a file.
  private interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  private OutFile() {}

  /// @throws Ending when it cannot be written; what was at its place is still there
  static void csv(Path place, Consumer<CellWriter> rows) {
    write(
        place,
        out -> {
          try (CellWriter csv = new CellWriter(out)) {
            rows.accept(csv);
          }
        });
  }

  /// @param told what is told of the file as a whole, by key
  /// @throws Ending when it cannot be written; what was at its place is still there
  static void parquet(
      Path place, List<String> headings, Map<String, String> told, Consumer<ParquetWriter> rows) {
    write(
        place,
        out -> {
          try (ParquetWriter parquet = new ParquetWriter(out, headings, told)) {
            rows.accept(parquet);
          }
        });
  }

  /// @throws Ending when it cannot be written; what was at its place is still there
  static void bytes(Path place, byte[] bytes) {
    write(place, out -> out.write(bytes));
  }

  /// Writes what only the owner may read.
  ///
  /// @throws Ending when it cannot be written; what was at its place is still there
  static void secret(Path place, byte[] bytes) {
    write(place, out -> out.write(bytes), OWNER_ONLY);
  }

  /// Demands that something can be written where it is to be.
  ///
  /// @throws Ending when it cannot
  static void demandRoomBeside(Path place) {
    Path beside = beside(place.toAbsolutePath());
    try {
      Files.createFile(beside);
    } catch (IOException _) {
      throw unwritable(place);
    } finally {
      forget(beside);
    }
  }

  private static Ending unwritable(Path place) {
    return Ending.badInput(
        "%s cannot be written. Is there such a folder, may you write there, and is there room?"
            .formatted(place));
  }

  /// A name beside a place that nothing has.
  static Path beside(Path place) {
    return place.resolveSibling(
        "%s.%s.part"
            .formatted(place.getFileName(), Long.toHexString(new SplittableRandom().nextLong())));
  }

  private static void write(Path place, Content content, FileAttribute<?>... attributes) {
    Path whole = place.toAbsolutePath();
    Path beside = beside(whole);
    try {
      try (OutputStream out =
          Channels.newOutputStream(
              Files.newByteChannel(
                  beside,
                  Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                  attributes))) {
        content.writeTo(out);
      }
      Files.move(beside, whole, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException | UncheckedIOException _) {
      throw unwritable(place);
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
