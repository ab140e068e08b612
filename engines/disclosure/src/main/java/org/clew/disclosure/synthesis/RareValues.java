package org.clew.disclosure.synthesis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.clew.disclosure.Microdata;
import org.clew.disclosure.StructuralZeros;
import org.clew.disclosure.noise.Bits;

/// Gives back what few have, and the moves took away for the sake of what many have: each value
/// that k people have is in k rows after that, where the zeros let it be, and those who have it and
/// little else. It is put into rows of few values, and where those do not bear it, in place of
/// them.
final class RareValues {

  /// So many rows are tried for each row that a value lacks.
  private static final int TRIES = 500;

  /// For each row that a value lacks, what so many people have is tried.
  private static final int PEOPLE = 4;

  private final Microdata made;
  private final StructuralZeros zeros;
  private final Tellable tellable;
  private final RowSeeds seeds;
  private final Bits bits;
  private final int k;

  /// By column and code, how many rows have it.
  private final int[][] there;

  /// Rows of few values first; those of as many in an order by lot.
  private final int[] shortFirst;

  /// How many of them were looked at to be replaced.
  private int looked;

  private final short[] row;

  /// A value that too few rows have.
  private record Missing(int column, int code, int people) {}

  /// @param made changed
  RareValues(
      Microdata made, StructuralZeros zeros, Tellable tellable, RowSeeds seeds, Bits bits, int k) {
    this.made = made;
    this.zeros = zeros;
    this.tellable = tellable;
    this.seeds = seeds;
    this.bits = bits;
    this.k = k;
    row = new short[made.width()];
    there = new int[made.width()][];
    int[] known = new int[made.rows()];
    for (int column = 0; column < there.length; column++) {
      there[column] = new int[made.size(column)];
      short[] codes = made.column(column);
      for (int number = 0; number < known.length; number++) {
        there[column][codes[number]]++;
        known[number] += codes[number] == 0 ? 0 : 1;
      }
    }
    shortFirst =
        Arrays.stream(bits.order(made.rows()))
            .boxed()
            .sorted(Comparator.comparingInt(number -> known[number]))
            .mapToInt(Integer::intValue)
            .toArray();
  }

  /// Gives them back, the rarest last.
  ///
  /// @param heard run now and then; may throw
  void giveBack(Runnable heard) {
    List<Missing> missing = new ArrayList<>();
    for (int column = 0; column < there.length; column++) {
      for (int code = 1; code < there[column].length; code++) {
        int having = tellable.having(column, code).length;
        if (having >= k && there[column][code] < k) {
          missing.add(new Missing(column, code, having));
        }
      }
    }
    missing.sort(Comparator.comparingInt(Missing::people).reversed());
    for (Missing value : missing) {
      heard.run();
      add(value);
    }
    for (Missing value : missing) {
      heard.run();
      replace(value);
    }
  }

  private int lacking(Missing value) {
    return k - there[value.column()][value.code()];
  }

  private void add(Missing value) {
    int column = value.column();
    int tries = Math.min(shortFirst.length, TRIES * Math.max(0, lacking(value)));
    for (int i = 0; i < tries && lacking(value) > 0; i++) {
      read(shortFirst[i]);
      if (row[column] == 0
          && zeros.allow(row, column, value.code())
          && tellable.allow(row, column, value.code())) {
        row[column] = (short) value.code();
        write(shortFirst[i]);
      }
    }
  }

  private void replace(Missing value) {
    int[] having = tellable.having(value.column(), value.code());
    int[] byLot = bits.order(having.length);
    int people = Math.min(byLot.length, PEOPLE * lacking(value));
    for (int next = 0; next < people && lacking(value) > 0; next++) {
      while (looked < shortFirst.length && !isCommon(shortFirst[looked])) {
        looked++;
      }
      if (looked == shortFirst.length) {
        return;
      }
      seeds.seed(having[byLot[next]], order(value.column()), row);
      if (row[value.column()] != 0) {
        write(shortFirst[looked]);
        looked++;
      }
    }
  }

  /// All columns by lot, but one first.
  private int[] order(int first) {
    int[] order = bits.order(made.width());
    for (int i = 0; i < order.length; i++) {
      if (order[i] == first) {
        order[i] = order[0];
        order[0] = first;
      }
    }
    return order;
  }

  /// Whether a row has no value that would be missing without it.
  private boolean isCommon(int number) {
    boolean common = true;
    for (int column = 0; column < there.length; column++) {
      int code = made.code(number, column);
      common &= code == 0 || there[column][code] > k;
    }
    return common;
  }

  private void read(int number) {
    for (int column = 0; column < row.length; column++) {
      row[column] = (short) made.code(number, column);
    }
  }

  private void write(int number) {
    for (int column = 0; column < row.length; column++) {
      there[column][made.code(number, column)]--;
      there[column][row[column]]++;
      made.column(column)[number] = row[column];
    }
  }
}
