package org.clew.platform.concerns;

import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.subtle.Hkdf;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/// Locks bytes with a key that we hold: AES-256-GCM with a fresh random nonce. The context is
/// authenticated with them.
final class SecretBox {

  private static final int KEY_BYTES = 32;

  private final AesGcmJce aead;

  SecretBox(Octets key) {
    try {
      aead = new AesGcmJce(key.bytes());
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException(e);
    }
  }

  Octets lock(byte[] plain, byte[] context) {
    try {
      return Octets.of(aead.encrypt(plain, context));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  byte[] unlock(Octets locked, byte[] context) {
    try {
      return aead.decrypt(locked.bytes(), context);
    } catch (GeneralSecurityException _) {
      throw new SealBroken("something locked does not open with this key where it stands");
    }
  }

  /// 32 bytes derived from a secret for one purpose (HKDF-SHA256, RFC 5869).
  static Octets derive(Octets secret, String purpose) {
    try {
      return Octets.of(
          Hkdf.computeHkdf(
              "HmacSha256",
              secret.bytes(),
              new byte[0],
              ("clew concerns " + purpose).getBytes(StandardCharsets.UTF_8),
              KEY_BYTES));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
