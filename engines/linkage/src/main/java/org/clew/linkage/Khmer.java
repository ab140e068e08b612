package org.clew.linkage;

/// Khmer names in the spelling that passports and people use (`សុភាព` is Sopheap, `ជា` Chea). A
/// vowel sign has two sounds; which, the consonant decides it hangs on: one of the first series (a)
/// or of the second (o).
final class Khmer {
  private static final char FIRST = '\u1780';
  private static final char LAST = '\u17A2';
  private static final char UNDER = '\u17D2';

  private static final String[] CONSONANTS = {
    "k", "kh", "k", "kh", "ng", "ch", "chh", "ch", "chh", "nh", "d", "th", "d", "th", "n", "t",
    "th", "t", "th", "n", "b", "ph", "p", "ph", "m", "y", "r", "l", "v", "s", "s", "s", "h", "l", ""
  };

  /// By consonant, its series.
  private static final String SERIES = "aaoooaaoooaaooaaaoooaaoooooooaaaaaa";

  /// These take the series of the consonant they stand under.
  private static final String YIELDING = "ង ញ ន ម យ រ ល វ";

  private static final char FIRST_SIGN = '\u17B6';
  private static final String[] FIRST_SERIES = {
    "a", "e", "ey", "eu", "eu", "o", "o", "uo", "oe", "oeu", "ie", "e", "e", "ai", "o", "ao", "am",
    "ah"
  };
  private static final String[] SECOND_SERIES = {
    "ea", "i", "y", "i", "eu", "u", "ou", "uo", "eu", "oeu", "ie", "e", "e", "ey", "o", "ov", "om",
    "eah"
  };
  private static final char FIRST_ALONE = '\u17A3';
  private static final String[] ALONE = {
    "a", "a", "e", "ey", "o", "o", "ou", "ov", "rue", "rue", "lue", "lue", "e", "ai", "o", "o", "au"
  };

  private final String word;
  private final StringBuilder out = new StringBuilder();

  private Khmer(String word) {
    this.word = word;
  }

  /// The word in Latin letters and [Echo#OPTIONAL].
  static String latin(String word) {
    return new Khmer(word).read();
  }

  private static boolean isConsonant(char c) {
    return c >= FIRST && c <= LAST;
  }

  private static boolean isSign(char c) {
    return c >= FIRST_SIGN && c < FIRST_SIGN + FIRST_SERIES.length;
  }

  private char at(int i) {
    return i < word.length() ? word.charAt(i) : ' ';
  }

  private String read() {
    boolean voweled = false;
    for (int i = 0; i < word.length(); ) {
      char c = word.charAt(i);
      if (isConsonant(c)) {
        int end = clusterEnd(i);
        int signs = signsEnd(end);
        if (at(signs - 1) == '\u17CD' && signs > end) {
          i = signs;
        } else if (hasVowel(end, signs)) {
          cluster(i, end, signs);
          vowels(series(i, end, signs), end, signs);
          voweled = true;
          i = signs;
        } else if (voweled) {
          last(i, end);
          voweled = false;
          i = signs;
        } else {
          cluster(i, end, signs);
          inherent(series(i, end, signs), signs);
          voweled = signs < word.length();
          i = signs;
        }
      } else {
        if (c >= FIRST_ALONE && c < FIRST_ALONE + ALONE.length) {
          out.append(ALONE[c - FIRST_ALONE]);
          voweled = true;
        }
        i++;
      }
    }
    return out.toString();
  }

  private int clusterEnd(int from) {
    int end = from + 1;
    while (end < word.length()
        && (at(end) == UNDER ? isConsonant(at(end + 1)) : isShifter(at(end)))) {
      end += at(end) == UNDER ? 2 : 1;
    }
    return end;
  }

  private static boolean isShifter(char c) {
    return c == '\u17C9' || c == '\u17CA';
  }

  private int signsEnd(int from) {
    int end = from;
    while (end < word.length()
        && (isSign(at(end)) || (at(end) >= '\u17C8' && at(end) <= '\u17D1'))) {
      end++;
    }
    return end;
  }

  private boolean hasVowel(int from, int to) {
    for (int i = from; i < to; i++) {
      if (isSign(at(i)) || at(i) == '\u17D0') {
        return true;
      }
    }
    return false;
  }

  private boolean holds(int from, int to, char sought) {
    return word.substring(from, to).indexOf(sought) >= 0;
  }

  private char series(int from, int end, int signs) {
    if (holds(from, signs, '\u17C9')) {
      return 'a';
    }
    if (holds(from, signs, '\u17CA')) {
      return 'o';
    }
    char series = SERIES.charAt(at(from) - FIRST);
    boolean yields = YIELDING.indexOf(at(from)) >= 0;
    for (int i = from + 1; i < end; i++) {
      if (at(i) == UNDER && (yields || YIELDING.indexOf(at(i + 1)) < 0)) {
        series = SERIES.charAt(at(i + 1) - FIRST);
      }
    }
    return series;
  }

  private void cluster(int from, int end, int signs) {
    for (int i = from; i < end; i++) {
      char c = at(i);
      if (isConsonant(c)) {
        boolean hard = c == 'ប' && (holds(from, signs, '\u17C9') || at(i + 1) == UNDER);
        out.append(hard ? "p" : CONSONANTS[c - FIRST]);
      }
    }
  }

  /// Consonants that end a syllable: of two only the first is heard, but people write both.
  private void last(int from, int end) {
    for (int i = from; i < end; i++) {
      char c = at(i);
      if (isConsonant(c)) {
        boolean first = i == from;
        boolean afterE = out.length() > 0 && out.charAt(out.length() - 1) == 'e';
        String sound = c == 'ប' ? "p" : c == 'ដ' ? "t" : c == 'វ' && afterE ? "o" : "";
        if (first || !sound.isEmpty() || "ក".indexOf(c) < 0) {
          out.append(sound.isEmpty() ? CONSONANTS[c - FIRST] : sound);
        }
      }
    }
  }

  /// The vowel that is not written: heard before another consonant, seldom at the end.
  private void inherent(char series, int next) {
    boolean closed = next < word.length() && isConsonant(at(next)) && isBare(next);
    if (closed) {
      out.append(series);
    } else if (next < word.length()) {
      out.append(Echo.OPTIONAL);
    }
  }

  private boolean isBare(int from) {
    int end = clusterEnd(from);
    return end > from + 1 || !hasVowel(end, signsEnd(end));
  }

  private void vowels(char series, int from, int to) {
    String[] sounds = series == 'a' ? FIRST_SERIES : SECOND_SERIES;
    String signs = word.substring(from, to);
    if (signs.equals("\u17B6\u17C6") && at(to) == 'ង') {
      out.append(series == 'a' ? "a" : "ea");
    } else if (signs.equals("\u17B6\u17C6")) {
      out.append(series == 'a' ? "am" : "oam");
    } else if (signs.equals("\u17BB\u17C6")) {
      out.append(series == 'a' ? "om" : "um");
    } else if (signs.indexOf('\u17D0') >= 0) {
      boolean y = at(to) == 'យ';
      out.append(y ? "e" : series == 'a' ? "a" : "ea");
    } else {
      for (int i = 0; i < signs.length(); i++) {
        char c = signs.charAt(i);
        out.append(isSign(c) ? sounds[c - FIRST_SIGN] : "");
      }
    }
  }
}
