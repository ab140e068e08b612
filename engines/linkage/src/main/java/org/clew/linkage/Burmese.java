package org.clew.linkage;

import java.util.List;

/// Burmese names, syllable by syllable, in the spelling that passports and people use (`အောင်` is
/// Aung, `ထွန်း` Htun). That is no transliteration: a final consonant changes the vowel before it.
final class Burmese {
  private static final String[] ONSETS = {
    "k", "kh", "g", "g", "ng", "s", "s", "z", "z", "ny", "ny", "t", "ht", "d", "d", "n", "t", "ht",
    "d", "d", "n", "p", "ph", "b", "b", "m", "y", "y", "l", "w", "th", "h", "l", ""
  };
  private static final char FIRST = '\u1000';
  private static final char LAST = '\u1021';
  private static final char STACKED = '\u1039';
  private static final char KILLED = '\u103A';
  private static final char GREAT_SA = '\u103F';
  private static final char NYA = '\u100A';
  private static final char NYA_FINAL = '\u1009';

  private final String word;
  private int at;
  private boolean ya;
  private boolean wa;
  private boolean ha;
  private String vowel = "";

  private Burmese(String word) {
    this.word = word;
  }

  /// Adds every syllable as a word of its own, as names are spaced in Latin letters.
  static void syllables(String word, List<String> out) {
    Burmese reader = new Burmese(word);
    while (reader.at < word.length()) {
      String syllable = reader.syllable();
      if (!syllable.isEmpty()) {
        out.add(syllable);
      }
    }
  }

  private String syllable() {
    char c = word.charAt(at++);
    String alone = alone(c);
    if (!alone.isEmpty()) {
      marks();
      return rhyme(alone, last());
    }
    if ((c < FIRST || c > LAST) && c != GREAT_SA) {
      return "";
    }
    String onset = c == GREAT_SA ? "th" : ONSETS[c - FIRST];
    marks();
    String begun = onset(onset, c);
    return begun + rhyme(vowel, last());
  }

  private static String alone(char c) {
    return switch (c) {
      case '\u1023', '\u1024' -> "i";
      case '\u1025', '\u1026' -> "u";
      case '\u1027' -> "ay";
      case '\u1029', '\u102A' -> "aw";
      default -> "";
    };
  }

  /// Reads what hangs on a consonant.
  private void marks() {
    ya = false;
    wa = false;
    ha = false;
    StringBuilder signs = new StringBuilder();
    for (; at < word.length(); at++) {
      char c = word.charAt(at);
      switch (c) {
        case '\u103B', '\u103C' -> ya = true;
        case '\u103D' -> wa = true;
        case '\u103E' -> ha = true;
        case '\u102B', '\u102C' -> signs.append('a');
        case '\u102D', '\u102E' -> signs.append('i');
        case '\u102F', '\u1030' -> signs.append('u');
        case '\u1031' -> signs.append('e');
        case '\u1032' -> signs.append('E');
        case '\u1036' -> signs.append('n');
        case '\u1037', '\u1038', KILLED -> {}
        default -> {
          vowel = signs.toString();
          return;
        }
      }
    }
    vowel = signs.toString();
  }

  private String onset(String base, char c) {
    boolean hushed = ha && (c == '\u101B' || (ya && (c == '\u101C' || c == '\u101E')));
    if (hushed) {
      return wa && !swallowsWa() ? "shw" : "sh";
    }
    StringBuilder out = new StringBuilder(4);
    out.append(ha && "mnlw".contains(base) && !base.isEmpty() ? "h" : "");
    out.append(ya && base.equals("kh") ? "ch" : base);
    out.append(ya && !base.equals("kh") && !base.equals("y") ? "y" : "");
    out.append(wa && !swallowsWa() ? "w" : "");
    return out.toString();
  }

  /// `ွန်` is un and `ွတ်` ut: the w is in the vowel.
  private boolean swallowsWa() {
    if (!vowel.isEmpty()) {
      return vowel.equals("n");
    }
    return isFinal(at) && "တနပမဏဒဗဘ".indexOf(word.charAt(at)) >= 0;
  }

  private boolean isFinal(int from) {
    if (from >= word.length()) {
      return false;
    }
    char c = word.charAt(from);
    int next = from + 1;
    while (next < word.length() && (word.charAt(next) == '\u1037')) {
      next++;
    }
    boolean consonant = (c >= FIRST && c <= LAST) || c == '\u1025';
    return consonant
        && next < word.length()
        && (word.charAt(next) == KILLED || word.charAt(next) == STACKED);
  }

  /// The consonant that ends the syllable, with the signs that make it one; a space where there is
  /// none.
  private char last() {
    if (!isFinal(at)) {
      return ' ';
    }
    char c = word.charAt(at++);
    while (at < word.length()
        && (word.charAt(at) == '\u1037'
            || word.charAt(at) == '\u1038'
            || word.charAt(at) == KILLED
            || word.charAt(at) == STACKED)) {
      at++;
    }
    return c == '\u1025' ? NYA_FINAL : c;
  }

  private String rhyme(String signs, char last) {
    boolean front = signs.equals("i");
    boolean back = signs.equals("u");
    boolean au = signs.equals("ea");
    boolean ai = signs.equals("iu");
    return switch (last) {
      case 'က', 'ဂ', 'ခ' -> au ? "auk" : ai ? "aik" : "et";
      case 'င' -> au ? "aung" : ai ? "aing" : "in";
      case 'စ', 'ဇ' -> "it";
      case NYA -> "i";
      case NYA_FINAL -> signs.equals("a") ? "an" : "in";
      case 'တ', 'ဒ', 'ပ', 'ဗ', 'ဘ', 'ထ', 'ဋ', 'ဓ', 'သ' ->
          front ? "eik" : back ? "ok" : wa ? "ut" : "at";
      case 'န', 'မ', 'ဏ' -> front ? "ein" : back ? "on" : wa ? "un" : "an";
      case 'ယ' -> "e";
      default -> open(signs);
    };
  }

  private String open(String signs) {
    return switch (signs) {
      case "", "a" -> "a";
      case "ea", "aw" -> "aw";
      case "iu", "o" -> "o";
      case "e", "ay" -> "ay";
      case "E" -> "e";
      case "n" -> wa ? "un" : "an";
      case "un" -> "on";
      case "in" -> "ein";
      default -> signs.substring(0, 1).replace('E', 'e').replace('n', 'a');
    };
  }
}
