package org.clew.disclosure;

import java.util.Arrays;
import java.util.function.Consumer;

/// The columns of a table of counts, and how its cells are numbered: the last column's code runs
/// fastest.
public final class Scope {

  /// The most cells a table may have.
  public static final int MOST = 1 << 22;

  private final int[] columns;
  private final int[] sizes;
  private final int[] strides;
  private final int cells;

  private Scope(int[] columns, int[] all) {
    this.columns = columns;
    sizes = Arrays.stream(columns).map(column -> all[column]).toArray();
    strides = new int[columns.length];
    int stride = 1;
    for (int place = columns.length - 1; place >= 0; place--) {
      strides[place] = stride;
      stride = Math.multiplyExact(stride, sizes[place]);
    }
    cells = stride;
  }

  /// The table of some columns.
  ///
  /// @param all by column, how many codes it may have
  /// @param columns in rising order; their table has no more than [#MOST] cells
  public static Scope of(int[] all, int... columns) {
    if (cells(all, columns) > MOST) {
      throw new IllegalArgumentException("A table has " + MOST + " cells at most.");
    }
    return new Scope(columns.clone(), all);
  }

  /// How many cells a table of these columns would have, however many.
  public static double cells(int[] all, int... columns) {
    double cells = 1;
    for (int column : columns) {
      cells *= all[column];
    }
    return cells;
  }

  /// Hands over the columns of all tables of so many columns, in rising order, the last one
  /// fastest.
  ///
  /// @param all by column, how many codes it may have
  /// @param most tables with more cells are left out
  public static void each(int[] all, int length, double most, Consumer<int[]> taker) {
    each(all, new int[length], 0, most, taker);
  }

  private static void each(
      int[] all, int[] columns, int place, double most, Consumer<int[]> taker) {
    if (place == columns.length) {
      if (cells(all, columns) <= most) {
        taker.accept(columns.clone());
      }
      return;
    }
    for (int column = place == 0 ? 0 : columns[place - 1] + 1; column < all.length; column++) {
      columns[place] = column;
      each(all, columns, place + 1, most, taker);
    }
  }

  /// How many columns.
  public int length() {
    return columns.length;
  }

  /// How many cells.
  public int cells() {
    return cells;
  }

  /// The column at a place, from 0.
  public int column(int place) {
    return columns[place];
  }

  /// How far apart two cells are whose codes differ by one at a place.
  public int stride(int place) {
    return strides[place];
  }

  /// The code a cell has at a place.
  public int code(int cell, int place) {
    return cell / strides[place] % sizes[place];
  }

  /// Whether a cell is of people of whom every column is known.
  public boolean allKnown(int cell) {
    for (int place = 0; place < columns.length; place++) {
      if (code(cell, place) == 0) {
        return false;
      }
    }
    return true;
  }

  /// Where a column stands, below 0 when it does not.
  public int place(int column) {
    return Arrays.binarySearch(columns, column);
  }

  /// Whether it has all columns of another.
  public boolean covers(Scope other) {
    return Arrays.stream(other.columns).allMatch(column -> place(column) >= 0);
  }

  /// How many rows each cell has.
  public int[] count(Microdata data) {
    return count(data, new int[data.rows()]);
  }

  /// The same, and each row's cell.
  ///
  /// @param cellsOfRows room for them
  public int[] count(Microdata data, int[] cellsOfRows) {
    Arrays.fill(cellsOfRows, 0, data.rows(), 0);
    for (int place = 0; place < columns.length; place++) {
      short[] codes = data.column(columns[place]);
      int stride = strides[place];
      for (int row = 0; row < data.rows(); row++) {
        cellsOfRows[row] += codes[row] * stride;
      }
    }
    int[] counts = new int[cells];
    for (int row = 0; row < data.rows(); row++) {
      counts[cellsOfRows[row]]++;
    }
    return counts;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Scope scope && Arrays.equals(columns, scope.columns);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(columns);
  }

  @Override
  public String toString() {
    return Arrays.toString(columns);
  }
}
