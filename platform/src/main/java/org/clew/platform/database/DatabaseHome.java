package org.clew.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The folder in which a Clew keeps everything it has: the database, the passwords to reach it, the
/// keys. One Clew at a time may use it; a lock file says which.
///
/// ```
/// data/
/// ├── lock             held while a server runs
/// ├── keys/            what unlocks sealed reports; never in the database
/// ├── passwords/       owner, application: one random password each, readable by us alone
/// ├── postgres/        the database's own files
/// └── programs/        PostgreSQL itself, unpacked once for each version
/// ```
public final class DatabaseHome implements AutoCloseable {

  /// The major version whose files this Clew can open. The binaries hold no `pg_upgrade`.
  static final String MAJOR_VERSION = "18";

  /// For folders that hold people's data.
  static final FileAttribute<Set<PosixFilePermission>> OURS_ALONE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

  /// For files that hold secrets.
  static final FileAttribute<Set<PosixFilePermission>> OURS_TO_READ =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  private final Path folder;
  private final FileChannel channel;
  private final FileLock lock;

  private DatabaseHome(Path folder, FileChannel channel, FileLock lock) {
    this.folder = folder;
    this.channel = channel;
    this.lock = lock;
  }

  /// Takes the folder for this process, making it where there is none.
  ///
  /// @throws DatabaseRefused when another Clew uses it, or when its files are of another PostgreSQL
  public static DatabaseHome take(Path folder) {
    Path home = folder.toAbsolutePath().normalize();
    try {
      makeFolder(home);
      FileChannel channel =
          FileChannel.open(
              home.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = tryLock(channel);
      if (lock == null) {
        channel.close();
        throw new DatabaseRefused(
            "Another Clew is using " + home + ". Stop it, or choose another folder with --data.");
      }
      var taken = new DatabaseHome(home, channel, lock);
      taken.refuseForeignFiles();
      return taken;
    } catch (AccessDeniedException e) {
      throw new DatabaseRefused(
          "Clew may not write in the folder "
              + home
              + ". Give it to the user who runs Clew, or choose another folder with --data.",
          e);
    } catch (FileAlreadyExistsException | NotDirectoryException e) {
      throw new DatabaseRefused(home + " is no folder. Choose another place with --data.", e);
    } catch (IOException e) {
      throw new DatabaseRefused("Clew cannot use the folder " + home + ": " + e.getMessage(), e);
    }
  }

  /// Where the keys are kept.
  public static Path keys(Path folder) {
    return folder.toAbsolutePath().normalize().resolve("keys");
  }

  Path folder() {
    return folder;
  }

  Path files() {
    return folder.resolve("postgres");
  }

  Path programs() {
    return folder.resolve("programs");
  }

  Path log() {
    return folder.resolve("postgres.log");
  }

  /// The password of a role, made at random the first time it is asked for.
  String password(String role) {
    Path passwords = folder.resolve("passwords");
    Path file = passwords.resolve(role);
    try {
      if (!Files.exists(file)) {
        makeFolder(passwords);
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        writePrivately(file, HexFormat.of().formatHex(random));
      }
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The password of a role in a folder that another process holds.
  static String knownPassword(Path folder, String role) {
    Path file = folder.resolve("passwords").resolve(role);
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new DatabaseRefused(
          "The password in " + file + " cannot be read. Run this as the user who runs Clew.", e);
    }
  }

  /// A file with a role's password for one program to read; the caller deletes it.
  Path passwordCopy(String role) throws IOException {
    Path copy = folder.resolve("password.new");
    Files.deleteIfExists(copy);
    writePrivately(copy, password(role));
    return copy;
  }

  @Override
  public void close() {
    try {
      if (channel.isOpen()) {
        lock.release();
        channel.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void refuseForeignFiles() throws IOException {
    Path version = files().resolve("PG_VERSION");
    if (Files.exists(version) && !Files.readString(version).strip().equals(MAJOR_VERSION)) {
      String found = Files.readString(version).strip();
      close();
      throw new DatabaseRefused(
          "The data in %s was written by PostgreSQL %s; this Clew brings PostgreSQL %s. Make a"
                  .formatted(folder, found, MAJOR_VERSION)
              + " backup with the Clew that wrote it and restore it here.");
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException _) {
      return null;
    }
  }

  private static void makeFolder(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      Path parent = folder.getParent();
      if (parent != null) {
        Files.createDirectories(parent);
      }
      Files.createDirectory(folder, OURS_ALONE);
    }
  }

  private static void writePrivately(Path file, String content) throws IOException {
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(fresh);
    Files.createFile(fresh, OURS_TO_READ);
    try (FileChannel out = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
      out.write(ByteBuffer.wrap(content.getBytes(StandardCharsets.UTF_8)));
    }
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    makeLasting(file);
  }

  /// What a file holds and that it is there survives a power cut from here on: without its password
  /// a database is lost.
  static void makeLasting(Path file) throws IOException {
    for (Path path : List.of(file, folderOf(file))) {
      try (FileChannel kept = FileChannel.open(path, StandardOpenOption.READ)) {
        kept.force(true);
      }
    }
  }

  private static Path folderOf(Path file) {
    return Objects.requireNonNull(file.toAbsolutePath().getParent());
  }
}
