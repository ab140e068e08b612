package org.clew.linkage.psi;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// SHA-256 with a word in front that says what for.
final class Hashes {

  static final int HASH_BYTES = 32;

  private Hashes() {}

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  /// The hash of `clew-psi-1 WORD`, a zero byte, and the parts one after the other.
  static byte[] of(String word, byte[]... parts) {
    MessageDigest sha256 = sha256();
    sha256.update(("clew-psi-1 " + word).getBytes(StandardCharsets.US_ASCII));
    sha256.update((byte) 0);
    for (byte[] part : parts) {
      sha256.update(part);
    }
    return sha256.digest();
  }
}
