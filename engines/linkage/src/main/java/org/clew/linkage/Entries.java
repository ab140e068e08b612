package org.clew.linkage;

import java.util.Arrays;

/// Keys with the rows that have them, sorted by radix: the key in the upper half, without a sign.
final class Entries {
  private static final int DIGIT = 11;

  private long[] all;
  private int size;

  Entries(int expected) {
    all = new long[Math.max(16, expected)];
  }

  void add(long entry) {
    if (size == all.length) {
      all = Arrays.copyOf(all, Math.addExact(size, size >> 1));
    }
    all[size++] = entry;
  }

  /// By key, rows of one key in the order they came.
  long[] sorted() {
    long[] from = Arrays.copyOf(all, size);
    long[] to = all.length == size ? all : Arrays.copyOf(all, size);
    for (int shift = 32; shift < 64; shift += DIGIT) {
      int[] starts = new int[(1 << DIGIT) + 1];
      for (long each : from) {
        starts[digit(each, shift) + 1]++;
      }
      for (int i = 0; i < 1 << DIGIT; i++) {
        starts[i + 1] += starts[i];
      }
      for (long each : from) {
        to[starts[digit(each, shift)]++] = each;
      }
      long[] spare = from;
      from = to;
      to = spare;
    }
    all = new long[0];
    return from;
  }

  private static int digit(long entry, int shift) {
    return (int) (entry >>> shift) & ((1 << DIGIT) - 1);
  }
}
