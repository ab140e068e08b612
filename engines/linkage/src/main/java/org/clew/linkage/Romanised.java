package org.clew.linkage;

import com.ibm.icu.text.Transliterator;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Words of any script in Latin letters, so that names can be compared across scripts. Arabic loses
/// its unwritten vowels, which [Sound] allows for. Letter tables follow common passport practice
/// (ICAO 9303 for Cyrillic); other scripts go through ICU.
final class Romanised {
  private static final Set<String> COMPOUND_SURNAMES =
      Set.of("欧阳", "歐陽", "司马", "司馬", "上官", "诸葛", "諸葛", "司徒", "东方", "皇甫", "尉迟", "公孙");

  private Romanised() {}

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
    List<String> out = new ArrayList<>();
    String folded = Written.fold(cleaned);
    if (!Written.isAscii(folded)) {
      folded = Written.fold(Confusables.settle(folded));
    }
    StringBuilder word = new StringBuilder();
    for (int i = 0; i <= folded.length() && out.size() < Limits.WORDS; ) {
      int point = i == folded.length() ? ' ' : folded.codePointAt(i);
      i += Character.charCount(point);
      if (isPartOfWord(point)) {
        word.appendCodePoint(point);
      } else if (point != '\'' && !word.isEmpty()) {
        add(word.toString(), out);
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

  private static void add(String word, List<String> out) {
    if (Written.isAscii(word)) {
      out.add(word);
      return;
    }
    switch (firstScript(word)) {
      case ARABIC -> out.add(arabic(word));
      case CYRILLIC -> out.add(cyrillic(word));
      case HAN, HANGUL -> han(word, out);
      default -> out.add(other(word));
    }
    out.removeIf(String::isEmpty);
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
    return prefix + ArabicLetters.latin(bare);
  }

  private static String cyrillic(String word) {
    StringBuilder out = new StringBuilder(word.length() + 4);
    for (int i = 0; i < word.length(); i++) {
      out.append(cyrillic(word.charAt(i)));
    }
    return out.toString();
  }

  private static String cyrillic(char letter) {
    return switch (letter) {
      case 'а' -> "a";
      case 'б' -> "b";
      case 'в' -> "v";
      case 'г', 'ґ' -> "g";
      case 'д' -> "d";
      case 'е', 'э', 'є' -> "e";
      case 'ж', 'җ' -> "zh";
      case 'з' -> "z";
      case 'и', 'й', 'ы', 'і', 'ї' -> "i";
      case 'к', 'қ' -> "k";
      case 'л' -> "l";
      case 'м' -> "m";
      case 'н', 'ң' -> "n";
      case 'о', 'ө' -> "o";
      case 'п' -> "p";
      case 'р' -> "r";
      case 'с' -> "s";
      case 'т' -> "t";
      case 'у', 'ү', 'ў' -> "u";
      case 'ф' -> "f";
      case 'х', 'ҳ' -> "kh";
      case 'ц' -> "ts";
      case 'ч' -> "ch";
      case 'ш', 'щ' -> "sh";
      case 'ю' -> "iu";
      case 'я' -> "ia";
      case 'ј' -> "j";
      case 'ь', 'ъ' -> "";
      default -> String.valueOf(letter);
    };
  }

  /// A run of Han letters or Hangul syllables without spaces is taken to be a surname and a given
  /// name.
  private static void han(String word, List<String> out) {
    int letters = word.codePointCount(0, word.length());
    if (letters < 2 || letters > 4) {
      out.add(other(word).replace(" ", ""));
      return;
    }
    boolean compound = letters > 2 && COMPOUND_SURNAMES.contains(word.substring(0, 2));
    int cut = compound ? 2 : word.offsetByCodePoints(0, 1);
    out.add(other(word.substring(0, cut)).replace(" ", ""));
    out.add(other(word.substring(cut)).replace(" ", ""));
  }

  private static String other(String word) {
    String latin = Written.fold(Any.LATIN.transliterate(word));
    StringBuilder out = new StringBuilder(latin.length());
    latin.codePoints().filter(Romanised::isPartOfWord).forEach(out::appendCodePoint);
    boolean indic = isIndic(firstScript(word));
    int last = out.length() - 1;
    if (indic && last > 1 && out.charAt(last) == 'a' && !Sound.isVowel(out.charAt(last - 1))) {
      out.setLength(last);
    }
    return out.toString();
  }

  /// Scripts whose consonants carry an `a` that is not spoken at the end of a word.
  private static boolean isIndic(UnicodeScript script) {
    return switch (script) {
      case DEVANAGARI, BENGALI, GUJARATI, GURMUKHI, ORIYA -> true;
      default -> false;
    };
  }

  /// Loaded on first use: most values never need it.
  private static final class Any {
    static final Transliterator LATIN = Transliterator.getInstance("Any-Latin");
  }
}
