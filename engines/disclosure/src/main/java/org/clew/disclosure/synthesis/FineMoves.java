package org.clew.disclosure.synthesis;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntConsumer;
import org.clew.disclosure.Microdata;
import org.clew.disclosure.Scope;
import org.clew.disclosure.StructuralZeros;

/// Changes one code of one row at a time, wherever that brings the rows' counts nearer to all that
/// was measured: the sum over all cells of (count - measured)² / σ² falls with every change. The
/// noise being Gaussian, these are rows that make the measurements as likely as rows can, however
/// contradictory the tables are among themselves.
final class FineMoves {

  /// How many codes are tried where there are more than one other.
  private static final int TRIES = 3;

  private static final int ROWS_A_STEP = 512;

  private final Rows rows;
  private final StructuralZeros zeros;
  private final SplittableRandom lots;
  private final int people;
  private final int width;

  /// By table and cell, how many rows too many.
  private final float[][] above;

  /// By table, 1/σ² (up to a factor).
  private final float[] weight;

  /// By column and table of that column: which table, how far apart its codes are there, and the
  /// table's other columns with theirs.
  private final int[][] tables;

  private final int[][] strides;
  private final int[][][] others;

  /// The cell of a row in each table of a column, its own column left out.
  private final int[] base;

  private final short[] row;

  private final IntConsumer heard;

  /// By row, a bit for each of the first columns of two codes whose other code the guard refused
  /// since the row last changed: it would refuse it again.
  private final long[] refused;

  /// @param heard hears many times a second how many rows were gone over; may throw
  FineMoves(Rows rows, List<Measured> measured, IntConsumer heard) {
    this.rows = rows;
    this.heard = heard;
    zeros = rows.zeros();
    lots = rows.lots();
    Microdata data = rows.data();
    people = data.rows();
    width = data.width();
    row = new short[width];
    refused = new long[people];
    base = new int[measured.size()];
    above = new float[measured.size()][];
    weight = new float[measured.size()];
    int[] room = new int[people];
    double least = measured.stream().mapToDouble(Measured::variance).min().orElse(1);
    for (int table = 0; table < above.length; table++) {
      heard.accept(0);
      Measured each = measured.get(table);
      int[] have = each.scope().count(data, room);
      above[table] = new float[have.length];
      for (int cell = 0; cell < have.length; cell++) {
        above[table][cell] = have[cell] - each.noisy(cell);
      }
      weight[table] = (float) (least / each.variance());
    }
    tables = new int[width][];
    strides = new int[width][];
    others = new int[width][][];
    for (int column = 0; column < width; column++) {
      index(column, measured);
    }
  }

  private void index(int column, List<Measured> measured) {
    List<Integer> of = new ArrayList<>();
    for (int table = 0; table < measured.size(); table++) {
      if (measured.get(table).scope().place(column) >= 0) {
        of.add(table);
      }
    }
    tables[column] = of.stream().mapToInt(Integer::intValue).toArray();
    strides[column] = new int[of.size()];
    others[column] = new int[of.size()][];
    for (int i = 0; i < of.size(); i++) {
      Scope scope = measured.get(of.get(i)).scope();
      int[] rest = new int[2 * (scope.length() - 1)];
      int filled = 0;
      for (int place = 0; place < scope.length(); place++) {
        if (scope.column(place) == column) {
          strides[column][i] = scope.stride(place);
        } else {
          rest[filled] = scope.column(place);
          rest[filled + 1] = scope.stride(place);
          filled += 2;
        }
      }
      others[column][i] = rest;
    }
  }

  /// Goes over all rows and columns once.
  ///
  /// @return how many codes changed
  int sweep() {
    int changed = 0;
    for (int number = 0; number < people; number++) {
      if (number % ROWS_A_STEP == 0) {
        heard.accept(number);
      }
      rows.read(number, row);
      for (int column = 0; column < width; column++) {
        changed += improve(number, column) ? 1 : 0;
      }
    }
    return changed;
  }

  private boolean improve(int number, int column) {
    int size = rows.data().size(column);
    long bit = size == 2 && column < Long.SIZE ? 1L << column : 0;
    if ((refused[number] & bit) != 0) {
      return false;
    }
    int[] of = tables[column];
    int[] stride = strides[column];
    int old = row[column];
    float leaving = leaving(column, old);
    float best = 0;
    int better = old;
    int tries = size == 2 ? 1 : TRIES;
    for (int i = 0; i < tries; i++) {
      int code = proposal(column, old, size, i);
      if (code == old || !zeros.allow(row, column, code)) {
        continue;
      }
      float gain = leaving;
      for (int j = 0; j < of.length; j++) {
        gain += weight[of[j]] * above[of[j]][base[j] + code * stride[j]];
      }
      if (gain < best) {
        if (rows.guard().allow(row, column, code)) {
          best = gain;
          better = code;
        } else {
          refused[number] |= bit;
        }
      }
    }
    if (better == old) {
      return false;
    }
    for (int j = 0; j < of.length; j++) {
      above[of[j]][base[j] + old * stride[j]]--;
      above[of[j]][base[j] + better * stride[j]]++;
    }
    row[column] = (short) better;
    refused[number] = 0;
    rows.column(column)[number] = (short) better;
    return true;
  }

  /// What leaving its cells changes, half of it, and where the row stands in each table.
  private float leaving(int column, int old) {
    int[] of = tables[column];
    int[] stride = strides[column];
    float leaving = 0;
    for (int j = 0; j < of.length; j++) {
      int at = 0;
      int[] rest = others[column][j];
      for (int k = 0; k < rest.length; k += 2) {
        at += row[rest[k]] * rest[k + 1];
      }
      base[j] = at;
      leaving += weight[of[j]] * (1 - above[of[j]][at + old * stride[j]]);
    }
    return leaving;
  }

  /// The one other code, or one as another row has it, or any.
  private int proposal(int column, int old, int size, int number) {
    if (size == 2) {
      return 1 - old;
    }
    return number % 2 == 0 ? rows.column(column)[lots.nextInt(people)] : lots.nextInt(size);
  }
}
