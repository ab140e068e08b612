package org.clew.linkage.text;

import com.ibm.icu.lang.UCharacter;
import java.text.Normalizer;

/// What a character is to a reader, whatever it was typed as: `Ａ`, `𝐀`, `Ⓐ` and `á` are the letter
/// a, `５`, `𝟓`, `⑤` and `٥` the digit 5 (UAX #15, compatibility decomposition, and the enclosed
/// letters and digits it leaves alone).
final class Glyphs {
  /// Ends a word.
  static final int BREAK = 1;

  /// A letter of a script that puts spaces between words.
  static final int LETTER = 2;

  /// A digit from 0 to 9.
  static final int DIGIT = 3;

  /// Seen by nobody, or part of the character before it.
  static final int UNSEEN = 4;

  /// A letter of a script that puts no spaces between words: a word by itself.
  static final int IDEOGRAPH = 5;

  private static final int KNOWN = 0x20000;
  private static final int CLASS = 24;
  private static final int STYLE = 28;
  private static final int CODE_POINT = 0x1FFFFF;

  /// Looked up once per character and kept; two threads that do so at once find the same.
  private static final int[] TABLE = new int[KNOWN];

  /// How a digit is drawn.
  static final int PLAIN = 0;

  static final int FULL_WIDTH = 1;
  static final int ENCLOSED = 2;
  static final int MATHEMATICAL = 3;
  static final int OTHER_SCRIPT = 4;

  private Glyphs() {}

  /// Class, style and folded character in one number: see [#kind], [#folded], [#style].
  static int of(int codePoint) {
    if (codePoint >= KNOWN) {
      return look(codePoint);
    }
    int known = TABLE[codePoint];
    if (known == 0) {
      known = look(codePoint);
      TABLE[codePoint] = known;
    }
    return known;
  }

  static int kind(int glyph) {
    return (glyph >> CLASS) & 0xF;
  }

  /// The letter in lower case without marks, or the digit from `0` to `9`.
  static int folded(int glyph) {
    return glyph & CODE_POINT;
  }

  static int style(int glyph) {
    return (glyph >> STYLE) & 0x7;
  }

  private static int look(int c) {
    int type = Character.getType(c);
    if (type == Character.DECIMAL_DIGIT_NUMBER) {
      return digit(Character.digit(c, 10), drawn(c));
    }
    if (type == Character.OTHER_NUMBER && c > 0xFF) {
      double value = UCharacter.getUnicodeNumericValue(c);
      boolean isDigit = value >= 0 && value <= 9 && value == Math.rint(value);
      return isDigit ? digit((int) value, ENCLOSED) : (BREAK << CLASS) | c;
    }
    if (isUnseen(c, type)) {
      return (UNSEEN << CLASS) | c;
    }
    if (Character.isIdeographic(c) || isUnspaced(c)) {
      return (IDEOGRAPH << CLASS) | c;
    }
    int letter = enclosed(c);
    if (letter == 0 && (Character.isLetter(c) || type == Character.OTHER_SYMBOL)) {
      letter = letter(c);
    }
    return letter == 0 ? (BREAK << CLASS) | c : (LETTER << CLASS) | letter;
  }

  private static int digit(int value, int style) {
    return (style << STYLE) | (DIGIT << CLASS) | ('0' + value);
  }

  private static int drawn(int c) {
    if (c < 0x80) {
      return PLAIN;
    }
    if (c >= 0xFF10 && c <= 0xFF19) {
      return FULL_WIDTH;
    }
    return c >= 0x1D7CE && c <= 0x1D7FF ? MATHEMATICAL : OTHER_SCRIPT;
  }

  /// Marks, joiners, variation selectors, the keycap; and apostrophes, which are left out as often
  /// as not.
  private static boolean isUnseen(int c, int type) {
    return type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || type == Character.FORMAT
        || c == '\''
        || c == '’';
  }

  private static boolean isUnspaced(int c) {
    return switch (Character.UnicodeScript.of(c)) {
      case HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR, TIBETAN -> Character.isLetter(c);
      default -> false;
    };
  }

  /// Letters in black squares and circles, which have no decomposition.
  private static int enclosed(int c) {
    return c >= 0x1F150 && c <= 0x1F169
        ? 'a' + c - 0x1F150
        : c >= 0x1F170 && c <= 0x1F189 ? 'a' + c - 0x1F170 : 0;
  }

  private static int letter(int c) {
    int first =
        Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKD)
            .codePoints()
            .filter(Character::isLetter)
            .findFirst()
            .orElse(0);
    return Character.toLowerCase(first);
  }
}
