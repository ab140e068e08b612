package org.clew.platform.access;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.clew.platform.database.KeyFiles;
import org.springframework.stereotype.Component;

/// The key of this module, kept in a file beside the database and never in it. Two keys are drawn
/// from it (HKDF, RFC 5869): one seals secrets that must come back, the other makes tags of what
/// must only be recognised.
@Component
final class AccessKey {

  private static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final SecureRandom random = new SecureRandom();
  private final SecretKey sealing;
  private final SecretKey tagging;

  AccessKey(KeyFiles files) {
    byte[] root =
        files.open(
            "access", key -> derive(key, "clew access fingerprint", "HmacSHA256").getEncoded());
    sealing = derive(root, "clew access seal", "AES");
    tagging = derive(root, "clew access tag", "HmacSHA256");
  }

  /// Encrypts (AES-256-GCM), bound to what it is for.
  byte[] seal(byte[] plain, String purpose) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, purpose).doFinal(plain);
      byte[] all = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
      System.arraycopy(sealed, 0, all, NONCE_BYTES, sealed.length);
      return all;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Decrypts what `seal` made for the same purpose; none when it was made for another, or changed.
  Optional<byte[]> open(byte[] sealed, String purpose) {
    if (sealed.length < NONCE_BYTES + TAG_BITS / 8) {
      return Optional.empty();
    }
    byte[] nonce = Arrays.copyOf(sealed, NONCE_BYTES);
    try {
      return Optional.of(
          cipher(Cipher.DECRYPT_MODE, nonce, purpose)
              .doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES));
    } catch (AEADBadTagException _) {
      return Optional.empty();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /// A keyed hash (HMAC-SHA-256) by which the same text is recognised and nothing else is told.
  byte[] tag(String purpose, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(tagging);
      return mac.doFinal((purpose + '\n' + text).getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private Cipher cipher(int mode, byte[] nonce, String purpose) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, sealing, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(purpose.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }

  private static SecretKey derive(byte[] root, String use, String algorithm) {
    try {
      byte[] derived =
          KDF.getInstance("HKDF-SHA256")
              .deriveData(
                  HKDFParameterSpec.ofExtract()
                      .addIKM(root)
                      .thenExpand(use.getBytes(StandardCharsets.UTF_8), KEY_BYTES));
      return new SecretKeySpec(derived, algorithm);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
