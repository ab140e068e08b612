package org.clew.platform.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/// PostgreSQL itself, out of the archive on the class path. Unpacked once for each version, beside
/// its final place and then renamed, so that a kill in between leaves nothing half there.
final class PostgresBinaries {

  private PostgresBinaries() {}

  /// The folder that holds `bin/postgres`, unpacking it first where needed.
  static Path unpackInto(Path programs) {
    String archive = archiveName(System.getProperty("os.name"), System.getProperty("os.arch"));
    URL found = PostgresBinaries.class.getResource("/" + archive);
    if (found == null) {
      throw new DatabaseRefused(
          "Clew brings no PostgreSQL for this machine ("
              + archive
              + "). Install PostgreSQL 16 or newer and set CLEW_DATABASE_URL.");
    }
    try {
      URLConnection packed = found.openConnection();
      // The archive's length tells one minor version from the next.
      String name = archive.replace(".txz", "-" + packed.getContentLengthLong());
      Path place = programs.toAbsolutePath().normalize().resolve(name);
      if (!Files.isRegularFile(place.resolve("bin/postgres"))) {
        try (InputStream in = packed.getInputStream()) {
          unpack(in, place);
        }
      }
      return place;
    } catch (IOException e) {
      throw new DatabaseRefused("PostgreSQL could not be unpacked: " + e.getMessage(), e);
    }
  }

  /// The archive for an operating system and processor as Java names them.
  static String archiveName(String osName, String osArch) {
    String os = osName.toLowerCase(Locale.ROOT).contains("mac") ? "darwin" : "linux";
    String arch =
        switch (osArch) {
          case "aarch64", "arm64" -> "arm_64";
          default -> "x86_64";
        };
    if (osName.toLowerCase(Locale.ROOT).contains("windows")) {
      throw new DatabaseRefused(
          "Clew does not run on Windows itself. Use the Windows Subsystem for Linux.");
    }
    return "postgres-" + os + "-" + arch + ".txz";
  }

  /// Unpacks a compressed archive to a place where nothing is yet.
  static void unpack(InputStream archive, Path place) throws IOException {
    Path programs = Objects.requireNonNull(place.getParent());
    Files.createDirectories(programs);
    Path fresh = Files.createTempDirectory(programs, "unpacking");
    // Others must be able to enter: as root the database runs under another user.
    Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rwxr-xr-x"));
    try (var tar =
        new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(archive)))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        unpackEntry(tar, entry, fresh);
      }
      Files.move(fresh, place, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      deleteTree(fresh);
      // Another Clew was quicker.
      if (!Files.isRegularFile(place.resolve("bin/postgres"))) {
        throw e;
      }
    }
  }

  private static void unpackEntry(TarArchiveInputStream tar, TarArchiveEntry entry, Path root)
      throws IOException {
    Path target = root.resolve(entry.getName()).normalize();
    if (!target.startsWith(root)) {
      throw new IOException("the archive wants to write outside its folder: " + entry.getName());
    }
    Path parent = target.getParent();
    Files.createDirectories(parent == null ? root : parent);
    if (entry.isDirectory()) {
      Files.createDirectories(target);
    } else if (entry.isSymbolicLink()) {
      Path link = Path.of(entry.getLinkName());
      if (!target.resolveSibling(link).normalize().startsWith(root)) {
        throw new IOException("the archive wants to link outside its folder: " + entry.getName());
      }
      Files.createSymbolicLink(target, link);
    } else {
      Files.copy(tar, target);
      boolean runs = (entry.getMode() & 0100) != 0;
      Files.setPosixFilePermissions(
          target, PosixFilePermissions.fromString(runs ? "rwxr-xr-x" : "rw-r--r--"));
    }
  }

  static void deleteTree(Path root) throws IOException {
    try (Stream<Path> tree = Files.walk(root)) {
      for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }
}
