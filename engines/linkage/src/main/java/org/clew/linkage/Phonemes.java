package org.clew.linkage;

/// A romanised word as the sounds its spelling stands for, one character each: `sh`, `kh`, `oo`,
/// `aye` are one sound, letters that nobody hears are none. Over all ways of romanising at once:
/// `h` before a consonant is not heard (Htun), nor at the end (Wahidah).
///
/// Capitals are sounds with two letters: `K` kh, `G` gh, `T` th, `D` dh, `P` ph, `B` bh, `C` ch,
/// `S` sh, `Z` zh, `N` ng, `I` ai, `U` au. A word of Arabic letters comes as it is, see
/// [ArabicLetters#code].
final class Phonemes {
  private static final String VOWELS = "aeiouIU";

  private String word;
  private final boolean pinyin;
  private final StringBuilder out;
  private int at;

  private Phonemes(String word, boolean pinyin) {
    this.word = word;
    this.pinyin = pinyin;
    this.out = new StringBuilder(word.length());
  }

  /// The sounds of a word in lower-case Latin letters.
  ///
  /// @param pinyin whether `x`, `q` and `zh` sound as they do in Pinyin
  static String of(String word, boolean pinyin) {
    Phonemes reader = new Phonemes(word, pinyin);
    while (reader.at < reader.word.length()) {
      reader.step();
    }
    return reader.out.toString();
  }

  static boolean isVowel(char sound) {
    return VOWELS.indexOf(sound) >= 0;
  }

  private char letter(int i) {
    return i < word.length() ? word.charAt(i) : ' ';
  }

  private boolean isNext(String letters) {
    return word.startsWith(letters, at);
  }

  private static boolean isVowelLetter(char c) {
    return "aeiou".indexOf(c) >= 0;
  }

  private void sound(char sound, int letters) {
    int last = out.length() - 1;
    char before = last < 0 ? ' ' : out.charAt(last);
    boolean swallowed = before == 'N' && sound == 'g';
    if ((before == sound && !isVowel(sound)) || swallowed) {
      at += letters;
      return;
    }
    boolean breathed =
        before != sound
            && Character.toUpperCase(before) == sound
            && "ptkbdgcs".indexOf(before) >= 0;
    if (breathed) {
      out.setCharAt(last, sound);
    } else {
      out.append(sound);
    }
    at += letters;
  }

  private void step() {
    char c = letter(at);
    char next = letter(at + 1);
    if (isVowelLetter(c) || (c == 'y' && !isVowelLetter(next))) {
      vowel(c, next);
    } else if (!three() && !two(c, next)) {
      one(c, next);
    }
  }

  private void vowel(char c, char next) {
    boolean glides = c == 'i' && at == 0 && "aeou".indexOf(next) >= 0 && next != ' ';
    boolean english =
        c == 'i'
            && at + 3 == word.length()
            && at > 0
            && letter(at + 2) == 'e'
            && !isVowelLetter(next)
            && next != 'y';
    if (english) {
      // Khine is heard as Khaing.
      sound('I', 1);
      word = word.substring(0, word.length() - 1);
    } else if (glides) {
      sound('y', 1);
    } else if (isNext("aye")) {
      sound('I', 3);
    } else if ((c == 'a' || c == 'e')
        && (next == 'i' || (next == 'y' && !isVowelLetter(letter(at + 2))))) {
      sound('I', 2);
    } else if (c == 'a'
        && (next == 'u' || next == 'o' || (next == 'w' && !isVowelLetter(letter(at + 2))))) {
      sound('U', 2);
    } else if (c == 'o' && next == 'w' && !isVowelLetter(letter(at + 2))) {
      sound('U', 2);
    } else if (isNext("oo") || isNext("ou") || isNext("uu") || isNext("ue")) {
      sound('u', 2);
    } else if (isNext("ee") || isNext("ii") || (isNext("iy") && !isVowelLetter(letter(at + 2)))) {
      sound('i', 2);
    } else if (isNext("oe")) {
      sound('o', 2);
    } else if (isNext("ae")) {
      sound('e', 2);
    } else if (isNext("aa")) {
      sound('a', 2);
    } else {
      sound(c == 'y' ? 'i' : c, 1);
    }
  }

  private boolean three() {
    if (isNext("shch")) {
      sound('S', 4);
    } else if (isNext("chh") || isNext("tch")) {
      sound('C', 3);
    } else if (isNext("sch")) {
      sound('S', 3);
    } else if (isNext("dzh")) {
      sound('j', 3);
    } else {
      return false;
    }
    return true;
  }

  private boolean two(char c, char next) {
    char sound =
        switch (c) {
          case 'c' -> next == 'h' ? 'C' : next == 'k' ? 'k' : ' ';
          case 's' -> next == 'h' ? 'S' : next == 'z' ? 's' : ' ';
          case 'z' -> next == 'h' ? (pinyin ? 'C' : 'Z') : ' ';
          case 'k' -> next == 'h' ? 'K' : ' ';
          case 'g' ->
              next == 'h'
                  ? 'G'
                  : next == 'n' && (isVowelLetter(letter(at + 2)) || at + 2 == word.length())
                      ? 'n'
                      : ' ';
          case 't' -> next == 'h' ? 'T' : next == 's' || next == 'z' ? 'c' : ' ';
          case 'd' -> next == 'h' ? 'D' : next == 'j' ? 'j' : ' ';
          case 'p' -> next == 'h' ? 'P' : ' ';
          case 'b' -> next == 'h' ? 'B' : ' ';
          case 'j' -> next == 'h' ? 'j' : ' ';
          case 'r' -> next == 'h' ? 'r' : ' ';
          case 'n' -> next == 'g' ? 'N' : next == 'h' ? 'n' : ' ';
          case 'h' -> next == 's' ? 'S' : ' ';
          default -> ' ';
        };
    if (sound == ' ') {
      return false;
    }
    sound(sound, 2);
    return true;
  }

  private void one(char c, char next) {
    switch (c) {
      case 'h' -> {
        if (isVowelLetter(next) || next == 'y' || next == Echo.OPTIONAL) {
          sound('h', 1);
        } else {
          at++;
        }
      }
      case 'q' -> sound(pinyin ? 'C' : 'k', 1);
      case 'x' -> {
        if (pinyin) {
          sound('S', 1);
        } else {
          sound('k', 0);
          sound('s', 1);
        }
      }
      case 'c' -> sound(pinyin ? 'c' : "eiy".indexOf(next) >= 0 ? 's' : 'k', 1);
      case 'z' -> sound(pinyin ? 'c' : 'z', 1);
      case 'j' -> {
        boolean final_ = next == ' ' && at > 0 && letter(at - 1) == 'i';
        if (final_) {
          at++;
        } else {
          sound(pinyin ? 'C' : 'j', 1);
        }
      }
      default -> sound(c, 1);
    }
  }
}
