package org.clew.linkage;

import java.util.Arrays;

/// Keys with the rows that have them, sorted by radix: the key in the upper half, without a sign,
/// the row in the lower. Filled again and again, so that it takes its room once.
final class Entries {
  private static final int DIGIT = 11;

  /// Where the first two digits of a number of 31 bits begin.
  private static final int FIRST_DIGITS = 63 - 2 * DIGIT;

  /// Up to so many numbers are sorted one by one.
  private static final int FEW = 32;

  /// Up to so many are sorted without what the JDK has for longer runs, which takes longer to be
  /// compiled.
  private static final int MANY = 1 << 14;

  /// Entries that are taken in one go: a short method that is often called is compiled sooner, and
  /// once, where one that goes over all of them is compiled anew while it runs.
  static final int AT_A_TIME = 512;

  private long[] all;
  private long[] spare = new long[0];
  private int size;

  Entries(int expected) {
    all = new long[Math.max(16, expected)];
  }

  void clear() {
    size = 0;
  }

  void add(long entry) {
    if (size == all.length) {
      all = Arrays.copyOf(all, ListTooLarge.room(size));
    }
    all[size++] = entry;
  }

  int size() {
    return size;
  }

  /// The key of an entry.
  int key(int entry) {
    return (int) (all[entry] >>> 32);
  }

  int row(int entry) {
    return (int) all[entry];
  }

  /// Sorts by key, rows of one key in the order they came.
  void sort() {
    sort(32, 3);
  }

  /// The same where keys are numbers drawn evenly from all that are not below 0, and rows come in
  /// rising order: few keys have the same first digits.
  void sortDrawn() {
    sort(FIRST_DIGITS, 2);
    for (int from = 0; from < size; ) {
      from = sortSome(from);
    }
  }

  /// Sorts some runs of the same first digits; answers where the next begins.
  private int sortSome(int first) {
    int enough = Math.min(size, first + AT_A_TIME);
    int from = first;
    while (from < enough) {
      int to = from + 1;
      while (to < size && all[to] >>> FIRST_DIGITS == all[from] >>> FIRST_DIGITS) {
        to++;
      }
      sort(all, from, to);
      from = to;
    }
    return from;
  }

  /// Sorts a run of numbers that is short more often than not (Shell 1959, with the gaps of Knuth).
  static void sort(long[] numbers, int from, int end) {
    if (end - from <= FEW) {
      sort(numbers, from, end, 1);
    } else if (end - from <= MANY) {
      int gap = 1;
      while (gap < (end - from) / 9) {
        gap = 3 * gap + 1;
      }
      for (; gap > 0; gap /= 3) {
        sort(numbers, from, end, gap);
      }
    } else {
      Arrays.sort(numbers, from, end);
    }
  }

  /// Sorts each of the runs that are made of every so many-th number.
  private static void sort(long[] numbers, int from, int end, int gap) {
    for (int i = from + gap; i < end; i++) {
      long next = numbers[i];
      int at = i;
      for (; at >= from + gap && numbers[at - gap] > next; at -= gap) {
        numbers[at] = numbers[at - gap];
      }
      numbers[at] = next;
    }
  }

  /// Sorts by so many digits, the last of which ends at a bit.
  private void sort(int end, int digits) {
    if (spare.length < all.length) {
      spare = new long[all.length];
    }
    int[][] starts = new int[digits][(1 << DIGIT) + 1];
    for (int from = 0; from < size; from += AT_A_TIME) {
      count(from, Math.min(size, from + AT_A_TIME), end, starts);
    }
    for (int digit = 0; digit < digits; digit++) {
      for (int i = 0; i < 1 << DIGIT; i++) {
        starts[digit][i + 1] += starts[digit][i];
      }
      for (int from = 0; from < size; from += AT_A_TIME) {
        move(from, Math.min(size, from + AT_A_TIME), end + digit * DIGIT, starts[digit]);
      }
      long[] moved = spare;
      spare = all;
      all = moved;
    }
  }

  /// Counts the digits of some entries.
  private void count(int from, int to, int end, int[][] starts) {
    for (int digit = 0; digit < starts.length; digit++) {
      int[] counts = starts[digit];
      int shift = end + digit * DIGIT;
      for (int i = from; i < to; i++) {
        counts[digit(all[i], shift) + 1]++;
      }
    }
  }

  /// Moves some entries to where those with their digit stand.
  private void move(int from, int to, int shift, int[] starts) {
    long[] moved = spare;
    for (int i = from; i < to; i++) {
      long entry = all[i];
      moved[starts[digit(entry, shift)]++] = entry;
    }
  }

  /// The rows of all entries, in their order.
  int[] rows() {
    int[] out = new int[size];
    for (int i = 0; i < size; i++) {
      out[i] = row(i);
    }
    return out;
  }

  private static int digit(long entry, int shift) {
    return (int) (entry >>> shift) & ((1 << DIGIT) - 1);
  }
}
