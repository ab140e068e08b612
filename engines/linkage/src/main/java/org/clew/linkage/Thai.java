package org.clew.linkage;

import java.util.List;

/// Thai names in Latin letters, roughly as the Royal Thai General System (1999) has them, from
/// which people's own spellings differ in ways that [Echo] forgives. Vowels that are not written
/// are [Echo#OPTIONAL]; letters under a thanthakhat are silent.
final class Thai {
  private static final String[] CONSONANTS = {
    "k", "kh", "kh", "kh", "kh", "kh", "ng", "j", "ch", "ch", "s", "ch", "y", "d", "t", "th", "th",
    "th", "n", "d", "t", "th", "th", "th", "n", "b", "p", "ph", "f", "ph", "f", "ph", "m", "y",
    "r", "ri", "l", "lu", "w", "s", "s", "s", "h", "l", "o", "h"
  };
  private static final char FIRST = '\u0E01';
  private static final char LAST = '\u0E2E';
  private static final String LEADING = "เแโใไ";
  private static final String SIGNS = "ะัาำิีึืฺุู";
  private static final String CLUSTER_FIRST = "กขคตปผพบทฟศสห";
  private static final String CLUSTER_SECOND = "รลว";
  private static final List<String> TITLES =
      List.of("นางสาว", "นาย", "นาง", "เด็กชาย", "เด็กหญิง", "น.ส.", "ด.ช.", "ด.ญ.");

  private final String word;
  private final StringBuilder out = new StringBuilder();

  private Thai(String word) {
    this.word = word;
  }

  /// The word without a title that runs into it.
  static String withoutTitle(String word) {
    for (String title : TITLES) {
      if (word.startsWith(title) && word.length() > title.length() + 2) {
        return word.substring(title.length());
      }
    }
    return word;
  }

  /// The word in Latin letters and [Echo#OPTIONAL].
  static String latin(String word) {
    return new Thai(heard(word)).read();
  }

  /// The word without tone marks and silent letters.
  private static String heard(String word) {
    StringBuilder kept = new StringBuilder(word.length());
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (c == '\u0E4D') {
        kept.append('ำ');
        i++;
      } else if (c == '\u0E4C') {
        silence(kept);
      } else if (c < '\u0E47' || c > '\u0E4E') {
        kept.append(c);
      }
    }
    return kept.toString();
  }

  /// Takes back the letter under a thanthakhat, with its vowel, and a stop before it that ends
  /// nothing: of `จันทร์` jan is heard.
  private static void silence(StringBuilder kept) {
    int last = kept.length() - 1;
    if (last >= 0 && SIGNS.indexOf(kept.charAt(last)) >= 0) {
      kept.setLength(last--);
    }
    if (last < 1) {
      return;
    }
    boolean liquid = "รย".indexOf(kept.charAt(last)) >= 0;
    kept.setLength(last--);
    boolean stop = "ทธตด".indexOf(kept.charAt(last)) >= 0;
    if (liquid && stop && last > 0 && "นร".indexOf(kept.charAt(last - 1)) >= 0) {
      kept.setLength(last);
    }
  }

  private char at(int i) {
    return i >= 0 && i < word.length() ? word.charAt(i) : ' ';
  }

  private static boolean isConsonant(char c) {
    return c >= FIRST && c <= LAST;
  }

  private static boolean isSign(char c) {
    return SIGNS.indexOf(c) >= 0 && c != ' ';
  }

  private String read() {
    int i = 0;
    boolean open = false;
    while (i < word.length()) {
      char c = word.charAt(i);
      if (LEADING.indexOf(c) >= 0) {
        i = led(i);
        open = false;
      } else if (c == 'ร' && at(i + 1) == 'ร') {
        out.append(i + 2 < word.length() && isBare(i + 2) && at(i + 2) != 'ณ' ? "a" : "an");
        i += 2;
        open = false;
      } else if (isConsonant(c)) {
        i = plain(i, open);
        open = isBare(i - 1) && isConsonant(at(i - 1));
      } else {
        i++;
      }
    }
    return out.toString();
  }

  private boolean isBare(int i) {
    return isConsonant(at(i)) && !isSign(at(i + 1));
  }

  private void consonant(char c) {
    out.append(CONSONANTS[c - FIRST]);
  }

  /// How many letters stand for the sound that begins a syllable at a place.
  private int onset(int i) {
    boolean cluster =
        CLUSTER_FIRST.indexOf(at(i)) >= 0
            && CLUSTER_SECOND.indexOf(at(i + 1)) >= 0
            && at(i + 1) != ' ';
    return cluster ? 2 : 1;
  }

  /// A syllable whose vowel is written before its consonant.
  private int led(int from) {
    char lead = at(from);
    int i = from + 1;
    if (!isConsonant(at(i))) {
      return i;
    }
    boolean cluster =
        onset(i) == 2
            && (isSign(at(i + 2)) || isConsonant(at(i + 2)))
            && !isSign(at(i + 1))
            && "ศสห".indexOf(at(i)) < 0;
    boolean hushed = at(i) == 'ห' && "งญนมยรลว".indexOf(at(i + 1)) >= 0;
    if (!hushed) {
      consonant(at(i));
    }
    i++;
    if (cluster || hushed) {
      consonant(at(i));
      i++;
    }
    if (lead != 'เ') {
      out.append(lead == 'แ' ? "ae" : lead == 'โ' ? "o" : "ai");
      return at(i) == 'ะ' || (lead == 'ไ' && at(i) == 'ย') ? i + 1 : i;
    }
    return afterE(i);
  }

  private int afterE(int i) {
    if (at(i) == 'า') {
      out.append("ao");
      return at(i + 1) == 'ะ' ? i + 2 : i + 1;
    }
    if (at(i) == 'ี' && at(i + 1) == 'ย') {
      out.append("ia");
      return i + 2;
    }
    if (at(i) == 'ื' && at(i + 1) == 'อ') {
      out.append("uea");
      return i + 2;
    }
    if (at(i) == 'ิ') {
      out.append("oe");
      return i + 1;
    }
    if (at(i) == 'อ') {
      out.append("oe");
      return i + 1;
    }
    if (at(i) == 'ย' && isBare(i)) {
      out.append("oei");
      return i + 1;
    }
    out.append('e');
    return at(i) == 'ะ' ? i + 1 : i;
  }

  /// A consonant with the vowel after it, if one is written.
  private int plain(int i, boolean open) {
    char c = at(i);
    char next = at(i + 1);
    if (c == 'อ' && i > 0 && !isSign(next)) {
      dropOptional();
      out.append('o');
      return i + 1;
    }
    boolean an = next == 'ร' && at(i + 2) == 'ร';
    if (c == 'ว' && i > 0 && open && isConsonant(next) && !isSign(at(i + 2)) && !an) {
      dropOptional();
      out.append("ua");
      return i + 1;
    }
    boolean hushed = c == 'ห' && isConsonant(next) && "งญนมยรลว".indexOf(next) >= 0;
    if (hushed) {
      return i + 1;
    }
    boolean silentR = "ศสซ".indexOf(c) >= 0 && next == 'ร' && at(i + 2) != 'ี';
    if (c == 'ท' && next == 'ร' && isConsonant(at(i + 2))) {
      out.append('s');
      return i + 2;
    }
    boolean carrying = isSign(next);
    if (c == 'อ') {
      out.append(carrying ? "" : String.valueOf(Echo.OPTIONAL));
      return carrying ? signs(i + 1) : i + 1;
    }
    if (c == 'ญ' && !carrying) {
      out.append('n');
    } else {
      consonant(c);
    }
    if (carrying) {
      return signs(i + 1);
    }
    if (endsInN(i)) {
      out.append("on");
      return i + 2;
    }
    boolean more = i + 1 < word.length();
    boolean cluster = onset(i) == 2 && (isSign(at(i + 2)) || silentR);
    boolean doubled = isConsonant(next) && CONSONANTS[next - FIRST].equals(CONSONANTS[c - FIRST]);
    if (more && !cluster && !doubled && at(i + 1) != 'อ') {
      out.append(Echo.OPTIONAL);
    }
    return silentR ? i + 2 : i + 1;
  }

  /// Whether a bare consonant and a bare r are a syllable that ends in n: of `พรชัย` the first is
  /// phon. A single consonant behind them would make them a cluster instead.
  private boolean endsInN(int i) {
    int behind = i + 2;
    boolean cluster = behind == word.length() - 1 && isConsonant(at(behind));
    return at(i + 1) == 'ร' && isBare(i + 1) && "รห".indexOf(at(behind)) < 0 && !cluster;
  }

  private void dropOptional() {
    int last = out.length() - 1;
    if (last >= 0 && out.charAt(last) == Echo.OPTIONAL) {
      out.setLength(last);
    }
  }

  private int signs(int from) {
    char sign = at(from);
    char next = at(from + 1);
    if (sign == 'ั' && next == 'ว' && !isSign(at(from + 2))) {
      out.append("ua");
      return from + 2;
    }
    if ((sign == 'ั' || sign == 'า') && next == 'ย' && !isSign(at(from + 2))) {
      out.append("ai");
      return from + 2;
    }
    if (sign == 'า' && next == 'ว' && !isSign(at(from + 2))) {
      out.append("ao");
      return from + 2;
    }
    out.append(
        switch (sign) {
          case 'ำ' -> "am";
          case 'ิ', 'ี' -> "i";
          case 'ึ', 'ื', 'ุ', 'ู' -> "u";
          default -> "a";
        });
    return from + 1;
  }
}
