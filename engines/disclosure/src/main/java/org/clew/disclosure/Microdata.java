package org.clew.disclosure;

import java.util.Arrays;

/// One row a person, one code a column: 0 where nothing is known, else the place of the value among
/// the column's values, from 1.
public final class Microdata {

  private final int[] sizes;
  private final short[][] columns;
  private final int rows;

  /// @param sizes by column, how many codes it may have, that of nothing among them
  /// @param columns by column and row
  public Microdata(int[] sizes, short[][] columns, int rows) {
    this.sizes = sizes.clone();
    this.columns = columns;
    this.rows = rows;
  }

  /// How many columns.
  public int width() {
    return sizes.length;
  }

  /// How many people.
  public int rows() {
    return rows;
  }

  /// How many codes a column may have.
  public int size(int column) {
    return sizes[column];
  }

  /// By column, how many codes it may have.
  public int[] sizes() {
    return sizes.clone();
  }

  /// The codes of a column, by row; shared, to be read alone.
  public short[] column(int column) {
    return columns[column];
  }

  /// The code of a row in a column.
  public int code(int row, int column) {
    return columns[column][row];
  }

  @Override
  public String toString() {
    return rows + " rows of " + Arrays.toString(sizes);
  }
}
