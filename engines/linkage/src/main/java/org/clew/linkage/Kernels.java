package org.clew.linkage;

/// Distances of short ASCII texts, 64 letters at a time: Levenshtein with swaps (Hyyrö 2003) and
/// Jaro–Winkler. One per thread; other texts go to [Spelling].
final class Kernels {
  private static final int LONGEST = 64;

  private final long[] masks = new long[128];

  /// Edits from one to the other, a swap of neighbours counting as one; more than `most` where they
  /// are further apart.
  int edits(String a, String b, int most) {
    int lengthA = a.length();
    int lengthB = b.length();
    if (Math.abs(lengthA - lengthB) > most) {
      return most + 1;
    }
    if (lengthA == 0 || lengthA > LONGEST || lengthB == 0 || !isAscii(a) || !isAscii(b)) {
      return lengthA == 0 || lengthB == 0
          ? Math.max(lengthA, lengthB)
          : Spelling.within(a, b, most) ? most : most + 1;
    }
    mark(a);
    int edits = edits(lengthA, b);
    clear(a);
    return edits;
  }

  private int edits(int length, String b) {
    long last = 1L << (length - 1);
    long up = -1L;
    long down = 0;
    long diagonal = 0;
    long before = 0;
    int score = length;
    for (int j = 0; j < b.length(); j++) {
      long match = masks[b.charAt(j)];
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
    return score;
  }

  /// Jaro–Winkler similarity, 0 to 1; 0 where a text is longer than 64 letters or not ASCII.
  double jaroWinkler(String a, String b) {
    int lengthA = a.length();
    int lengthB = b.length();
    if (lengthA == 0 || lengthB == 0 || lengthA > LONGEST || lengthB > LONGEST) {
      return 0;
    }
    if (!isAscii(a) || !isAscii(b)) {
      return 0;
    }
    mark(b);
    double jaro = jaro(a, b);
    clear(b);
    int prefix = 0;
    while (prefix < 4
        && prefix < lengthA
        && prefix < lengthB
        && a.charAt(prefix) == b.charAt(prefix)) {
      prefix++;
    }
    return jaro + prefix * 0.1 * (1 - jaro);
  }

  private double jaro(String a, String b) {
    int window = Math.max(0, Math.max(a.length(), b.length()) / 2 - 1);
    long usedA = 0;
    long usedB = 0;
    for (int i = 0; i < a.length(); i++) {
      int from = Math.max(0, i - window);
      int to = Math.min(b.length() - 1, i + window);
      if (from <= to) {
        long range = (-1L >>> (63 - (to - from))) << from;
        long free = masks[a.charAt(i)] & range & ~usedB;
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
      moved += a.charAt(i) == b.charAt(j) ? 0 : 1;
      usedA &= usedA - 1;
      usedB &= usedB - 1;
    }
    double shared = common;
    return (shared / a.length() + shared / b.length() + (shared - moved / 2.0) / shared) / 3;
  }

  private void mark(String text) {
    for (int i = 0; i < text.length(); i++) {
      masks[text.charAt(i)] |= 1L << i;
    }
  }

  private void clear(String text) {
    for (int i = 0; i < text.length(); i++) {
      masks[text.charAt(i)] = 0;
    }
  }

  private static boolean isAscii(String text) {
    return Written.isAscii(text);
  }

  /// Whether two words are near enough to be one word mistyped, as [Spelling#isClose] has it.
  boolean isClose(String a, String b) {
    int shorter = Math.min(a.length(), b.length());
    if (shorter < 4) {
      return shorter == 3 && a.length() != b.length() && edits(a, b, 1) <= 1;
    }
    int most = shorter >= 7 ? 2 : 1;
    return edits(a, b, most) <= most;
  }
}
