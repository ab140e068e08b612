package org.clew.linkage;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;

/// One way to read a word of a name.
///
/// In lists and lexicons a word is one text. Latin letters stand for themselves; a word of another
/// script begins with a capital that says how it is to be read: `A` without its short vowels
/// (Arabic, Hebrew), `H` one of Han letters or Hangul with all its readings, `L` one whose stops
/// are written with or without voice as people like, `S` any other.
///
/// @param latin in lower-case Latin letters
/// @param sounds as [Phonemes] gives them
record NameSpelling(String latin, String sounds, Manner manner) {
  /// What its letters tell of its sounds.
  enum Manner {
    /// What they usually do.
    PLAIN,
    /// Short vowels are not written.
    ABJAD,
    /// Syllables of Chinese: few, and each vowel counts.
    SYLLABLES,
    /// One of a list of spellings, and no other.
    LISTED,
    /// Whether a stop is voiced is not told, or people write it either way.
    LOOSE
  }

  private static final String OPTIONAL = String.valueOf(Echo.OPTIONAL);

  boolean isAbjad() {
    return manner == Manner.ABJAD;
  }

  boolean isListed() {
    return manner == Manner.LISTED;
  }

  static boolean isMarked(String text) {
    return !text.isEmpty() && text.charAt(0) >= 'A' && text.charAt(0) <= 'Z';
  }

  /// The text of a word that was romanised from a script.
  static String marked(String code, UnicodeScript script) {
    return switch (script) {
      case LATIN -> code;
      case ARABIC, HEBREW, SYRIAC -> "A" + code;
      case HAN, HANGUL -> "H" + code;
      case MYANMAR, KHMER, THAI, TAMIL -> "L" + code;
      default -> "S" + code;
    };
  }

  /// Every way to read it, the usual one first.
  static List<NameSpelling> of(String text) {
    if (!isMarked(text)) {
      return List.of(latin(text));
    }
    String code = text.substring(1);
    return switch (text.charAt(0)) {
      case 'A' -> List.of(new NameSpelling(ArabicLetters.latin(code), once(code), Manner.ABJAD));
      case 'H' -> han(code);
      case 'L' -> List.of(new NameSpelling(bare(code), Phonemes.of(code, false), Manner.LOOSE));
      default -> List.of(new NameSpelling(bare(code), Phonemes.of(code, false), Manner.PLAIN));
    };
  }

  /// A word of Latin letters.
  static NameSpelling latin(String text) {
    return new NameSpelling(text, Phonemes.of(text, false), Manner.PLAIN);
  }

  private static List<NameSpelling> han(String code) {
    List<NameSpelling> out = new ArrayList<>(2);
    for (String reading : code.split("\\|", -1)) {
      boolean pinyin = out.isEmpty();
      out.add(
          new NameSpelling(
              reading, Phonemes.of(reading, pinyin), pinyin ? Manner.SYLLABLES : Manner.LISTED));
    }
    return out;
  }

  /// A letter written twice is one sound.
  private static String once(String code) {
    StringBuilder out = new StringBuilder(code.length());
    for (int i = 0; i < code.length(); i++) {
      if (i == 0 || code.charAt(i) != code.charAt(i - 1)) {
        out.append(code.charAt(i));
      }
    }
    return out.toString();
  }

  private static String bare(String code) {
    return code.replace(OPTIONAL, "");
  }

  /// The usual reading in Latin letters.
  static String plain(String text) {
    return isMarked(text) ? of(text).getFirst().latin() : text;
  }
}
