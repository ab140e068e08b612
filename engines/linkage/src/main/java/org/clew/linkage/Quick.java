package org.clew.linkage;

import java.nio.charset.StandardCharsets;

/// A shorter way to what [Normal] says, for what most values are: plain ASCII written as usual. It
/// says either the same or that it does not know. Not safe for many threads.
final class Quick {
  private static final int LONGEST = 200;
  private static final int LONGEST_NAME = 40;
  private static final int LONGEST_CODE = 64;
  private static final int SHORTEST_OF_FAITH = 6;
  private static final int LONGEST_LABEL = 100;

  /// The longest code of a country, and a digit after it.
  private static final int CODE_DIGITS = 4;

  /// The code of North America, which is no other's beginning, and a digit after it that is not
  /// dialled before others.
  private static final int AMERICAN_DIGITS = 2;

  private final Kind kind;
  private final String region;
  private final byte[] out = new byte[LONGEST];
  private int length;

  /// By the first digits of a number and how many it has: 1 where such a number is possible, 2
  /// where it is not.
  private final byte[] possible;

  /// @param region the home region, or an empty string
  Quick(Kind kind, String region) {
    this.kind = kind;
    this.region = region;
    this.possible = new byte[kind == Kind.PHONE ? 160_000 : 0];
  }

  /// Reads a value; where it can, the normal form stands in [#bytes]: none where the value says
  /// nothing.
  boolean reads(byte[] text, int from, int count) {
    length = 0;
    if (count > LONGEST) {
      return false;
    }
    return switch (kind) {
      case GIVEN_NAME, FAMILY_NAME -> name(text, from, count);
      case EMAIL -> email(text, from, count);
      case PHONE -> phone(text, from, count);
      case BIRTH_DATE -> date(text, from, count);
      case POSTCODE, DOCUMENT, ACCOUNT, VEHICLE -> code(text, from, count);
      case PLACE, CATEGORY -> words(text, from, count);
      default -> false;
    };
  }

  /// Holds the normal form until the next is read.
  byte[] bytes() {
    return out;
  }

  int length() {
    return length;
  }

  /// One word of letters from A to Z.
  private boolean name(byte[] text, int from, int count) {
    if (count < 2 || count > LONGEST_NAME) {
      return false;
    }
    for (int i = 0; i < count; i++) {
      int c = text[from + i] | 0x20;
      if (c < 'a' || c > 'z') {
        return false;
      }
      out[i] = (byte) c;
    }
    length = count;
    return !(count > 2 && out[0] == 'a' && out[1] == 'b' && out[2] == 'd') && !isOfFaith(count);
  }

  /// Whether it may end as Salahuddin does, which is two words: the vowel before its last letter,
  /// of two the first, has a d before it, and that another d or u or a. Something stands before
  /// those.
  private boolean isOfFaith(int count) {
    int last = out[count - 1] == 'e' ? count - 2 : count - 1;
    if (count < SHORTEST_OF_FAITH || out[last] != 'n') {
      return false;
    }
    int vowel = last - 1 - (out[last - 1] == 'e' && out[last - 2] == 'e' ? 1 : 0);
    if ((out[vowel] != 'i' && out[vowel] != 'e') || out[vowel - 1] != 'd') {
      return false;
    }
    byte before = out[vowel - 2];
    return before == 'd' || before == 'u' || before == 'a';
  }

  private boolean email(byte[] text, int from, int count) {
    int at = -1;
    boolean doubled = false;
    for (int i = 0; i < count; i++) {
      byte c = text[from + i];
      if (c == '@') {
        if (at >= 0 && i != at + 1) {
          return false;
        }
        doubled = at >= 0;
        at = at < 0 ? i : at;
      } else if (!(c >= 'a' && c <= 'z')
          && !isDigit(c)
          && c != '_'
          && (c != '.' || i == at + 1 || i == count - 1)
          && (c != '-' || i == at + 1)) {
        return false;
      }
      out[i] = c;
    }
    if (at < 0 || doubled) {
      return true; // It is no address.
    }
    boolean usable = at > 0 && at <= 64 && at < count - 1 && !isOfGoogle(at + 1);
    length = usable ? count : 0;
    return usable;
  }

  /// Whether a host may be Google's, for which dots before it say nothing.
  private boolean isOfGoogle(int host) {
    return out[host] == 'g' && (out[host + 1] == 'm' || out[host + 1] == 'o');
  }

  /// A number with its country's code, or digits where there is no home region.
  private boolean phone(byte[] text, int from, int count) {
    boolean plus = count > 0 && text[from] == '+';
    if (!plus && !region.isEmpty()) {
      return false;
    }
    int filled = 0;
    if (plus) {
      out[filled++] = '+';
    }
    for (int i = filled; i < count; i++) {
      byte c = text[from + i];
      if (isDigit(c)) {
        out[filled++] = c;
      } else if (c != ' ' && c != '-' && c != '.') {
        return false;
      }
    }
    int digits = plus ? filled - 1 : filled;
    boolean usable =
        plus
            ? digits >= 9 && digits <= 15 && out[1] != '0' && isPossible(filled)
            : digits >= 4 && digits <= 17 && !(out[0] == '0' && out[1] == '0');
    length = usable ? filled : 0;
    return usable;
  }

  /// Whether a number with its country's code is possible as it stands: that hangs on the code and
  /// on how many digits there are, so that one number of each is asked about.
  private boolean isPossible(int count) {
    boolean ofAmerica = out[1] == '1' && out[2] > '1';
    int code = number(1, 1 + (ofAmerica ? AMERICAN_DIGITS : CODE_DIGITS));
    byte known = possible[code * 16 + count - 1];
    if (known == 0) {
      String number = new String(out, 0, count, StandardCharsets.US_ASCII);
      known = (byte) (Normal.of(kind, number, region).equals(number) ? 1 : 2);
      possible[code * 16 + count - 1] = known;
    }
    return known == 1;
  }

  /// `1990-04-12` or `19900412`.
  private boolean date(byte[] text, int from, int count) {
    boolean dashed = count == 10 && text[from + 4] == '-' && text[from + 7] == '-';
    if (!dashed && count != 8) {
      return false;
    }
    int filled = 0;
    for (int i = 0; i < count; i++) {
      byte c = text[from + i];
      if (isDigit(c) && filled < 8) {
        out[filled++] = c;
      } else if (!dashed || (i != 4 && i != 7)) {
        return false;
      }
    }
    int year = filled == 8 ? number(0, 4) : 0;
    boolean usable = year >= 1200 && year < 2200;
    length = usable ? filled : 0;
    return usable;
  }

  private int number(int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      number = number * 10 + out[i] - '0';
    }
    return number;
  }

  /// Words of letters from A to Z and digits, in lower case with single spaces between.
  private boolean words(byte[] text, int from, int count) {
    int filled = 0;
    int words = 0;
    boolean within = false;
    for (int i = 0; i < count; i++) {
      byte c = text[from + i];
      boolean capital = c >= 'A' && c <= 'Z';
      if (capital || (c >= 'a' && c <= 'z') || isDigit(c)) {
        if (!within) {
          if (words++ > 0) {
            out[filled++] = ' ';
          }
          within = true;
        }
        out[filled++] = capital ? (byte) (c | 0x20) : c;
      } else if (c < 0) {
        return false;
      } else if (c != '\'') {
        within = false;
      }
    }
    boolean usable = filled > 0 && filled <= LONGEST_LABEL && words <= Limits.WORDS;
    length = usable ? filled : 0;
    return usable;
  }

  private boolean code(byte[] text, int from, int count) {
    int filled = 0;
    for (int i = 0; i < count; i++) {
      byte c = text[from + i];
      if (isDigit(c) || (c >= 'A' && c <= 'Z')) {
        out[filled++] = c;
      } else if (c >= 'a' && c <= 'z') {
        out[filled++] = (byte) (c - 0x20);
      } else if (c != ' ' && c != '-') {
        return false;
      }
    }
    boolean usable = filled >= 2 && filled <= LONGEST_CODE;
    length = usable ? filled : 0;
    return usable;
  }

  private static boolean isDigit(byte c) {
    return c >= '0' && c <= '9';
  }
}
