package org.clew.linkage;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/// Every distinct text once, numbered in the order of arrival: an open-addressed table over one
/// arena of UTF-8 bytes, made for millions of short texts. Not safe for many threads.
final class Texts {
  private static final int LARGEST = Integer.MAX_VALUE - 16;

  private byte[] arena = new byte[256];
  private int filled;
  private int[] starts = new int[17];
  private int size;

  /// The hash of a text in the upper half, its number and one in the lower; 0 for a free place.
  private long[] table = new long[32];

  int size() {
    return size;
  }

  String text(int number) {
    return new String(arena, starts[number], starts[number + 1] - starts[number], UTF_8);
  }

  int code(String text) {
    byte[] bytes = text.getBytes(UTF_8);
    return code(bytes, 0, bytes.length);
  }

  /// The number of a text, a new one where it was not seen yet.
  int code(byte[] bytes, int from, int to) {
    int hash = hash(bytes, from, to);
    int mask = table.length - 1;
    int at = hash & mask;
    while (table[at] != 0) {
      int known = (int) table[at] - 1;
      if ((int) (table[at] >>> 32) == hash
          && Arrays.equals(arena, starts[known], starts[known + 1], bytes, from, to)) {
        return known;
      }
      at = (at + 1) & mask;
    }
    table[at] = entry(hash, size);
    return append(bytes, from, to);
  }

  private int append(byte[] bytes, int from, int to) {
    int length = to - from;
    if (length > LARGEST - filled) {
      throw new IllegalStateException("a column holds more than 2 GB of different text");
    }
    if (filled + length > arena.length) {
      long wanted = Math.max(filled + (long) length, arena.length + (arena.length >> 1));
      arena = Arrays.copyOf(arena, (int) Math.min(LARGEST, wanted));
    }
    System.arraycopy(bytes, from, arena, filled, length);
    filled += length;
    if (size + 2 > starts.length) {
      starts = Arrays.copyOf(starts, size + (size >> 1) + 2);
    }
    starts[size + 1] = filled;
    size++;
    if (size * 2L > table.length) {
      grow();
    }
    return size - 1;
  }

  private static long entry(int hash, int number) {
    return ((long) hash << 32) | (number + 1);
  }

  private void grow() {
    long[] old = table;
    table = new long[old.length * 2];
    int mask = table.length - 1;
    for (long each : old) {
      int at = (int) (each >>> 32) & mask;
      while (each != 0 && table[at] != 0) {
        at = (at + 1) & mask;
      }
      table[at] = each == 0 ? table[at] : each;
    }
  }

  private static int hash(byte[] bytes, int from, int to) {
    long hash = 0x9E3779B97F4A7C15L;
    for (int i = from; i < to; i++) {
      hash = (hash ^ bytes[i]) * 0x100000001B3L;
    }
    hash ^= hash >>> 32;
    return (int) ((hash * 0x9E3779B97F4A7C15L) >>> 32);
  }

  /// Gives back what only finding needs, once no text is added any more.
  void close() {
    table = new long[0];
    arena = Arrays.copyOf(arena, filled);
    starts = Arrays.copyOf(starts, size + 1);
  }
}
