package org.clew.linkage;

import java.lang.Character.UnicodeScript;

/// The scripts of India and Sri Lanka in Latin letters, as names are usually romanised there: no
/// marks, `sh`, `ch`, `v`, `gy` for `ज्ञ`. Ten scripts have one table: Unicode lays nine of them
/// out alike (after ISCII, IS 13194). A vowel that is not written and may not be spoken is
/// [Echo#OPTIONAL].
final class Brahmic {
  private static final int BLOCK = 0x80;
  private static final int SINHALA = 0xD80;

  private static final String[] CONSONANTS = {
    "k", "kh", "g", "gh", "ng", "ch", "chh", "j", "jh", "ny", "t", "th", "d", "dh", "n", "t", "th",
    "d", "dh", "n", "n", "p", "ph", "b", "bh", "m", "y", "r", "r", "l", "l", "zh", "v", "sh", "sh",
    "s", "h"
  };
  private static final String[] WITH_DOT = {"k", "kh", "g", "z", "r", "rh", "f", "y"};
  private static final String[] VOWELS = {
    "a", "a", "i", "i", "u", "u", "ri", "l", "e", "e", "e", "ai", "o", "o", "o", "au"
  };
  private static final String[] SIGNS = {
    "a", "i", "i", "u", "u", "ri", "ri", "e", "e", "e", "ai", "o", "o", "o", "au"
  };
  private static final String[] CHILLU = {"n", "n", "r", "l", "l", "k"};

  private static final String[] SINHALA_VOWELS = {
    "a", "a", "e", "e", "i", "i", "u", "u", "ru", "ru", "l", "l", "e", "e", "ai", "o", "o", "au"
  };
  private static final String[] SINHALA_CONSONANTS = {
    "k", "kh", "g", "gh", "ng", "ng", "ch", "ch", "j", "jh", "ny", "gn", "nj", "t", "th", "d", "dh",
    "n", "nd", "t", "th", "d", "dh", "n", "", "nd", "p", "ph", "b", "bh", "m", "mb", "y", "r", "",
    "l", "", "", "v", "sh", "sh", "s", "h", "l", "f"
  };
  private static final String[] SINHALA_SIGNS = {
    "a", "e", "e", "i", "i", "u", "", "u", "", "ru", "e", "e", "ai", "o", "o", "au"
  };

  private enum Part {
    CONSONANT,
    VOWEL,
    SIGN,
    NO_VOWEL,
    NASAL,
    DOT,
    NOTHING
  }

  private final String word;
  private final UnicodeScript script;
  private final StringBuilder out = new StringBuilder();

  private Brahmic(String word, UnicodeScript script) {
    this.word = word;
    this.script = script;
  }

  /// The word in Latin letters and [Echo#OPTIONAL].
  static String latin(String word, UnicodeScript script) {
    return new Brahmic(word, script).read();
  }

  static boolean reads(UnicodeScript script) {
    return switch (script) {
      case DEVANAGARI,
          BENGALI,
          GURMUKHI,
          GUJARATI,
          ORIYA,
          TAMIL,
          TELUGU,
          KANNADA,
          MALAYALAM,
          SINHALA ->
          true;
      default -> false;
    };
  }

  private String read() {
    boolean open = false;
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      Part part = part(c);
      if (open && part != Part.SIGN && part != Part.NO_VOWEL && part != Part.DOT) {
        out.append(Echo.OPTIONAL);
        open = false;
      }
      switch (part) {
        case CONSONANT -> {
          i += consonant(i);
          open = true;
        }
        case VOWEL -> out.append(vowel(c));
        case SIGN -> {
          out.append(sign(c));
          open = false;
        }
        case NO_VOWEL -> open = false;
        case NASAL -> nasal(i);
        case DOT -> dotted();
        case NOTHING -> {}
      }
    }
    boolean spoken = open && (!isNorthern() || endsInCluster());
    return spoken ? out.append('a').toString() : out.toString();
  }

  /// Whether two consonants end the word, as in Jitendra, so that a vowel must follow.
  private boolean endsInCluster() {
    int last = word.length() - 1;
    return last > 1
        && part(word.charAt(last)) == Part.CONSONANT
        && offset(word.charAt(last - 1)) == 0x4D;
  }

  /// Whether an inherent vowel is left unspoken at the end of a word.
  private boolean isNorthern() {
    return switch (script) {
      case TAMIL, TELUGU, KANNADA, MALAYALAM, SINHALA -> false;
      default -> true;
    };
  }

  private int offset(char c) {
    return c % BLOCK;
  }

  private Part part(char c) {
    if (c < 0x900 || c >= SINHALA + BLOCK) {
      return Part.NOTHING;
    }
    return c >= SINHALA ? sinhala(offset(c)) : indian(offset(c));
  }

  private Part indian(int at) {
    if (at >= 0x05 && at <= 0x14) {
      return Part.VOWEL;
    }
    if ((at >= 0x15 && at <= 0x39) || (at >= 0x58 && at <= 0x5F)) {
      return Part.CONSONANT;
    }
    if (at >= 0x3E && at <= 0x4C) {
      return Part.SIGN;
    }
    boolean nasal = at <= 0x02 || (script == UnicodeScript.GURMUKHI && at == 0x70);
    return switch (at) {
      case 0x4D -> Part.NO_VOWEL;
      case 0x3C -> Part.DOT;
      case 0x4E, 0x7A, 0x7B, 0x7C, 0x7D, 0x7E, 0x7F -> Part.VOWEL;
      default -> nasal ? Part.NASAL : Part.NOTHING;
    };
  }

  private static Part sinhala(int at) {
    if (at >= 0x05 && at <= 0x16) {
      return Part.VOWEL;
    }
    if (at >= 0x1A && at <= 0x46) {
      return Part.CONSONANT;
    }
    if (at >= 0x4F && at <= 0x5E) {
      return Part.SIGN;
    }
    return at == 0x4A ? Part.NO_VOWEL : at == 0x02 ? Part.NASAL : Part.NOTHING;
  }

  private String vowel(char c) {
    int at = offset(c);
    if (script == UnicodeScript.SINHALA) {
      return SINHALA_VOWELS[at - 0x05];
    }
    return at >= 0x7A ? CHILLU[at - 0x7A] : at == 0x4E ? "t" : VOWELS[at - 0x05];
  }

  private String sign(char c) {
    int at = offset(c);
    return script == UnicodeScript.SINHALA ? SINHALA_SIGNS[at - 0x4F] : SIGNS[at - 0x3E];
  }

  /// Writes the consonant at a place; how many characters beyond it were used.
  private int consonant(int i) {
    char c = word.charAt(i);
    int at = offset(c);
    if (script == UnicodeScript.SINHALA) {
      out.append(SINHALA_CONSONANTS[at - 0x1A]);
      return 0;
    }
    boolean joined = i + 2 < word.length() && offset(word.charAt(i + 1)) == 0x4D;
    int next = joined ? offset(word.charAt(i + 2)) : 0;
    if (at == 0x1C && next == 0x1E) {
      out.append("gy");
      return 2;
    }
    if (at == 0x15 && next == 0x37) {
      out.append(script == UnicodeScript.BENGALI ? "kh" : "ksh");
      return 2;
    }
    if (script == UnicodeScript.TAMIL) {
      out.append(tamil(i, at));
    } else if (script == UnicodeScript.BENGALI && at == 0x2C && isUnder(i)) {
      out.append('w');
    } else if (script == UnicodeScript.BENGALI && at == 0x2F) {
      out.append(i > 0 && offset(word.charAt(i - 1)) == 0x4D ? "y" : "j");
    } else {
      out.append(at >= 0x58 ? WITH_DOT[at - 0x58] : CONSONANTS[at - 0x15]);
    }
    return 0;
  }

  /// The consonant at a place, `?` where there is none.
  private String plain(int i) {
    int at = offset(word.charAt(i)) - 0x15;
    return at >= 0 && at < CONSONANTS.length ? CONSONANTS[at] : "?";
  }

  /// Whether a Bengali b stands under another consonant, where it is a w or nothing.
  private boolean isUnder(int i) {
    return i > 1 && offset(word.charAt(i - 1)) == 0x4D && !"mb".contains(plain(i - 2));
  }

  /// Tamil writes `k` for k and g: single inside a word, or after a nasal, it is voiced.
  private String tamil(int i, int at) {
    boolean doubled = offset(next(i)) == 0x4D && i + 2 < word.length();
    boolean after = i > 1 && offset(word.charAt(i - 1)) == 0x4D;
    boolean nasal = after && "ngnynm".contains(plain(i - 2));
    boolean voiced = i > 0 && !doubled && (!after || nasal);
    return switch (at) {
      case 0x15 -> voiced ? "g" : "k";
      case 0x1A -> i == 0 || (!after && !doubled) ? "s" : "ch";
      case 0x1F -> voiced ? "d" : "t";
      case 0x24 -> voiced ? "dh" : "th";
      case 0x2A -> nasal ? "b" : "p";
      default -> CONSONANTS[at - 0x15];
    };
  }

  private char next(int i) {
    return i + 1 < word.length() ? word.charAt(i + 1) : ' ';
  }

  /// `ं` sounds as the consonant after it asks.
  private void nasal(int i) {
    if (i + 1 == word.length() || part(next(i)) != Part.CONSONANT) {
      out.append('n');
      return;
    }
    int at = offset(next(i));
    boolean lips = script != UnicodeScript.SINHALA && at >= 0x2A && at <= 0x2E;
    boolean throat = at == 0x39;
    out.append(lips ? "m" : throat ? "ng" : "n");
  }

  /// A dot under a letter gives it a sound of Persian or Arabic.
  private void dotted() {
    int last = out.length() - 1;
    if (out.length() > 1 && out.substring(last - 1).equals("ph")) {
      out.replace(last - 1, last + 1, "f");
    } else if (last >= 0 && out.charAt(last) == 'j') {
      out.setCharAt(last, script == UnicodeScript.BENGALI ? 'y' : 'z');
    } else if (last >= 0 && out.charAt(last) == 'd') {
      out.setCharAt(last, 'r');
    }
  }
}
