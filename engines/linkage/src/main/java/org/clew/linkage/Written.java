package org.clew.linkage;

import java.text.Normalizer;
import java.util.Locale;

/// Text as it arrives from anywhere, made harmless and comparable: Unicode NFKC, no control or
/// format characters, no half surrogates, single spaces (UAX #15).
final class Written {
  private Written() {}

  /// The text in NFKC without what cannot be seen; case, accents and script stay.
  static String clean(String text) {
    String cut = cut(text);
    String composed =
        Normalizer.isNormalized(cut, Normalizer.Form.NFKC)
            ? cut
            : Normalizer.normalize(cut, Normalizer.Form.NFKC);
    StringBuilder out = new StringBuilder(Math.min(composed.length(), Limits.TEXT_CHARS));
    boolean space = false;
    for (int i = 0; i < composed.length() && out.length() < Limits.TEXT_CHARS; ) {
      int point = composed.codePointAt(i);
      i += Character.charCount(point);
      if (Character.isWhitespace(point)
          || Character.isSpaceChar(point)
          || Character.isISOControl(point)) {
        space = !out.isEmpty();
      } else if (isSeen(point)) {
        if (space) {
          out.append(' ');
          space = false;
        }
        out.appendCodePoint(point);
      }
    }
    return same(text, out);
  }

  /// The text itself where nothing was changed, so that it is held once.
  private static String same(String text, StringBuilder out) {
    return text.contentEquals(out) ? text : out.toString();
  }

  /// Lower case without accents, for Latin letters; other scripts keep their letters.
  static String fold(String cleaned) {
    String lower = cleaned.toLowerCase(Locale.ROOT);
    if (isAscii(lower)) {
      return lower;
    }
    String apart = Normalizer.normalize(lower, Normalizer.Form.NFD);
    StringBuilder out = new StringBuilder(apart.length());
    int base = ' ';
    for (int i = 0; i < apart.length(); ) {
      int point = apart.codePointAt(i);
      i += Character.charCount(point);
      if (Character.getType(point) == Character.NON_SPACING_MARK) {
        if (base > 0x24F && !isGreekOrCyrillic(base)) {
          out.appendCodePoint(point);
        }
        continue;
      }
      base = point;
      String special = special(point);
      if (special.isEmpty()) {
        out.appendCodePoint(point);
      } else {
        out.append(special);
      }
    }
    return Normalizer.normalize(out, Normalizer.Form.NFC);
  }

  /// Letters and digits only, as capitals, accents gone: the form of plates and document numbers.
  static String capitalsAndDigits(String cleaned) {
    String folded = fold(cleaned);
    StringBuilder out = new StringBuilder(folded.length());
    folded
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .forEach(
            point -> {
              int digit = Character.digit(point, 10);
              out.appendCodePoint(digit >= 0 ? '0' + digit : point);
            });
    String capitals = out.toString().toUpperCase(Locale.ROOT);
    return capitals.equals(cleaned) ? cleaned : capitals;
  }

  /// The decimal digits of any script, as ASCII.
  static String digits(String text) {
    StringBuilder out = new StringBuilder();
    text.codePoints()
        .map(point -> Character.digit(point, 10))
        .filter(digit -> digit >= 0)
        .forEach(out::append);
    return out.toString();
  }

  static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }

  private static String cut(String text) {
    if (text.length() <= Limits.TEXT_CHARS) {
      return text;
    }
    int end = Limits.TEXT_CHARS;
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end);
  }

  private static boolean isSeen(int point) {
    return switch (Character.getType(point)) {
      case Character.FORMAT,
          Character.SURROGATE,
          Character.UNASSIGNED,
          Character.PRIVATE_USE,
          Character.CONTROL ->
          false;
      default -> true;
    };
  }

  private static boolean isGreekOrCyrillic(int point) {
    return point >= 0x370 && point < 0x530;
  }

  private static String special(int point) {
    return switch (point) {
      case 'ß' -> "ss";
      case 'ø' -> "o";
      case 'æ' -> "ae";
      case 'œ' -> "oe";
      case 'đ', 'ð' -> "d";
      case 'ł' -> "l";
      case 'ı' -> "i";
      case 'þ' -> "th";
      case 'ə' -> "a";
      case 'ǝ' -> "i";
      case '’', 'ʼ', 'ʻ', '`', '´', '‘', 'ʿ', 'ʾ' -> "'";
      case '‐', '‑', '–', '—', '−' -> "-";
      default -> "";
    };
  }
}
