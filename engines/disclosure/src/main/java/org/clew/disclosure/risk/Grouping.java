package org.clew.disclosure.risk;

import java.util.Arrays;

/// Numbers groups of rows by what they have in common, one column after the other.
final class Grouping {

  private static final int DIRECT = 1 << 22;

  private final int rows;
  private final int[] groups;
  private int count;

  Grouping(int rows) {
    this.rows = rows;
    this.groups = new int[rows];
    this.count = rows == 0 ? 0 : 1;
  }

  /// One that goes on from where another is.
  Grouping(Grouping other) {
    this.rows = other.rows;
    this.groups = other.groups.clone();
    this.count = other.count;
  }

  /// By row, the number of its group, from 0 in the order in which they first appear; shared.
  int[] groups() {
    return groups;
  }

  /// Parts every group by the codes of a column.
  void refine(short[] codes, int size) {
    long cells = (long) count * size;
    if (cells <= Math.max(DIRECT, 8L * rows) && cells < Integer.MAX_VALUE) {
      refineDirectly(codes, size, (int) cells);
    } else {
      refineHashed(codes, size);
    }
  }

  private void refineDirectly(short[] codes, int size, int cells) {
    int[] numbers = new int[cells];
    int next = 0;
    for (int row = 0; row < rows; row++) {
      int cell = groups[row] * size + codes[row];
      if (numbers[cell] == 0) {
        numbers[cell] = ++next;
      }
      groups[row] = numbers[cell] - 1;
    }
    count = next;
  }

  private void refineHashed(short[] codes, int size) {
    int capacity = Integer.highestOneBit(Math.max(8, rows)) * 4;
    long[] keys = new long[capacity];
    int[] numbers = new int[capacity];
    int next = 0;
    for (int row = 0; row < rows; row++) {
      long key = (long) groups[row] * size + codes[row];
      int slot = (int) ((key * 0x9E3779B97F4A7C15L) >>> 32) & (capacity - 1);
      while (numbers[slot] != 0 && keys[slot] != key) {
        slot = (slot + 1) & (capacity - 1);
      }
      if (numbers[slot] == 0) {
        keys[slot] = key;
        numbers[slot] = ++next;
      }
      groups[row] = numbers[slot] - 1;
    }
    count = next;
  }

  /// By group, how many rows it has.
  int[] sizes() {
    int[] sizes = new int[count];
    for (int group : groups) {
      sizes[group]++;
    }
    return sizes;
  }

  @Override
  public String toString() {
    return count + " groups of " + rows + " rows: " + Arrays.toString(sizes());
  }
}
