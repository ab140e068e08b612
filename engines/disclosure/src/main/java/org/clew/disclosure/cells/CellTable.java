package org.clew.disclosure.cells;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.clew.disclosure.Microdata;

/// How many people there are by the values of some columns, and every margin of that: the cells of
/// all values, of all but one column, and so on to the one cell of everybody.
public final class CellTable {

  /// In place of a code: all values of the column together.
  public static final int ALL = -1;

  /// Cells that a table has at most, margins among them.
  public static final int MOST = 10_000;

  private final int[][] codes;
  private final int[] weights;
  private final int[] counts;
  private final int[] filled;

  private CellTable(int[][] codes, int[] weights, int cells) {
    this.codes = codes;
    this.weights = weights;
    this.counts = new int[cells];
    this.filled = new int[cells];
  }

  /// How many cells there would be, margins among them: of the values that occur, and one more, for
  /// each column.
  public static double cells(Microdata data, int... columns) {
    double cells = 1;
    for (int column : columns) {
      cells *= occurring(data, column).length + 1;
    }
    return cells;
  }

  /// Counts.
  ///
  /// @param columns one at least
  /// @throws IllegalArgumentException when there is none, or there would be more cells than [#MOST]
  public static CellTable of(Microdata data, int... columns) {
    if (columns.length == 0 || cells(data, columns) > MOST) {
      throw new IllegalArgumentException("A table has a column, and at most " + MOST + " cells.");
    }
    var codes = new int[columns.length][];
    int[] weights = new int[columns.length];
    int cells = 1;
    for (int i = 0; i < columns.length; i++) {
      codes[i] = occurring(data, columns[i]);
      weights[i] = cells;
      cells *= codes[i].length + 1;
    }
    var table = new CellTable(codes, weights, cells);
    for (int row = 0; row < data.rows(); row++) {
      int inner = 0;
      for (int i = 0; i < columns.length; i++) {
        inner += table.digit(i, data.code(row, columns[i])) * weights[i];
      }
      if (table.counts[inner] == 0) {
        table.add(inner, 0, table.filled);
      }
      table.add(inner, 0, table.counts);
    }
    return table;
  }

  private static int[] occurring(Microdata data, int column) {
    var occurring = new BitSet();
    for (short code : data.column(column)) {
      occurring.set(code);
    }
    return occurring.stream().toArray();
  }

  private int digit(int column, int code) {
    int digit = 0;
    while (codes[column][digit] != code) {
      digit++;
    }
    return digit;
  }

  /// Adds one to a cell and to all margins over the columns from one on.
  private void add(int cell, int from, int[] to) {
    to[cell]++;
    for (int column = from; column < codes.length; column++) {
      add(cell + (codes[column].length - digitOf(cell, column)) * weights[column], column + 1, to);
    }
  }

  private int digitOf(int cell, int column) {
    return cell / weights[column] % (codes[column].length + 1);
  }

  /// How many columns.
  public int columns() {
    return codes.length;
  }

  /// How many cells, margins among them; they are numbered from 0.
  public int cells() {
    return counts.length;
  }

  /// How many people.
  public int count(int cell) {
    return counts[cell];
  }

  /// Of how many cells that are no margins, and have somebody in them, it is the sum.
  public int filled(int cell) {
    return filled[cell];
  }

  /// The code of a column in a cell, or [#ALL].
  public int code(int cell, int column) {
    int digit = digitOf(cell, column);
    return digit == codes[column].length ? ALL : codes[column][digit];
  }

  /// Over how many columns a cell sums.
  public int sums(int cell) {
    int sums = 0;
    for (int column = 0; column < codes.length; column++) {
      sums += code(cell, column) == ALL ? 1 : 0;
    }
    return sums;
  }

  /// The margin of everybody who is of a cell's value in one column.
  int whole(int cell, int column) {
    int whole = cell;
    for (int other = 0; other < codes.length; other++) {
      if (other != column) {
        whole += (codes[other].length - digitOf(cell, other)) * weights[other];
      }
    }
    return whole;
  }

  /// The margins that a cell, no margin itself, is in.
  List<Integer> marginsOf(int cell) {
    List<Integer> margins = new ArrayList<>();
    addMargins(cell, 0, margins);
    return margins;
  }

  private void addMargins(int cell, int from, List<Integer> to) {
    for (int column = from; column < codes.length; column++) {
      int margin = cell + (codes[column].length - digitOf(cell, column)) * weights[column];
      to.add(margin);
      addMargins(margin, column + 1, to);
    }
  }

  /// A margin and the cells that it is the sum of.
  record Margin(int cell, List<Integer> parts) {}

  /// Every margin over one column, of margins too.
  List<Margin> margins() {
    List<Margin> margins = new ArrayList<>();
    for (int column = 0; column < codes.length; column++) {
      for (int cell = 0; cell < counts.length; cell++) {
        if (code(cell, column) == ALL) {
          List<Integer> parts = new ArrayList<>();
          for (int left = codes[column].length; left > 0; left--) {
            parts.add(cell - left * weights[column]);
          }
          margins.add(new Margin(cell, parts));
        }
      }
    }
    return margins;
  }
}
