package org.clew.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/// Keys in files beside the database, of which the database holds no more than fingerprints. So the
/// database alone opens nothing, and over a database that was used nothing makes do with another
/// key than the one it was used with. Servers that share a database share these files.
@Component
public final class KeyFiles {

  private static final int KEY_BYTES = 32;

  private final Path folder;
  private final KeyCheckStore checks;

  KeyFiles(DatabaseSettings settings, KeyCheckStore checks) {
    folder = DatabaseHome.keys(settings.folder());
    this.checks = checks;
  }

  /// The 32 random bytes of a key, made when a database meets it for the first time.
  ///
  /// @param name of the file
  /// @param fingerprint makes 32 bytes of the key by which it is known and which tell nothing of it
  /// @throws DatabaseRefused when the key is missing, damaged, or another than this database's
  public byte[] open(String name, UnaryOperator<byte[]> fingerprint) {
    Path file = folder.resolve(name);
    if (checks.fingerprint(name).isPresent() && !Files.exists(file)) {
      throw refused(file, "is missing");
    }
    byte[] key = readOrMake(file);
    byte[] known = fingerprint.apply(key);
    if (!MessageDigest.isEqual(checks.agree(name, known), known)) {
      throw refused(file, "is not the one this database was used with");
    }
    return key;
  }

  private static byte[] readOrMake(Path file) {
    try {
      if (!Files.exists(file)) {
        make(file);
      }
      byte[] key = Files.readAllBytes(file);
      if (key.length != KEY_BYTES) {
        throw refused(file, "is damaged");
      }
      return key;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Written beside its place and linked there, so that it is whole or not there, and so that of
  /// two servers starting at once one wins.
  private static void make(Path file) throws IOException {
    byte[] key = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(key);
    Path folder = Files.createDirectories(file.getParent(), DatabaseHome.OURS_ALONE);
    Path fresh = Files.createTempFile(folder, "key", ".new", DatabaseHome.OURS_TO_READ);
    try {
      Files.write(fresh, key);
      DatabaseHome.makeLasting(fresh);
      Files.createLink(file, fresh);
    } catch (FileAlreadyExistsException _) {
      // The other server was quicker: its key is the key.
    } finally {
      Files.delete(fresh);
    }
    DatabaseHome.makeLasting(file);
  }

  private static DatabaseRefused refused(Path file, String what) {
    return new DatabaseRefused(
        "The key file "
            + file
            + " "
            + what
            + ". Put the right one back from a backup, or from the server that shares this"
            + " database.");
  }
}
