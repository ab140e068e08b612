package org.clew.cli;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/// A folder that only its owner may open, for what must stay secret between two commands.
final class SecretFolder {

  private static final Set<PosixFilePermission> OTHERS =
      EnumSet.complementOf(
          EnumSet.of(
              PosixFilePermission.OWNER_READ,
              PosixFilePermission.OWNER_WRITE,
              PosixFilePermission.OWNER_EXECUTE));

  private final Path folder;

  private SecretFolder(Path folder) {
    this.folder = folder;
  }

  /// The folder, made where there is none.
  ///
  /// @throws Ending when others may open it
  static SecretFolder make(Path folder) {
    try {
      Files.createDirectory(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    } catch (FileAlreadyExistsException _) {
      return open(folder, "");
    } catch (IOException | UnsupportedOperationException _) {
      throw Ending.badInput(
          "The folder %s cannot be made. Is there one above it, and may you write there?"
              .formatted(folder));
    }
    return open(folder, "");
  }

  /// The folder as it is.
  ///
  /// @param madeBy what to say of how it comes about
  /// @throws Ending when there is none, or others may open it
  static SecretFolder open(Path folder, String madeBy) {
    if (!Files.isDirectory(folder)) {
      throw Ending.badInput("There is no folder %s. %s".formatted(folder, madeBy).strip());
    }
    demandPrivate(folder, "700");
    return new SecretFolder(folder);
  }

  private static void demandPrivate(Path path, String mode) {
    try {
      Set<PosixFilePermission> open = EnumSet.copyOf(OTHERS);
      open.retainAll(Files.getPosixFilePermissions(path));
      if (!open.isEmpty()) {
        throw Ending.badInput(
            "Others may open %s, which must be secret. Close it: chmod %s %s"
                .formatted(path, mode, path));
      }
    } catch (IOException | UnsupportedOperationException _) {
      throw Ending.badInput("Who may open %s cannot be told.".formatted(path));
    }
  }

  Path file(String name) {
    return folder.resolve(name);
  }

  /// All of a file.
  ///
  /// @throws Ending when others may open it, or it cannot be read
  byte[] read(String name) {
    Path file = file(name);
    demandPrivate(file, "600");
    try {
      return Files.readAllBytes(file);
    } catch (IOException _) {
      throw Ending.badInput("%s cannot be read.".formatted(file));
    }
  }

  /// Makes an empty file that is not there yet, and brings it onto the disk, its name in the folder
  /// too.
  ///
  /// @throws FileAlreadyExistsException when it is there
  /// @throws IOException when it cannot be made; it may be there then
  void mark(String name) throws IOException {
    var made = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try (FileChannel mark = FileChannel.open(file(name), made, OutFile.OWNER_ONLY)) {
      mark.force(true);
    }
    try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
      names.force(true);
    }
  }

  @Override
  public String toString() {
    return folder.toString();
  }
}
