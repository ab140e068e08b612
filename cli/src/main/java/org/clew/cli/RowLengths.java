package org.clew.cli;

import java.util.Arrays;

/// How long the rows of a text are, of those that stand in it as they are written, so that a row
/// that was read once is copied without looking for its cells again. Rows are known by their places
/// among all, blank ones too.
final class RowLengths {

  /// By row, its bytes; 0 where it is longer than this holds, or not as it is written.
  private char[] lengths = new char[64];

  private int size;

  /// Adds the next row; one that was added before changes nothing.
  ///
  /// @param length its bytes, 0 where it is not as it is written
  void add(int place, int length) {
    if (place < size) {
      return;
    }
    if (size == lengths.length) {
      lengths = Arrays.copyOf(lengths, size + (size >> 1));
    }
    lengths[size++] = length > Character.MAX_VALUE ? 0 : (char) length;
  }

  /// The bytes of a row that may be copied whole; 0 where it must be looked into.
  int of(int place) {
    return place < size ? lengths[place] : 0;
  }
}
