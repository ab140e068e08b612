package org.clew.linkage;

import java.util.Arrays;

/// Keys with the rows that have them, sorted by radix: the key in the upper half, without a sign,
/// the row in the lower. Filled again and again, so that it takes its room once.
final class Entries {
  private static final int DIGIT = 11;

  /// Where the first two digits of a number of 31 bits begin.
  private static final int FIRST_DIGITS = 63 - 2 * DIGIT;

  /// Up to so many numbers are sorted one by one, without what the JDK has for longer runs.
  private static final int SHORT = 64;

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
    int from = 0;
    for (int i = 1; i <= size; i++) {
      if (i == size || all[i] >>> FIRST_DIGITS != all[from] >>> FIRST_DIGITS) {
        sort(all, from, i);
        from = i;
      }
    }
  }

  /// Sorts a run of numbers that is short more often than not.
  static void sort(long[] numbers, int from, int end) {
    if (end - from > SHORT) {
      Arrays.sort(numbers, from, end);
      return;
    }
    for (int i = from + 1; i < end; i++) {
      long next = numbers[i];
      int at = i;
      for (; at > from && numbers[at - 1] > next; at--) {
        numbers[at] = numbers[at - 1];
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
    for (int i = 0; i < size; i++) {
      for (int digit = 0; digit < digits; digit++) {
        starts[digit][digit(all[i], end + digit * DIGIT) + 1]++;
      }
    }
    for (int digit = 0; digit < digits; digit++) {
      move(starts[digit], end + digit * DIGIT);
    }
  }

  private void move(int[] starts, int shift) {
    for (int i = 0; i < 1 << DIGIT; i++) {
      starts[i + 1] += starts[i];
    }
    long[] from = all;
    long[] to = spare;
    for (int i = 0; i < size; i++) {
      to[starts[digit(from[i], shift)]++] = from[i];
    }
    spare = from;
    all = to;
  }

  private static int digit(long entry, int shift) {
    return (int) (entry >>> shift) & ((1 << DIGIT) - 1);
  }
}
