package org.clew.platform.concerns;

import java.util.List;
import org.clew.platform.web.Refused;

/// Text as it arrives from a form, made harmless for storage: it is not changed beyond that, since
/// these are a person's own words.
final class WordsGiven {

  private WordsGiven() {}

  /// One text: line ends made one kind, what is no character taken out or replaced.
  static String text(String given) {
    var clean = new StringBuilder(given.length());
    given
        .replace("\r\n", "\n")
        .codePoints()
        .filter(c -> c == '\n' || c == '\t' || !Character.isISOControl(c))
        .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xFFFD : c)
        .forEach(clean::appendCodePoint);
    return clean.toString().strip();
  }

  /// One entry on each line; commas and semicolons part entries too.
  static List<String> list(String given) {
    return text(given).lines().flatMap(WordsGiven::parts).filter(part -> !part.isEmpty()).toList();
  }

  /// A message of a talk.
  ///
  /// @throws Refused when it is empty or too long
  static String message(String given) {
    String text = text(given);
    if (text.isEmpty()) {
      throw new Refused("concerns.wrong.empty");
    }
    if (text.length() > Limits.TEXT_CHARACTERS) {
      throw new Refused("concerns.wrong.long", text.length(), Limits.TEXT_CHARACTERS);
    }
    return text;
  }

  private static java.util.stream.Stream<String> parts(String line) {
    return java.util.Arrays.stream(line.split("[,;،؛]")).map(String::strip);
  }
}
