package org.clew.linkage;

/// Letters of another script that look Latin, inside a word that is otherwise Latin, and the other
/// way round: a name typed with a Cyrillic `а` in it is read as it looks (UTS #39, the letters that
/// matter for names).
final class Confusables {
  private static final String CYRILLIC = "аеорсухіјѕԁһвкмнт";
  private static final String LATIN = "aeopcyxijsdhbkmht";
  private static final String GREEK = "αορνικτυχ";
  private static final String LATIN_OF_GREEK = "aopviktux";

  private Confusables() {}

  /// The text with every word of mixed scripts in the script of most of its letters.
  static String settle(String folded) {
    StringBuilder out = new StringBuilder(folded.length());
    int start = 0;
    for (int i = 0; i <= folded.length(); i++) {
      if (i == folded.length() || !Character.isLetterOrDigit(folded.charAt(i))) {
        out.append(word(folded.substring(start, i)));
        if (i < folded.length()) {
          out.append(folded.charAt(i));
        }
        start = i + 1;
      }
    }
    return out.toString();
  }

  private static String word(String word) {
    int latin = 0;
    int cyrillic = 0;
    int greek = 0;
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      latin += c >= 'a' && c <= 'z' ? 1 : 0;
      cyrillic += c >= 0x400 && c < 0x530 ? 1 : 0;
      greek += c >= 0x370 && c < 0x400 ? 1 : 0;
    }
    if (latin == 0 || cyrillic + greek == 0) {
      return word;
    }
    boolean toLatin = latin >= cyrillic;
    StringBuilder out = new StringBuilder(word.length());
    for (int i = 0; i < word.length(); i++) {
      out.append(toLatin ? latin(word.charAt(i)) : swap(word.charAt(i), LATIN, CYRILLIC));
    }
    return out.toString();
  }

  private static char latin(char c) {
    return swap(swap(c, CYRILLIC, LATIN), GREEK, LATIN_OF_GREEK);
  }

  private static char swap(char c, String from, String to) {
    int at = from.indexOf(c);
    return at < 0 ? c : to.charAt(at);
  }
}
