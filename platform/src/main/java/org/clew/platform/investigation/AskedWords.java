package org.clew.platform.investigation;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;

/// Recognises a question asked again in the same words.
final class AskedWords {

  private AskedWords() {}

  /// The same for the same words, whatever their case and spaces. Only ever a key inside the
  /// organisation's own rows, beside the words themselves: it hides nothing.
  static UUID id(String words) {
    String plain = words.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    return UUID.nameUUIDFromBytes(plain.getBytes(StandardCharsets.UTF_8));
  }
}
