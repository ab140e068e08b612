package org.clew.disclosure.synthesis;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import org.clew.disclosure.Microdata;
import org.clew.disclosure.StructuralZeros;
import org.clew.disclosure.StructuralZeros.Condition;

/// The rows being made, none of which is ever a structural zero.
final class Rows {

  private static final int TRIES = 1_000;

  private final Microdata data;
  private final short[][] columns;
  private final StructuralZeros zeros;
  private final Guard guard;
  private final SplittableRandom lots;

  /// What rows may be, beside not being structural zeros.
  @FunctionalInterface
  interface Guard {
    /// Lets rows be anything.
    Guard NONE = (_, _, _) -> true;

    /// Whether a row may have another code in a column, the rest of it being as it is.
    boolean allow(short[] row, int column, int code);
  }

  private Rows(Microdata data, StructuralZeros zeros, Guard guard, SplittableRandom lots) {
    this.data = data;
    this.zeros = zeros;
    this.guard = guard;
    this.lots = lots;
    columns = new short[data.width()][];
    for (int column = 0; column < columns.length; column++) {
      columns[column] = data.column(column);
    }
  }

  /// Rows whose columns have nothing to do with one another but for the zeros.
  ///
  /// @param measured each column by itself, in their order
  static Rows apart(
      int people,
      int[] sizes,
      List<Measured> measured,
      StructuralZeros zeros,
      SplittableRandom lots) {
    short[][] columns = new short[sizes.length][];
    for (int column = 0; column < sizes.length; column++) {
      columns[column] = drawn(people, measured.get(column), lots);
    }
    var rows = new Rows(new Microdata(sizes, columns, people), zeros, Guard.NONE, lots);
    rows.mend();
    return rows;
  }

  /// Rows that are there already.
  ///
  /// @param data none of its rows a structural zero, and all as the guard lets them be; changed
  static Rows of(Microdata data, StructuralZeros zeros, Guard guard, SplittableRandom lots) {
    return new Rows(data, zeros, guard, lots);
  }

  /// Each code as often as its share says, in an order by lot.
  private static short[] drawn(int people, Measured table, SplittableRandom lots) {
    double[] upTo = new double[table.scope().cells()];
    double sum = 0;
    for (int code = 0; code < upTo.length; code++) {
      sum += Math.max(0, table.noisy(code));
      upTo[code] = sum;
    }
    short[] codes = new short[people];
    int code = 0;
    for (int row = 0; row < people; row++) {
      double at = (row + 0.5) * sum / people;
      while (code < upTo.length - 1 && upTo[code] <= at) {
        code++;
      }
      codes[row] = (short) code;
    }
    for (int row = people - 1; row > 0; row--) {
      int other = lots.nextInt(row + 1);
      short kept = codes[row];
      codes[row] = codes[other];
      codes[other] = kept;
    }
    return codes;
  }

  /// Takes rows that cannot be out of their zeros, by other codes as they come in those columns.
  private void mend() {
    short[] row = new short[columns.length];
    for (int number = 0; number < data.rows(); number++) {
      read(number, row);
      OptionalInt zero = zeros.met(row);
      for (int tries = 0; zero.isPresent(); tries++) {
        List<Condition> conditions = zeros.all().get(zero.getAsInt()).conditions();
        int column = conditions.get(lots.nextInt(conditions.size())).column();
        row[column] =
            tries % 2 == 0
                ? columns[column][lots.nextInt(data.rows())]
                : (short) lots.nextInt(data.size(column));
        if (tries > TRIES) {
          Arrays.fill(row, (short) 0);
        }
        zero = zeros.met(row);
      }
      for (int column = 0; column < columns.length; column++) {
        columns[column][number] = row[column];
      }
    }
  }

  Microdata data() {
    return data;
  }

  StructuralZeros zeros() {
    return zeros;
  }

  Guard guard() {
    return guard;
  }

  SplittableRandom lots() {
    return lots;
  }

  short[] column(int column) {
    return columns[column];
  }

  /// The codes of a row, into room for them.
  void read(int number, short[] row) {
    for (int column = 0; column < columns.length; column++) {
      row[column] = columns[column][number];
    }
  }

  /// Makes one row like another.
  void copy(int from, int to) {
    for (short[] column : columns) {
      column[to] = column[from];
    }
  }
}
