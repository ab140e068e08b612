package org.clew.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
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

/// Writes a file whole or not at all: beside its place first, and there in one move. What stands at
/// the place is not written over, unless it is said what may be; a folder, a device or a link never
/// is.
final class OutFile {

  /// What a file may take the place of.
  enum Over {
    /// Nothing: there is none yet.
    NOTHING,
    /// An ordinary file, such as what the same command wrote before.
    ORDINARY_FILE
  }

  /// For files that only the owner may read.
  static final FileAttribute<?> OWNER_ONLY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  /// Writes all of a file.
  private interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  private OutFile() {}

  /// Writes a new file.
  ///
  /// @throws Ending when it cannot be written, or something is there
  static void csv(Path place, Consumer<CellWriter> rows) {
    csv(place, Over.NOTHING, rows);
  }

  /// @throws Ending when it cannot be written; what was at its place is still there
  static void csv(Path place, Over over, Consumer<CellWriter> rows) {
    write(place, over, content(rows));
  }

  private static Content content(Consumer<CellWriter> rows) {
    return out -> {
      try (CellWriter csv = new CellWriter(out)) {
        rows.accept(csv);
      }
    };
  }

  /// Writes a new file.
  ///
  /// @param told what is told of the file as a whole, by key
  /// @throws Ending when it cannot be written, or something is there
  static void parquet(
      Path place, List<String> headings, Map<String, String> told, Consumer<ParquetWriter> rows) {
    write(
        place,
        Over.NOTHING,
        out -> {
          try (ParquetWriter parquet = new ParquetWriter(out, headings, told)) {
            rows.accept(parquet);
          }
        });
  }

  /// Writes a new file.
  ///
  /// @throws Ending when it cannot be written, or something is there
  static void bytes(Path place, byte[] bytes) {
    bytes(place, Over.NOTHING, bytes);
  }

  /// @throws Ending when it cannot be written; what was at its place is still there
  static void bytes(Path place, Over over, byte[] bytes) {
    write(place, over, out -> out.write(bytes));
  }

  /// Writes a new file that only the owner may read.
  ///
  /// @throws Ending when it cannot be written, or something is there
  static void secret(Path place, byte[] bytes) {
    secret(place, Over.NOTHING, bytes);
  }

  /// Writes what only the owner may read.
  ///
  /// @throws Ending when it cannot be written; what was at its place is still there
  static void secret(Path place, Over over, byte[] bytes) {
    write(place, over, out -> out.write(bytes), OWNER_ONLY);
  }

  /// Demands that nothing is written over that must not be.
  ///
  /// @throws Ending when something is at the place that stays there
  static void demandFree(Path place, Over over) {
    if (Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
      switch (over) {
        case NOTHING -> throw isThere(place);
        case ORDINARY_FILE -> {
          if (!Files.isRegularFile(place, LinkOption.NOFOLLOW_LINKS)) {
            throw Ending.badInput(
                "%s is a folder, a device or a link, which is not written over: name a file."
                    .formatted(place));
          }
        }
      }
    }
  }

  /// Demands that something new, a file or a folder, can be written where it is to be.
  ///
  /// @throws Ending when it cannot
  static void demandRoom(Path place) {
    demandFree(place, Over.NOTHING);
    Path beside = beside(place.toAbsolutePath());
    try {
      Files.createFile(beside);
    } catch (IOException _) {
      throw unwritable(place);
    } finally {
      forget(beside);
    }
  }

  private static Ending isThere(Path place) {
    return Ending.badInput(
        "%s is there already, and is not written over: somebody may need it. Name another place."
            .formatted(place));
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

  /// A file that is whole, beside its place; when it is closed and was not put there, it is gone.
  record Begun(Path place, Path beside, Over over) implements AutoCloseable {

    /// Puts it into its place.
    ///
    /// @throws Ending when it cannot be; what was there is still there
    void done() {
      Path whole = place.toAbsolutePath();
      try {
        switch (over) {
          case NOTHING -> moveWhereNothingIs(beside, whole);
          case ORDINARY_FILE -> Files.move(beside, whole, StandardCopyOption.REPLACE_EXISTING);
        }
      } catch (FileAlreadyExistsException _) {
        throw isThere(place);
      } catch (IOException _) {
        throw unwritable(place);
      }
    }

    @Override
    public void close() {
      forget(beside);
    }
  }

  /// Writes all of a new file, beside its place.
  ///
  /// @throws Ending when it cannot be written, or something is there
  static Begun begin(Path place, Consumer<CellWriter> rows) {
    return begin(place, Over.NOTHING, content(rows));
  }

  private static Begun begin(
      Path place, Over over, Content content, FileAttribute<?>... attributes) {
    demandFree(place, over);
    Path beside = beside(place.toAbsolutePath());
    boolean whole = false;
    try (OutputStream out =
        Channels.newOutputStream(
            Files.newByteChannel(
                beside,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                attributes))) {
      content.writeTo(out);
      whole = true;
    } catch (IOException | UncheckedIOException _) {
      whole = false;
      throw unwritable(place);
    } finally {
      if (!whole) {
        forget(beside);
      }
    }
    return new Begun(place, beside, over);
  }

  private static void write(
      Path place, Over over, Content content, FileAttribute<?>... attributes) {
    try (Begun begun = begin(place, over, content, attributes)) {
      begun.done();
    }
  }

  /// A link is not made where another command has written meanwhile; a move would replace that.
  private static void moveWhereNothingIs(Path beside, Path whole) throws IOException {
    try {
      Files.createLink(whole, beside);
    } catch (FileAlreadyExistsException e) {
      throw e;
    } catch (FileSystemException | UnsupportedOperationException _) {
      Files.move(beside, whole); // This file system has no links.
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
