package org.clew.tables;

import java.io.ByteArrayOutputStream;

/// Small numbers in the hybrid of run lengths and packed bits of Apache Parquet ("RLE", encoding
/// 3): https://parquet.apache.org/docs/file-format/data-pages/encodings/.
final class RunLengths {

  /// Packed numbers come in so many at once.
  private static final int GROUP = 8;

  private final int[] numbers;
  private final int count;
  private final int width;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private RunLengths(int[] numbers, int count, int width) {
    this.numbers = numbers;
    this.count = count;
    this.width = width;
  }

  /// How many bits hold all numbers below one, 1 at least.
  static int width(int below) {
    return Math.max(1, Integer.SIZE - Integer.numberOfLeadingZeros(below - 1));
  }

  /// Writes numbers.
  ///
  /// @param count how many of them, from the first
  /// @param width how many bits each has
  static byte[] written(int[] numbers, int count, int width) {
    var runs = new RunLengths(numbers, count, width);
    runs.write();
    return runs.out.toByteArray();
  }

  private void write() {
    int at = 0;
    while (at < count) {
      int alike = alike(at, count);
      if (alike >= GROUP) {
        CompactThrift.varint(out, (long) alike << 1);
        for (int bits = 0; bits < width; bits += Byte.SIZE) {
          out.write(numbers[at] >>> bits);
        }
        at += alike;
      } else {
        int end = at;
        while (end < count && alike(end, end + GROUP) < GROUP) {
          end += GROUP;
        }
        pack(at, end);
        at = end;
      }
    }
  }

  /// How many numbers from one on are the same, looking no farther than to an end.
  private int alike(int from, int end) {
    int at = from + 1;
    while (at < Math.min(end, count) && numbers[at] == numbers[from]) {
      at++;
    }
    return at - from;
  }

  /// @param end a whole number of groups from the beginning; what is missing at the end is 0
  private void pack(int from, int end) {
    CompactThrift.varint(out, (((end - from) / GROUP) << 1) | 1);
    long held = 0;
    int bits = 0;
    for (int at = from; at < end; at++) {
      held |= (at < count ? (long) numbers[at] : 0L) << bits;
      bits += width;
      while (bits >= Byte.SIZE) {
        out.write((int) held);
        held >>>= Byte.SIZE;
        bits -= Byte.SIZE;
      }
    }
  }
}
