package org.clew.platform.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// A backup that was read through once: every entry is there, is what was written, and none is
/// more.
final class BackupReader implements AutoCloseable {

  private static final String DAMAGED =
      "The backup %s is damaged or not whole (%s). Nothing was changed; use another copy of it.";

  private final Path file;
  private final ZipFile zip;
  private final BackupSeal seal;
  private final BackupManifest manifest;

  private BackupReader(Path file, ZipFile zip, String passphrase) throws IOException {
    this.file = file;
    this.zip = zip;
    seal = BackupSeal.of(terms(), passphrase);
    manifest = readManifest();
  }

  /// Opens a backup.
  ///
  /// @throws BackupRefused when it is no backup, the passphrase is not its own, it is damaged, or
  ///   holds what it does not name
  static BackupReader open(Path file, String passphrase) {
    refuseMissing(file);
    try {
      var zip = new ZipFile(file.toFile());
      try {
        var reader = new BackupReader(file, zip, passphrase);
        reader.check();
        return reader;
      } catch (IOException | RuntimeException e) {
        zip.close();
        throw e;
      }
    } catch (IOException e) {
      throw new BackupRefused(
          "The file %s is no backup of Clew, or is not whole. Nothing was changed.".formatted(file),
          e);
    }
  }

  /// Refuses what is no file, or not ours to read.
  static void refuseMissing(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new BackupRefused("There is no file " + file + ".");
    }
    if (!Files.isReadable(file)) {
      throw new BackupRefused("The file " + file + " is not yours to read.");
    }
  }

  BackupManifest manifest() {
    return manifest;
  }

  InputStream rows(BackupManifest.Table table) throws IOException {
    return content(table.entry());
  }

  /// Writes the keys into a folder that is ours alone.
  void writeKeys(Path keys) throws IOException {
    for (String name : manifest.entries().keySet()) {
      if (name.startsWith(BackupManifest.KEYS)) {
        Path key = keys.resolve(name.substring(BackupManifest.KEYS.length())).normalize();
        Path folder = key.getParent();
        if (!key.startsWith(keys) || folder == null) {
          throw new BackupRefused(DAMAGED.formatted(file, "a key lies outside its folder"));
        }
        Files.createDirectories(folder, DatabaseHome.OURS_ALONE);
        Files.createFile(key, DatabaseHome.OURS_TO_READ);
        try (InputStream in = content(name);
            OutputStream out = Files.newOutputStream(key)) {
          in.transferTo(out);
        }
        DatabaseHome.makeLasting(key);
      }
    }
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }

  private BackupSeal.Terms terms() throws IOException {
    ZipEntry entry = zip.getEntry(BackupSeal.ENTRY);
    if (entry == null) {
      throw new BackupRefused(
          "The file " + file + " is no backup of Clew: it bears no seal. Nothing was changed.");
    }
    try (InputStream in = zip.getInputStream(entry)) {
      return JsonMapper.builder().build().readValue(in, BackupSeal.Terms.class);
    } catch (JacksonException e) {
      throw new BackupRefused(DAMAGED.formatted(file, "its seal cannot be read"), e);
    }
  }

  private BackupManifest readManifest() {
    try (InputStream in = content(BackupManifest.ENTRY)) {
      BackupManifest read = JsonMapper.builder().build().readValue(in, BackupManifest.class);
      if (!BackupManifest.FORMAT.equals(read.format())) {
        throw new BackupRefused("The file " + file + " is no backup of Clew. Nothing was changed.");
      }
      if (read.version() > BackupManifest.VERSION) {
        throw new BackupRefused(
            "The backup " + file + " was written by a newer Clew. Restore it with that one.");
      }
      return read;
    } catch (IOException | JacksonException e) {
      throw new BackupRefused(
          "The passphrase does not open the backup "
              + file
              + ", or the backup is damaged. Nothing was changed.",
          e);
    }
  }

  private void check() throws IOException {
    Set<String> present =
        zip.stream().map(ZipEntry::getName).collect(Collectors.toCollection(HashSet::new));
    present.remove(BackupManifest.ENTRY);
    present.remove(BackupSeal.ENTRY);
    if (!present.equals(manifest.entries().keySet())) {
      throw new BackupRefused(DAMAGED.formatted(file, "its entries are not those it names"));
    }
    for (BackupManifest.Table table : manifest.tables()) {
      if (!present.contains(table.entry())) {
        throw new BackupRefused(DAMAGED.formatted(file, table.name() + " is missing"));
      }
    }
    for (String name : present) {
      if (!digest(name).equals(manifest.entries().get(name))) {
        throw new BackupRefused(DAMAGED.formatted(file, name + " is not as it was written"));
      }
    }
  }

  private String digest(String name) {
    MessageDigest digest = BackupWriter.sha256();
    try (InputStream in = content(name);
        var through = new DigestInputStream(in, digest)) {
      through.transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(digest.digest());
    } catch (IOException e) {
      throw new BackupRefused(DAMAGED.formatted(file, name + " cannot be read"), e);
    }
  }

  private InputStream content(String name) throws IOException {
    @Nullable ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      throw new BackupRefused(DAMAGED.formatted(file, name + " is missing"));
    }
    return seal.open(name, zip.getInputStream(entry));
  }
}
