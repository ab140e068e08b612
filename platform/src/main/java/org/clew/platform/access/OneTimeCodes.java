package org.clew.platform.access;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.spec.SecretKeySpec;

/// Codes of an authenticator app (RFC 6238): six digits, thirty seconds, HMAC-SHA-1 because that is
/// what every app knows.
final class OneTimeCodes {

  static final int DIGITS = 6;

  private static final int SECRET_BYTES = 20;
  private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final TimeBasedOneTimePasswordGenerator GENERATOR =
      new TimeBasedOneTimePasswordGenerator();

  private OneTimeCodes() {}

  static byte[] newSecret() {
    byte[] secret = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(secret);
    return secret;
  }

  /// The time step the code belongs to: now, the one before or the one after; none when it is
  /// wrong.
  static OptionalLong step(byte[] secret, String code, Instant now) {
    long current = now.getEpochSecond() / GENERATOR.getTimeStep().toSeconds();
    OptionalLong found = OptionalLong.empty();
    for (long step = current - 1; step <= current + 1; step++) {
      if (equal(code(secret, step), code)) {
        found = OptionalLong.of(step);
      }
    }
    return found;
  }

  /// The code of a moment, for tests and for nobody else.
  static String code(byte[] secret, Instant at) {
    return code(secret, at.getEpochSecond() / GENERATOR.getTimeStep().toSeconds());
  }

  /// What an authenticator app reads from the picture.
  static String address(byte[] secret, String account) {
    return "otpauth://totp/Clew:"
        + URLEncoder.encode(account, StandardCharsets.UTF_8).replace("+", "%20")
        + "?secret="
        + base32(secret)
        + "&issuer=Clew";
  }

  /// The secret for typing (RFC 4648 §6, without padding).
  static String base32(byte[] bytes) {
    var text = new StringBuilder();
    int buffer = 0;
    int bits = 0;
    for (byte b : bytes) {
      buffer = (buffer << 8) | (b & 0xff);
      bits += 8;
      while (bits >= 5) {
        bits -= 5;
        text.append(BASE32.charAt((buffer >> bits) & 31));
      }
    }
    if (bits > 0) {
      text.append(BASE32.charAt((buffer << (5 - bits)) & 31));
    }
    return text.toString();
  }

  private static String code(byte[] secret, long step) {
    try {
      Instant at = Instant.ofEpochSecond(step * GENERATOR.getTimeStep().toSeconds());
      return GENERATOR.generateOneTimePasswordString(
          new SecretKeySpec(secret, GENERATOR.getAlgorithm()), at, java.util.Locale.ROOT);
    } catch (InvalidKeyException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean equal(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }
}
