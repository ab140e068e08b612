package org.clew.linkage.text;

import java.util.Arrays;
import org.clew.linkage.ListTooLarge;

/// Whole numbers one after another, as many as come.
final class Ints {
  private static final int MOST = Integer.MAX_VALUE - 8;

  private int[] numbers;
  private int size;

  Ints(int capacity) {
    numbers = new int[capacity];
  }

  void add(int number) {
    if (size == numbers.length) {
      grow();
    }
    numbers[size++] = number;
  }

  private void grow() {
    if (size == MOST) {
      throw new ListTooLarge("its texts have more words than can be held at once");
    }
    numbers = Arrays.copyOf(numbers, (int) Math.min(size * 3L / 2 + 16, MOST));
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
