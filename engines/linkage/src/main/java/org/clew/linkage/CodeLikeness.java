package org.clew.linkage;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Phones, documents, accounts, plates, usernames and e-mail addresses: letters and digits that are
/// the same, a slip apart, or share an end.
final class CodeLikeness implements Likeness {
  private static final int ENDING = 6;
  private static final int TAIL = 4;
  private static final int MOST_SLIPS = 3;
  private static final int OTHER_NUMBER = 3;
  private static final int DIFFERENT = 4;
  private static final int DIGEST = 4;

  /// By character of ASCII, the one it is taken for when it is looked at.
  private static final String LOOKS =
      Codes.look(
          IntStream.range(0, 128).mapToObj(Character::toString).collect(Collectors.joining()));

  private final Kind kind;
  private final Texts texts;

  /// By value four numbers side by side, since they are asked for together: its letters, its last
  /// four characters, its front, and nothing.
  private final int[] digests;

  private final List<Level> levels;
  private final List<Key> keys;

  CodeLikeness(Kind kind, Texts forms) {
    this.kind = kind;
    int size = forms.size();
    texts = forms;
    int[] front = new int[size];
    int[] end = new int[size];
    digests = new int[ListTooLarge.numbers(size, DIGEST)];
    for (int i = 0; i < size; i++) {
      read(i, front, end);
    }
    double exact = kind == Kind.DOCUMENT ? 0.8 : 0.65;
    levels =
        List.of(
            new Level(Agreement.EXACT, exact, 1e-7),
            new Level(Agreement.CLOSE_SPELLING, 0.08, 1e-6),
            new Level(kind == Kind.EMAIL ? Agreement.NEAR : Agreement.ENDS_WITH, 0.03, 1e-5),
            new Level(Agreement.OTHER_UNIT, 0.01, 0.01),
            new Level(Agreement.DIFFERENT, 0.88 - exact, 1));
    keys = List.of(Likeness.whole(forms), new Key("front", front), new Key("end", end));
  }

  private void read(int value, int[] fronts, int[] ends) {
    byte[] bytes = texts.block(value);
    int from = texts.from(value);
    int to = from + texts.length(value);
    fronts[value] = front(bytes, from, to);
    ends[value] = end(bytes, from, to);
    digests[value * DIGEST] = letters(bytes, from, to);
    digests[value * DIGEST + 1] = to - from < TAIL ? -1 : Texts.key(bytes, to - TAIL, to);
    digests[value * DIGEST + 2] = fronts[value];
  }

  private static int letters(byte[] bytes, int from, int to) {
    int mask = 0;
    for (int i = from; i < to; i++) {
      mask |= 1 << (bytes[i] & 31);
    }
    return mask;
  }

  /// What stands before the at sign, or the first half; of a phone what stands before its last four
  /// digits. -1 where there is too little.
  private int front(byte[] bytes, int from, int to) {
    int length = to - from;
    if (kind != Kind.EMAIL && length < ENDING) {
      return -1;
    }
    int start = kind == Kind.PHONE ? Math.max(from, to - 9) : from;
    int end =
        switch (kind) {
          case EMAIL -> at(bytes, from, to);
          case PHONE -> to - 4;
          default -> from + Math.max(4, length / 2);
        };
    return Texts.key(bytes, start, end);
  }

  private int end(byte[] bytes, int from, int to) {
    int end = kind == Kind.EMAIL ? at(bytes, from, to) : to;
    int kept =
        switch (kind) {
          case EMAIL -> 4;
          case PHONE -> ENDING;
          default -> Math.max(4, (to - from + 1) / 2);
        };
    int least = kind == Kind.EMAIL ? 5 : kept;
    return end - from < least ? -1 : Texts.key(bytes, end - kept, end);
  }

  private static int at(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to && bytes[at] != '@') {
      at++;
    }
    return at;
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
    int left = a * DIGEST;
    int right = b * DIGEST;
    // Most differ so much that their texts need not be looked at.
    int apart = Integer.bitCount(digests[left] ^ digests[right]);
    if (kind == Kind.EMAIL && apart > 2 * MOST_SLIPS) {
      return digests[left + 2] == digests[right + 2] && sameLocal(a, b) ? 2 : DIFFERENT;
    }
    int leftTail = digests[left + 1];
    int rightTail = digests[right + 1];
    boolean sameEnd = leftTail == rightTail || leftTail < 0 || rightTail < 0;
    if (kind == Kind.PHONE && apart > 2 && !sameEnd) {
      return DIFFERENT;
    }
    return kind == Kind.EMAIL ? email(a, b, kernels) : code(a, b, kernels);
  }

  private int email(int a, int b, Kernels kernels) {
    int slips = Math.min(MOST_SLIPS, Math.min(texts.chars(a), texts.chars(b)) / 6);
    if (kernels.edits(texts, a, b, slips) <= slips) {
      return sameDigits(a, b) ? 1 : OTHER_NUMBER;
    }
    return sameLocal(a, b) ? 2 : DIFFERENT;
  }

  private boolean sameLocal(int a, int b) {
    byte[] left = texts.block(a);
    byte[] right = texts.block(b);
    int from = texts.from(a);
    int other = texts.from(b);
    int at = at(left, from, from + texts.length(a));
    int otherAt = at(right, other, other + texts.length(b));
    return Arrays.equals(left, from, at, right, other, otherAt);
  }

  /// Whether the two have the same digits: an address that differs in its number alone is as likely
  /// a namesake's as mistyped.
  private boolean sameDigits(int a, int b) {
    byte[] left = texts.block(a);
    byte[] right = texts.block(b);
    int i = texts.from(a);
    int j = texts.from(b);
    int endLeft = i + texts.length(a);
    int endRight = j + texts.length(b);
    while (true) {
      while (i < endLeft && !isDigit(left[i])) {
        i++;
      }
      while (j < endRight && !isDigit(right[j])) {
        j++;
      }
      if (i == endLeft || j == endRight) {
        return i == endLeft && j == endRight;
      }
      if (left[i++] != right[j++]) {
        return false;
      }
    }
  }

  private static boolean isDigit(byte c) {
    return c >= '0' && c <= '9';
  }

  private int code(int a, int b, Kernels kernels) {
    int shorter = Math.min(texts.chars(a), texts.chars(b));
    if (shorter >= 6 && kernels.edits(texts, a, b, 1) <= 1) {
      boolean one = kind != Kind.USERNAME || sameDigits(a, b);
      return one ? 1 : OTHER_NUMBER;
    }
    if (kind == Kind.PHONE) {
      return phone(a, b);
    }
    if (kind != Kind.USERNAME && shorter >= 4 && looksAlike(a, b)) {
      return 1;
    }
    return shorter >= 4 && oneEndsTheOther(a, b) ? 2 : DIFFERENT;
  }

  private boolean looksAlike(int a, int b) {
    int length = texts.length(a);
    byte[] left = texts.block(a);
    byte[] right = texts.block(b);
    int from = texts.from(a);
    int other = texts.from(b);
    boolean alike = length == texts.length(b);
    for (int i = 0; i < length && alike; i++) {
      alike = look(left[from + i]) == look(right[other + i]);
    }
    return alike;
  }

  private static int look(byte each) {
    return each < 0 ? each : LOOKS.charAt(each);
  }

  private boolean oneEndsTheOther(int a, int b) {
    int shorter = Math.min(texts.length(a), texts.length(b));
    int from = texts.from(a) + texts.length(a);
    int other = texts.from(b) + texts.length(b);
    return Arrays.equals(
        texts.block(a), from - shorter, from, texts.block(b), other - shorter, other);
  }

  /// The same number with and without its country, or the ending of one.
  private int phone(int a, int b) {
    int shorter = texts.length(a) < texts.length(b) ? a : b;
    int longer = shorter == a ? b : a;
    byte[] bytes = texts.block(shorter);
    int from = texts.from(shorter);
    int to = from + texts.length(shorter);
    while (from < to - 1 && (bytes[from] == '+' || bytes[from] == '0')) {
      from++;
    }
    int length = to - from;
    int end = texts.from(longer) + texts.length(longer);
    boolean ends =
        length >= TAIL && Arrays.equals(bytes, from, to, texts.block(longer), end - length, end);
    return !ends ? DIFFERENT : length >= 7 ? 1 : 2;
  }
}
