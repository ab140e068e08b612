package org.clew.platform.concerns;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import org.clew.platform.database.DatabaseHome;
import org.clew.platform.database.DatabaseRefused;
import org.clew.platform.database.DatabaseSettings;
import org.springframework.stereotype.Component;

/// The key of this server: 32 random bytes in a file outside the database. It wraps the
/// organisations' private keys and salts the receipts, so that the database alone opens nothing.
/// Servers that share a database share this file.
@Component
final class ServerKey {

  static final String FILE = "server.key";

  private static final int BYTES = 32;

  private final Octets key;

  ServerKey(DatabaseSettings settings, ServerKeyStore store) {
    Path file = DatabaseHome.keys(settings.folder()).resolve(FILE);
    if (store.fingerprint().isPresent() && !Files.exists(file)) {
      throw new DatabaseRefused(
          "The key file "
              + file
              + " is missing: without it no sealed report can ever be read."
              + " Put it back from a backup, or from the server that shares this database.");
    }
    key = Octets.of(readOrMake(file));
    Octets fingerprint = SecretBox.derive(key, "fingerprint");
    if (!store.agree(fingerprint).equals(fingerprint)) {
      throw new DatabaseRefused(
          "The key file "
              + file
              + " is not the one this database was sealed under. Put the right"
              + " one back from a backup, or from the server that shares this database.");
    }
  }

  /// What wraps the organisations' private keys.
  SecretBox wrapping() {
    return new SecretBox(SecretBox.derive(key, "wrapping"));
  }

  /// What a receipt is salted with.
  Octets receiptSalt() {
    return SecretBox.derive(key, "receipt salt");
  }

  private static byte[] readOrMake(Path file) {
    try {
      if (!Files.exists(file)) {
        make(file);
      }
      byte[] read = Files.readAllBytes(file);
      if (read.length != BYTES) {
        throw new DatabaseRefused(
            "The key file " + file + " is damaged. Restore it from a backup.");
      }
      return read;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Written beside its place and linked there, so that it is whole or not there, and so that of
  /// two servers starting at once one wins.
  private static void make(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    Files.createDirectories(
        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    byte[] fresh = new byte[BYTES];
    new SecureRandom().nextBytes(fresh);
    Path beside = Files.createTempFile(folder, FILE, ".new");
    try (FileChannel out = FileChannel.open(beside, StandardOpenOption.WRITE)) {
      out.write(ByteBuffer.wrap(fresh));
      out.force(true);
    }
    try {
      Files.createLink(file, beside);
    } catch (FileAlreadyExistsException _) {
      // The other server's key is as good.
    } finally {
      Files.delete(beside);
    }
  }
}
