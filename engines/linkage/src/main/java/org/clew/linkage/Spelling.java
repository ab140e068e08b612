package org.clew.linkage;

/// How far one spelling is from another: edits of one letter, a swap of two neighbours counting as
/// one (optimal string alignment, Damerau 1964).
final class Spelling {
  private Spelling() {}

  /// Whether two words are near enough to be one word mistyped: one edit from four letters on, two
  /// from seven.
  static boolean isClose(String a, String b) {
    int shorter = Math.min(a.length(), b.length());
    if (shorter < 4) {
      return shorter == 3 && a.length() != b.length() && within(a, b, 1);
    }
    return within(a, b, shorter >= 7 ? 2 : 1);
  }

  /// Whether at most this many edits lead from one to the other.
  ///
  /// @param most 1 or more
  static boolean within(String a, String b, int most) {
    int difference = a.length() - b.length();
    if (difference > most || -difference > most) {
      return false;
    }
    int start = 0;
    int endA = a.length();
    int endB = b.length();
    while (start < endA && start < endB && a.charAt(start) == b.charAt(start)) {
      start++;
    }
    while (endA > start && endB > start && a.charAt(endA - 1) == b.charAt(endB - 1)) {
      endA--;
      endB--;
    }
    int restA = endA - start;
    int restB = endB - start;
    if (Math.max(restA, restB) <= 1) {
      return true;
    }
    if (restA == 2 && restB == 2 && isSwap(a, b, start)) {
      return true;
    }
    return most > 1 && Math.max(restA, restB) <= 64 && distance(a, b, start, restA, restB) <= most;
  }

  private static boolean isSwap(String a, String b, int at) {
    return a.charAt(at) == b.charAt(at + 1) && a.charAt(at + 1) == b.charAt(at);
  }

  private static int distance(String a, String b, int start, int lengthA, int lengthB) {
    int[] before = new int[lengthB + 1];
    int[] last = new int[lengthB + 1];
    int[] now = new int[lengthB + 1];
    for (int j = 0; j <= lengthB; j++) {
      last[j] = j;
    }
    for (int i = 1; i <= lengthA; i++) {
      now[0] = i;
      char letter = a.charAt(start + i - 1);
      for (int j = 1; j <= lengthB; j++) {
        char other = b.charAt(start + j - 1);
        int best = Math.min(last[j], now[j - 1]) + 1;
        best = Math.min(best, last[j - 1] + (letter == other ? 0 : 1));
        if (i > 1
            && j > 1
            && letter == b.charAt(start + j - 2)
            && a.charAt(start + i - 2) == other) {
          best = Math.min(best, before[j - 2] + 1);
        }
        now[j] = best;
      }
      int[] spare = before;
      before = last;
      last = now;
      now = spare;
    }
    return last[lengthB];
  }
}
