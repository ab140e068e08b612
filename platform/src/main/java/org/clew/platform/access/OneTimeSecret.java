package org.clew.platform.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Locale;

/// A random text that opens something once: the link of an invitation, a recovery code, the code of
/// a first start. It is written in Crockford's alphabet, which has no letters to mix up, and only
/// its hash is kept: so many random bits need no slow hash.
///
/// @param text without the hyphens that stand between groups for reading
record OneTimeSecret(String text) {

  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int GROUP = 4;
  private static final int LONGEST = 200;

  /// A code of 80 bits, to be typed.
  static OneTimeSecret forTyping() {
    return random(16);
  }

  /// A code of 160 bits, for a link.
  static OneTimeSecret forLink() {
    return random(32);
  }

  /// What somebody typed, with the usual slips mended.
  static OneTimeSecret typed(String text) {
    var plain = new StringBuilder();
    String upper = text.substring(0, Math.min(text.length(), LONGEST)).toUpperCase(Locale.ROOT);
    for (int i = 0; i < upper.length(); i++) {
      char c = upper.charAt(i);
      switch (c) {
        case 'I', 'L' -> plain.append('1');
        case 'O' -> plain.append('0');
        case ' ', '-' -> {}
        default -> plain.append(c);
      }
    }
    return new OneTimeSecret(plain.toString());
  }

  /// In groups of four, for reading.
  String grouped() {
    return text.replaceAll("(.{" + GROUP + "})(?=.)", "$1-");
  }

  /// SHA-256 over what it is for and the text.
  byte[] hash(String purpose) {
    try {
      return MessageDigest.getInstance("SHA-256")
          .digest((purpose + '\n' + text).getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Not the text: it must stand in no log.
  @Override
  public String toString() {
    return "OneTimeSecret";
  }

  private static OneTimeSecret random(int characters) {
    var random = new SecureRandom();
    var text = new StringBuilder(characters);
    for (int i = 0; i < characters; i++) {
      text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return new OneTimeSecret(text.toString());
  }
}
