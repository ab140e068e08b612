package org.clew.bench;

import java.util.Arrays;
import java.util.Locale;

/// How well groups that were found are those that are true: F1, precision and recall over pairs.
/// Holds eight bytes a row.
final class PairScore {

  private static final long GROUP = -1L << Integer.SIZE;

  /// By row, the number of its group in the upper half, and of the one it was put into in the
  /// lower.
  private long[] rows = new long[1 << 16];

  private int size;

  /// Pairs of rows.
  ///
  /// @param truth of one group
  /// @param said put into one
  /// @param right both
  record Pairs(long truth, long said, long right) {}

  /// One row: the group it is of, and the one it was put into.
  void add(int group, int found) {
    if (size == rows.length) {
      rows = Arrays.copyOf(rows, size + (size >> 1));
    }
    rows[size++] = Integer.toUnsignedLong(group) << Integer.SIZE | Integer.toUnsignedLong(found);
  }

  Pairs pairs() {
    Arrays.sort(rows, 0, size);
    long right = same(-1);
    long truth = same(GROUP);
    turn();
    Arrays.sort(rows, 0, size);
    long said = same(GROUP);
    turn();
    return new Pairs(truth, said, right);
  }

  /// How many pairs of rows, which stand in their order, are the same in some bits.
  private long same(long bits) {
    long pairs = 0;
    int from = 0;
    for (int row = 1; row <= size; row++) {
      if (row == size || ((rows[row] ^ rows[from]) & bits) != 0) {
        long alike = (long) row - from;
        pairs += alike * (alike - 1) / 2;
        from = row;
      }
    }
    return pairs;
  }

  private void turn() {
    for (int row = 0; row < size; row++) {
      rows[row] = Long.rotateLeft(rows[row], Integer.SIZE);
    }
  }

  @Override
  public String toString() {
    Pairs pairs = pairs();
    double right = pairs.right;
    return String.format(
        Locale.ROOT,
        "pairwise: F1 %.4f, precision %.4f, recall %.4f (%,d true pairs)",
        2 * right / (pairs.truth + pairs.said),
        right / pairs.said,
        right / pairs.truth,
        pairs.truth);
  }
}
