package org.clew.linkage;

import java.util.Arrays;

/// Keys with the rows that have them, sorted by radix: the key in the upper half, without a sign,
/// the row in the lower. Filled again and again, so that it takes its room once.
final class Entries {
  private static final int DIGIT = 11;

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
      all = Arrays.copyOf(all, Math.addExact(size, size >> 1));
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
    if (spare.length < all.length) {
      spare = new long[all.length];
    }
    for (int shift = 32; shift < 64; shift += DIGIT) {
      int[] starts = new int[(1 << DIGIT) + 1];
      for (int i = 0; i < size; i++) {
        starts[digit(all[i], shift) + 1]++;
      }
      for (int i = 0; i < 1 << DIGIT; i++) {
        starts[i + 1] += starts[i];
      }
      for (int i = 0; i < size; i++) {
        spare[starts[digit(all[i], shift)]++] = all[i];
      }
      long[] sorted = spare;
      spare = all;
      all = sorted;
    }
  }

  private static int digit(long entry, int shift) {
    return (int) (entry >>> shift) & ((1 << DIGIT) - 1);
  }
}
