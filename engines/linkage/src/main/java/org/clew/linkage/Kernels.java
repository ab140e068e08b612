package org.clew.linkage;

/// Distances of short ASCII texts, 64 letters at a time: Levenshtein with swaps (Hyyrö 2003) and
/// Jaro–Winkler. One per thread; other texts go to [Spelling].
final class Kernels {
  private static final int LONGEST = 64;

  private final long[] masks = new long[128];
  private final byte[] one = new byte[LONGEST];
  private final byte[] other = new byte[LONGEST];

  /// Edits from one to the other, a swap of neighbours counting as one; more than `most` where they
  /// are further apart.
  int edits(String a, String b, int most) {
    if (Math.abs(a.length() - b.length()) > most) {
      return most + 1;
    }
    if (a.isEmpty() || b.isEmpty()) {
      return Math.max(a.length(), b.length());
    }
    if (!copy(a, one) || !copy(b, other)) {
      return Spelling.within(a, b, most) ? most : most + 1;
    }
    return edits(one, 0, a.length(), other, 0, b.length(), most);
  }

  /// The same of two of some texts.
  int edits(Texts texts, int a, int b, int most) {
    int lengthA = texts.length(a);
    int lengthB = texts.length(b);
    boolean plain = texts.isPlain(a) && texts.isPlain(b);
    if (plain && Math.abs(lengthA - lengthB) > most) {
      return most + 1;
    }
    boolean small = Math.max(lengthA, lengthB) <= LONGEST && Math.min(lengthA, lengthB) > 0;
    return plain && small
        ? edits(
            texts.block(a), texts.from(a), lengthA, texts.block(b), texts.from(b), lengthB, most)
        : edits(texts.text(a), texts.text(b), most);
  }

  private static boolean copy(String text, byte[] into) {
    if (text.length() > LONGEST) {
      return false;
    }
    int all = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      all |= c;
      into[i] = (byte) c;
    }
    return all < 128;
  }

  /// What both begin and end with needs no edits.
  private int edits(byte[] a, int fromA, int lengthA, byte[] b, int fromB, int lengthB, int most) {
    int shorter = Math.min(lengthA, lengthB);
    int start = 0;
    while (start < shorter && a[fromA + start] == b[fromB + start]) {
      start++;
    }
    int endA = lengthA;
    int endB = lengthB;
    while (endA > start && endB > start && a[fromA + endA - 1] == b[fromB + endB - 1]) {
      endA--;
      endB--;
    }
    int restA = endA - start;
    int restB = endB - start;
    int longer = Math.max(restA, restB);
    if (longer <= 1 || Math.min(restA, restB) == 0) {
      return longer;
    }
    // One edit is left over only from a letter, or from two that are swapped.
    return most > 1 || (restA == 2 && restB == 2)
        ? distance(a, fromA + start, restA, b, fromB + start, restB)
        : most + 1;
  }

  private int distance(byte[] a, int fromA, int lengthA, byte[] b, int fromB, int lengthB) {
    mark(a, fromA, lengthA);
    long last = 1L << (lengthA - 1);
    long up = -1L;
    long down = 0;
    long diagonal = 0;
    long before = 0;
    int score = lengthA;
    for (int j = fromB; j < fromB + lengthB; j++) {
      long match = masks[b[j]];
      long swapped = ((~diagonal & match) << 1) & before;
      diagonal = (((match & up) + up) ^ up) | match | down | swapped;
      long right = down | ~(diagonal | up);
      long left = diagonal & up;
      score += (right & last) != 0 ? 1 : 0;
      score -= (left & last) != 0 ? 1 : 0;
      right = (right << 1) | 1;
      left <<= 1;
      up = left | ~(diagonal | right);
      down = right & diagonal;
      before = match;
    }
    clear(a, fromA, lengthA);
    return score;
  }

  /// Jaro–Winkler similarity of two of some texts, 0 to 1; 0 where a text is longer than 64 letters
  /// or not ASCII.
  double jaroWinkler(Texts texts, int a, int b) {
    int lengthA = texts.length(a);
    int lengthB = texts.length(b);
    if (lengthA == 0 || lengthB == 0 || lengthA > LONGEST || lengthB > LONGEST) {
      return 0;
    }
    if (!texts.isPlain(a) || !texts.isPlain(b)) {
      return 0;
    }
    byte[] left = texts.block(a);
    byte[] right = texts.block(b);
    int fromA = texts.from(a);
    int fromB = texts.from(b);
    mark(right, fromB, lengthB);
    double jaro = jaro(left, fromA, lengthA, right, fromB, lengthB);
    clear(right, fromB, lengthB);
    int prefix = 0;
    while (prefix < 4
        && prefix < lengthA
        && prefix < lengthB
        && left[fromA + prefix] == right[fromB + prefix]) {
      prefix++;
    }
    return jaro + prefix * 0.1 * (1 - jaro);
  }

  private double jaro(byte[] a, int fromA, int lengthA, byte[] b, int fromB, int lengthB) {
    int window = Math.max(0, Math.max(lengthA, lengthB) / 2 - 1);
    long usedA = 0;
    long usedB = 0;
    for (int i = 0; i < lengthA; i++) {
      int from = Math.max(0, i - window);
      int to = Math.min(lengthB - 1, i + window);
      if (from <= to) {
        long range = (-1L >>> (63 - (to - from))) << from;
        long free = masks[a[fromA + i]] & range & ~usedB;
        usedB |= free & -free;
        usedA |= free == 0 ? 0 : 1L << i;
      }
    }
    int common = Long.bitCount(usedA);
    if (common == 0) {
      return 0;
    }
    int moved = 0;
    while (usedA != 0) {
      int i = Long.numberOfTrailingZeros(usedA);
      int j = Long.numberOfTrailingZeros(usedB);
      moved += a[fromA + i] == b[fromB + j] ? 0 : 1;
      usedA &= usedA - 1;
      usedB &= usedB - 1;
    }
    double shared = common;
    return (shared / lengthA + shared / lengthB + (shared - moved / 2.0) / shared) / 3;
  }

  private void mark(byte[] text, int from, int length) {
    for (int i = 0; i < length; i++) {
      masks[text[from + i]] |= 1L << i;
    }
  }

  private void clear(byte[] text, int from, int length) {
    for (int i = 0; i < length; i++) {
      masks[text[from + i]] = 0;
    }
  }

  /// Whether two of some texts are near enough to be one word mistyped, as [Spelling#isClose] has
  /// it.
  boolean isClose(Texts texts, int a, int b) {
    int most = slips(texts.chars(a), texts.chars(b));
    return most > 0 && edits(texts, a, b, most) <= most;
  }

  private static int slips(int lengthA, int lengthB) {
    int shorter = Math.min(lengthA, lengthB);
    if (shorter < 4) {
      return shorter == 3 && lengthA != lengthB ? 1 : 0;
    }
    return shorter >= 7 ? 2 : 1;
  }
}
