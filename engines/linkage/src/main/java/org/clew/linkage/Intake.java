package org.clew.linkage;

import java.util.Arrays;

/// Texts on their way into [Texts], each of a row: some hundreds are kept until they are numbered
/// in one go.
final class Intake {
  private static final int CELLS = 512;
  private static final int BYTES = 1 << 14;

  private final Texts texts;
  private int[] codes = new int[16];
  private int known;

  private byte[] waiting = new byte[BYTES];
  private int filled;
  private final int[] rows = new int[CELLS];
  private final int[] ends = new int[CELLS];
  private final int[] numbers = new int[CELLS];
  private int count;

  Intake(Texts texts) {
    this.texts = texts;
  }

  /// Takes a row's text. Rows come in their order; one that has none is left out.
  void add(int row, byte[] utf8, int from, int to) {
    int length = to - from;
    if (count == CELLS || filled + length > waiting.length) {
      flush();
      if (length > waiting.length) {
        waiting = new byte[length];
      }
    }
    Texts.copy(utf8, from, waiting, filled, length);
    filled += length;
    rows[count] = row;
    ends[count++] = filled;
  }

  private void flush() {
    texts.codes(waiting, ends, count, numbers);
    for (int i = 0; i < count; i++) {
      take(rows[i], numbers[i]);
    }
    count = 0;
    filled = 0;
    if (waiting.length > BYTES) {
      waiting = new byte[BYTES];
    }
  }

  private void take(int row, int number) {
    fill(row);
    codes[row] = number;
    known = row + 1;
  }

  /// Says of all rows up to one that they have no text.
  private void fill(int row) {
    if (row >= codes.length) {
      codes = Arrays.copyOf(codes, ListTooLarge.room(row));
    }
    for (int none = known; none < row; none++) {
      codes[none] = -1;
    }
  }

  /// By row, the number of its text; -1 where it has none.
  int[] codes(int rows) {
    flush();
    fill(rows);
    return Arrays.copyOf(codes, rows);
  }
}
