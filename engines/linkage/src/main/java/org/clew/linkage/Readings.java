package org.clew.linkage;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/// How Han letters and Hangul syllables are read in names: beside Pinyin, what people of Hong Kong,
/// Taiwan and South-East Asia write, which no rule gives.
final class Readings {
  private static final Map<String, List<String>> BY_LETTER = new HashMap<>();

  static {
    for (var line : NameLists.lines("han.txt")) {
      String letters = line.getFirst();
      List<String> readings = line.subList(1, line.size());
      boolean compound = letters.length() > 1 && Romanised.isCompound(letters);
      int each = compound ? 2 : 1;
      for (int i = 0; i + each <= letters.length(); i += each) {
        BY_LETTER.putIfAbsent(letters.substring(i, i + each), readings);
      }
    }
  }

  private Readings() {}

  /// The readings of a word, the usual one first, joined by `|`.
  ///
  /// @param latin as ICU reads letters
  static String of(String word, UnaryOperator<String> latin) {
    List<String> known = BY_LETTER.get(word);
    if (known != null) {
      return String.join("|", known);
    }
    String usual = latin.apply(word);
    StringBuilder elsewhere = new StringBuilder();
    for (int i = 0; i < word.length(); i++) {
      List<String> letter = BY_LETTER.get(word.substring(i, i + 1));
      String one = word.substring(i, i + 1);
      elsewhere.append(
          letter == null ? latin.apply(one) : letter.get(Math.min(1, letter.size() - 1)));
    }
    return usual.contentEquals(elsewhere) ? usual : usual + '|' + elsewhere;
  }
}
