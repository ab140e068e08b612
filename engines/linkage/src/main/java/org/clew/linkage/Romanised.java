package org.clew.linkage;

import com.ibm.icu.text.Transliterator;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Words of any script in Latin letters, so that names can be compared across scripts. Letter
/// tables follow what passports and people write (ICAO 9303 for Cyrillic): for Arabic, Cyrillic,
/// Ethiopic, Thai, Khmer, Burmese and the scripts of India our own, for others ICU's.
final class Romanised {
  private static final Set<String> COMPOUND_SURNAMES =
      Set.of("欧阳", "歐陽", "司马", "司馬", "上官", "诸葛", "諸葛", "司徒", "东方", "皇甫", "尉迟", "公孙");

  private Romanised() {}

  /// Whether a family name of two letters begins here.
  static boolean isCompound(String letters) {
    return COMPOUND_SURNAMES.contains(letters.substring(0, 2));
  }

  /// The script of the first letter, look-alikes settled; Latin where there is none.
  static UnicodeScript script(String cleaned) {
    return Written.isAscii(cleaned)
        ? UnicodeScript.LATIN
        : firstScript(Confusables.settle(Written.fold(cleaned)));
  }

  private static UnicodeScript firstScript(String cleaned) {
    for (int i = 0; i < cleaned.length(); ) {
      int point = cleaned.codePointAt(i);
      if (Character.isLetter(point)) {
        UnicodeScript script = UnicodeScript.of(point);
        return script == UnicodeScript.COMMON ? UnicodeScript.LATIN : script;
      }
      i += Character.charCount(point);
    }
    return UnicodeScript.LATIN;
  }

  /// The words, lower case, in Latin letters where there is a way to write them so.
  static List<String> words(String cleaned) {
    List<String> out = names(cleaned);
    if (!Written.isAscii(cleaned)) {
      out.replaceAll(NameSpelling::plain);
      out.removeIf(String::isEmpty);
    }
    return out;
  }

  /// The words as [NameSpelling] has them: with all that is known of how they may be read.
  static List<String> names(String cleaned) {
    List<String> out = new ArrayList<>();
    String folded = Written.fold(cleaned);
    boolean ukrainian = false;
    if (!Written.isAscii(folded)) {
      folded = Written.fold(Confusables.settle(folded));
      ukrainian = Cyrillic.isUkrainian(folded);
    }
    StringBuilder word = new StringBuilder();
    for (int i = 0; i <= folded.length() && out.size() < Limits.WORDS; ) {
      int point = i == folded.length() ? ' ' : folded.codePointAt(i);
      i += Character.charCount(point);
      if (isPartOfWord(point)) {
        word.appendCodePoint(point);
      } else if (point != '\'' && !word.isEmpty()) {
        add(word.toString(), ukrainian, out);
        word.setLength(0);
      }
    }
    return out;
  }

  private static boolean isPartOfWord(int point) {
    return Character.isLetterOrDigit(point)
        || Character.getType(point) == Character.NON_SPACING_MARK
        || Character.getType(point) == Character.COMBINING_SPACING_MARK;
  }

  private static void add(String word, boolean ukrainian, List<String> out) {
    if (Written.isAscii(word)) {
      out.add(word);
      return;
    }
    UnicodeScript script = firstScript(word);
    switch (script) {
      case ARABIC -> mark(arabic(word), script, out);
      case CYRILLIC -> mark(Cyrillic.latin(word, ukrainian), script, out);
      case ETHIOPIC -> mark(Ethiopic.latin(word), script, out);
      case THAI -> mark(Thai.latin(Thai.withoutTitle(word)), script, out);
      case KHMER -> mark(Khmer.latin(word), script, out);
      case MYANMAR -> {
        List<String> syllables = new ArrayList<>();
        Burmese.syllables(word, syllables);
        syllables.forEach(syllable -> mark(syllable, script, out));
      }
      case HAN, HANGUL -> han(word, script, out);
      default -> {
        boolean own = Brahmic.reads(script);
        mark(own ? Brahmic.latin(word, script) : other(word), script, out);
      }
    }
  }

  private static void mark(String code, UnicodeScript script, List<String> out) {
    if (!code.isEmpty()) {
      out.add(NameSpelling.marked(code, script));
    }
  }

  private static String arabic(String word) {
    String bare = ArabicLetters.bare(word);
    String prefix = "";
    if (bare.startsWith("عبدال") && bare.length() > 6) {
      prefix = "abdul";
      bare = bare.substring(5);
    } else if (bare.startsWith("ال") && bare.length() > 4) {
      bare = bare.substring(2);
    }
    return prefix + ArabicLetters.code(bare);
  }

  /// A run of Han letters or Hangul syllables without spaces is taken to be a surname and a given
  /// name.
  private static void han(String word, UnicodeScript script, List<String> out) {
    int letters = word.codePointCount(0, word.length());
    if (letters < 2 || letters > 4) {
      mark(Readings.of(word, Romanised::other), script, out);
      return;
    }
    boolean compound = letters > 2 && isCompound(word);
    int cut = compound ? 2 : word.offsetByCodePoints(0, 1);
    String family = word.substring(0, cut);
    String given = word.substring(cut);
    mark(Readings.of(family, Romanised::other), script, out);
    mark(Readings.of(given, Romanised::other), script, out);
  }

  private static String other(String word) {
    String latin = Written.fold(Any.LATIN.transliterate(word));
    StringBuilder out = new StringBuilder(latin.length());
    latin.codePoints().filter(Character::isLetterOrDigit).forEach(out::appendCodePoint);
    String read = out.toString();
    return firstScript(word) == UnicodeScript.HEBREW
        ? read.replace('w', 'W').replace('y', 'Y')
        : read;
  }

  /// Loaded on first use: most values never need it.
  private static final class Any {
    static final Transliterator LATIN = Transliterator.getInstance("Any-Latin");
  }
}
