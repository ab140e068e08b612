package org.clew.linkage;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.Objects;
import java.util.RandomAccess;

/// Pairs of rows with their weights, of which there may be millions: sixteen bytes each.
final class PairList extends AbstractList<Entities.Pair> implements RandomAccess {
  private long[] rows;
  private double[] weights;
  private int size;

  /// @param expected how many pairs there is room for from the start
  PairList(int expected) {
    rows = new long[Math.max(16, expected)];
    weights = new double[rows.length];
  }

  /// Takes a pair.
  void add(int left, int right, double weight) {
    if (size == rows.length) {
      int more = ListTooLarge.room(size);
      rows = Arrays.copyOf(rows, more);
      weights = Arrays.copyOf(weights, more);
    }
    rows[size] = (long) left << 32 | right;
    weights[size++] = weight;
  }

  @Override
  public Entities.Pair get(int index) {
    long both = rows[Objects.checkIndex(index, size)];
    return new Entities.Pair((int) (both >>> 32), (int) both, weights[index]);
  }

  @Override
  public int size() {
    return size;
  }
}
