package org.clew.platform.database;

import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/// Seals every entry of a backup under a passphrase: Argon2id (RFC 9106) makes a key of it, and
/// each entry is packed and encrypted with AES-256-GCM in segments (Tink's streaming AEAD), bound
/// to its name. So no entry can be read, changed, cut short or put in another's place.
final class BackupSeal {

  /// The entry that says how the key was made. It alone is in clear.
  static final String ENTRY = "seal.json";

  /// Characters of the shortest passphrase.
  static final int SHORTEST = 12;

  private static final int MEMORY_KIB = 128 * 1024;
  private static final int PASSES = 3;
  private static final int MOST_MEMORY_KIB = 1024 * 1024;
  private static final int MOST_PASSES = 20;
  private static final int SALT_BYTES = 16;
  private static final int KEY_BYTES = 32;
  private static final int SEGMENT_BYTES = 1 << 16;

  private final AesGcmHkdfStreaming cipher;

  private BackupSeal(AesGcmHkdfStreaming cipher) {
    this.cipher = cipher;
  }

  /// How a key is made of the passphrase.
  ///
  /// @param kdf always `argon2id`
  /// @param memoryKib kibibytes of memory
  /// @param passes over it
  /// @param salt 16 bytes in hexadecimal
  record Terms(String kdf, int memoryKib, int passes, String salt) {

    static Terms fresh() {
      byte[] salt = new byte[SALT_BYTES];
      new SecureRandom().nextBytes(salt);
      return new Terms("argon2id", MEMORY_KIB, PASSES, HexFormat.of().formatHex(salt));
    }

    private boolean sound() {
      return "argon2id".equals(kdf)
          && memoryKib >= MEMORY_KIB
          && memoryKib <= MOST_MEMORY_KIB
          && passes >= PASSES
          && passes <= MOST_PASSES
          && salt.matches("[0-9a-f]{" + 2 * SALT_BYTES + "}");
    }
  }

  /// The seal of a passphrase.
  ///
  /// @throws BackupRefused when the passphrase is too short, or the terms are not ours
  static BackupSeal of(Terms terms, String passphrase) {
    if (passphrase.codePointCount(0, passphrase.length()) < SHORTEST) {
      throw new BackupRefused(
          "The passphrase is too short: it needs " + SHORTEST + " characters or more.");
    }
    if (!terms.sound()) {
      throw new BackupRefused("The backup was sealed in a way this Clew does not know.");
    }
    try {
      return new BackupSeal(
          new AesGcmHkdfStreaming(
              key(terms, passphrase), "HmacSha256", KEY_BYTES, SEGMENT_BYTES, 0));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /// What is written into this, is written sealed into that. Closing it leaves that open.
  OutputStream seal(String entry, OutputStream out) throws IOException {
    try {
      return new GZIPOutputStream(
          cipher.newEncryptingStream(new LeftOpen(out), name(entry)), SEGMENT_BYTES);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /// What was sealed under that name.
  ///
  /// @throws IOException here or while reading, when it is not what was sealed
  InputStream open(String entry, InputStream in) throws IOException {
    try {
      return new GZIPInputStream(cipher.newDecryptingStream(in, name(entry)), SEGMENT_BYTES);
    } catch (GeneralSecurityException e) {
      throw new IOException(e);
    }
  }

  private static byte[] name(String entry) {
    return ("clew-backup " + entry).getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] key(Terms terms, String passphrase) {
    // Typed on another keyboard, the same letters may come as other characters.
    String normal = Normalizer.normalize(passphrase, Normalizer.Form.NFKC);
    return new Argon2id(terms.memoryKib(), terms.passes())
        .stretch(
            normal.getBytes(StandardCharsets.UTF_8),
            HexFormat.of().parseHex(terms.salt()),
            KEY_BYTES);
  }

  private static final class LeftOpen extends FilterOutputStream {

    LeftOpen(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
      out.write(bytes, from, count);
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }
}
