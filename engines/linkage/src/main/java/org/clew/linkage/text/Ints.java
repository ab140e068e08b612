package org.clew.linkage.text;

import java.util.Arrays;

/// Whole numbers one after another, as many as come.
final class Ints {
  private int[] numbers;
  private int size;

  Ints(int capacity) {
    numbers = new int[capacity];
  }

  void add(int number) {
    if (size == numbers.length) {
      grow(1);
    }
    numbers[size++] = number;
  }

  void addAll(int[] more, int from, int to) {
    if (size + to - from > numbers.length) {
      grow(to - from);
    }
    System.arraycopy(more, from, numbers, size, to - from);
    size += to - from;
  }

  private void grow(int atLeast) {
    long wanted = Math.max(numbers.length * 3L / 2 + 16, (long) size + atLeast);
    if ((long) size + atLeast > Integer.MAX_VALUE - 8L) {
      throw new OutOfMemoryError("more words than one list can hold");
    }
    numbers = Arrays.copyOf(numbers, (int) Math.min(wanted, Integer.MAX_VALUE - 8L));
  }

  void clear() {
    size = 0;
  }

  int get(int at) {
    return numbers[at];
  }

  int size() {
    return size;
  }

  /// The numbers themselves, and after them room.
  int[] array() {
    return numbers;
  }
}
