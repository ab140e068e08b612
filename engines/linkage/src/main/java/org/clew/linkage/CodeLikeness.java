package org.clew.linkage;

import java.util.List;

/// Phones, documents, accounts, plates, usernames and e-mail addresses: letters and digits that are
/// the same, a slip apart, or share an end.
final class CodeLikeness implements Likeness {
  private static final int ENDING = 6;
  private static final int TAIL = 4;
  private static final int MOST_SLIPS = 3;
  private static final int OTHER_NUMBER = 3;
  private static final int DIFFERENT = 4;

  private final Kind kind;
  private final String[] texts;

  private final int[] letters;

  private final int[] fronts;

  /// The last four letters, by number; -1 for shorter texts.
  private final int[] tails;

  private final List<Level> levels;
  private final List<Key> keys;

  CodeLikeness(Kind kind, Texts forms) {
    this.kind = kind;
    int size = forms.size();
    texts = new String[size];
    var fronts = new Texts();
    var ends = new Texts();
    var lasts = new Texts();
    int[] front = new int[size];
    int[] end = new int[size];
    letters = new int[size];
    tails = new int[size];
    this.fronts = front;
    for (int i = 0; i < size; i++) {
      String text = forms.text(i);
      texts[i] = text;
      front[i] = front(text, fronts);
      end[i] = end(text, ends);
      letters[i] = Likeness.letters(text);
      tails[i] = text.length() < TAIL ? -1 : lasts.code(text.substring(text.length() - TAIL));
    }
    double exact = kind == Kind.DOCUMENT ? 0.8 : 0.65;
    levels =
        List.of(
            new Level(Agreement.EXACT, exact, 1e-7),
            new Level(Agreement.CLOSE_SPELLING, 0.08, 1e-6),
            new Level(kind == Kind.EMAIL ? Agreement.NEAR : Agreement.ENDS_WITH, 0.03, 1e-5),
            new Level(Agreement.OTHER_UNIT, 0.01, 0.01),
            new Level(Agreement.DIFFERENT, 0.88 - exact, 1));
    keys =
        List.of(
            Likeness.whole(size),
            new Key("front", front, Grain.PART),
            new Key("end", end, Grain.PART));
  }

  private int front(String text, Texts fronts) {
    if (kind == Kind.EMAIL) {
      return fronts.code(text.substring(0, text.indexOf('@')));
    }
    int length = text.length();
    if (length < ENDING) {
      return -1;
    }
    int from = kind == Kind.PHONE ? Math.max(0, length - 9) : 0;
    int to = kind == Kind.PHONE ? length - 4 : Math.max(4, length / 2);
    return fronts.code(text.substring(from, to));
  }

  private int end(String text, Texts ends) {
    if (kind == Kind.EMAIL) {
      int at = text.indexOf('@');
      return at < 5 ? -1 : ends.code(text.substring(at - 4, at));
    }
    int kept = kind == Kind.PHONE ? ENDING : Math.max(4, (text.length() + 1) / 2);
    return text.length() < kept ? -1 : ends.code(text.substring(text.length() - kept));
  }

  @Override
  public List<Level> levels() {
    return levels;
  }

  @Override
  public List<Key> keys() {
    return keys;
  }

  @Override
  public int level(int a, int b, Kernels kernels) {
    // Most differ so much that their texts need not be looked at.
    int apart = Integer.bitCount(letters[a] ^ letters[b]);
    if (kind == Kind.EMAIL && apart > 2 * MOST_SLIPS) {
      return fronts[a] == fronts[b] ? 2 : DIFFERENT;
    }
    boolean sameEnd = tails[a] == tails[b] || tails[a] < 0 || tails[b] < 0;
    if (kind == Kind.PHONE && apart > 2 && !sameEnd) {
      return DIFFERENT;
    }
    return kind == Kind.EMAIL
        ? email(texts[a], texts[b], kernels)
        : code(texts[a], texts[b], kernels);
  }

  private int email(String left, String right, Kernels kernels) {
    int atLeft = left.indexOf('@');
    int atRight = right.indexOf('@');
    int slips = Math.min(MOST_SLIPS, Math.min(left.length(), right.length()) / 6);
    if (kernels.edits(left, right, slips) <= slips) {
      return sameDigits(left, right) ? 1 : OTHER_NUMBER;
    }
    boolean sameLocal = atLeft == atRight && left.regionMatches(0, right, 0, atLeft);
    return sameLocal ? 2 : DIFFERENT;
  }

  /// Whether the two have the same digits: an address that differs in its number alone is as likely
  /// a namesake's as mistyped.
  private static boolean sameDigits(String left, String right) {
    int i = 0;
    int j = 0;
    while (true) {
      while (i < left.length() && !isDigit(left.charAt(i))) {
        i++;
      }
      while (j < right.length() && !isDigit(right.charAt(j))) {
        j++;
      }
      if (i == left.length() || j == right.length()) {
        return i == left.length() && j == right.length();
      }
      if (left.charAt(i++) != right.charAt(j++)) {
        return false;
      }
    }
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private int code(String left, String right, Kernels kernels) {
    int shorter = Math.min(left.length(), right.length());
    if (shorter >= 6 && kernels.edits(left, right, 1) <= 1) {
      return kind != Kind.USERNAME || sameDigits(left, right) ? 1 : OTHER_NUMBER;
    }
    if (kind == Kind.PHONE) {
      return phone(left, right);
    }
    boolean look = kind != Kind.USERNAME && shorter >= 4 && left.length() == right.length();
    if (look && Codes.look(left).equals(Codes.look(right))) {
      return 1;
    }
    return shorter >= 4 && (left.endsWith(right) || right.endsWith(left)) ? 2 : DIFFERENT;
  }

  /// The same number with and without its country, or the ending of one.
  private static int phone(String left, String right) {
    String longer = left.length() >= right.length() ? left : right;
    String shorter = longer.equals(left) ? right : left;
    int zeros = 0;
    while (zeros < shorter.length() - 1 && "+0".indexOf(shorter.charAt(zeros)) >= 0) {
      zeros++;
    }
    String bare = shorter.substring(zeros);
    if (!longer.endsWith(bare) || bare.length() < 4) {
      return DIFFERENT;
    }
    return bare.length() >= 7 ? 1 : 2;
  }
}
