package org.clew.disclosure.synthesis;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.clew.disclosure.Scope;

/// Moves rows out of the cells of a table that have too many and into those that have too few, half
/// of them by making them like a row that is there, the others by writing the cell's codes over
/// theirs (the gradual update of Zhang et al. 2021).
final class CoarseMoves {

  private final Rows rows;
  private final SplittableRandom lots;
  private final int people;
  private final int[] cells;
  private final int[] leaving;
  private final int[] wanted;
  private final int[] models;
  private final short[] row;

  CoarseMoves(Rows rows) {
    this.rows = rows;
    lots = rows.lots();
    people = rows.data().rows();
    cells = new int[people];
    leaving = new int[people];
    wanted = new int[people];
    models = new int[people];
    row = new short[rows.data().width()];
  }

  /// Brings the rows near one table.
  void towards(Measured table) {
    Scope scope = table.scope();
    int[] have = scope.count(rows.data(), cells);
    double[] want = want(table);
    int[] out = new int[have.length];
    int wantedCount = 0;
    double leave = lots.nextDouble();
    double come = lots.nextDouble();
    int[] start = new int[have.length];
    Arrays.fill(start, -1);
    int modelCount = 0;
    for (int cell = 0; cell < have.length; cell++) {
      double missing = want[cell] - have[cell];
      if (missing < -0.5) {
        leave -= missing;
        out[cell] = Math.min((int) leave, have[cell]);
        leave -= (int) leave;
      } else if (missing > 0.5) {
        come += missing;
        int places = Math.min((int) come, people - wantedCount);
        Arrays.fill(wanted, wantedCount, wantedCount + places, cell);
        wantedCount += places;
        come -= (int) come;
        if (places > 0) {
          start[cell] = modelCount;
          modelCount += have[cell];
        }
      }
    }
    int leavingCount = leave(have, out, start);
    shuffle(wanted, wantedCount);
    shuffle(leaving, leavingCount);
    for (int i = 0; i < Math.min(wantedCount, leavingCount); i++) {
      int cell = wanted[i];
      if (have[cell] > 0 && lots.nextBoolean()) {
        rows.copy(models[start[cell] + lots.nextInt(have[cell])], leaving[i]);
      } else {
        overwrite(leaving[i], scope, cell);
      }
    }
  }

  /// What was measured, without what is below nothing, for as many people as there are.
  private double[] want(Measured table) {
    double[] want = new double[table.scope().cells()];
    double sum = 0;
    for (int cell = 0; cell < want.length; cell++) {
      want[cell] = Math.max(0, table.noisy(cell));
      sum += want[cell];
    }
    double share = sum > 0 ? people / sum : 0;
    for (int cell = 0; cell < want.length; cell++) {
      want[cell] *= share;
    }
    return want;
  }

  /// Chooses by lot which rows leave their cells, and notes the rows of cells that want more.
  ///
  /// @param out how many rows are to leave each cell; none afterwards
  private int leave(int[] have, int[] out, int[] start) {
    int[] left = have.clone();
    int[] fill = start.clone();
    int count = 0;
    for (int number = 0; number < people; number++) {
      int cell = cells[number];
      if (fill[cell] >= 0) {
        models[fill[cell]] = number;
        fill[cell]++;
      } else if (out[cell] > 0) {
        if (lots.nextInt(left[cell]) < out[cell]) {
          out[cell]--;
          leaving[count] = number;
          count++;
        }
        left[cell]--;
      }
    }
    return count;
  }

  private void overwrite(int number, Scope scope, int cell) {
    rows.read(number, row);
    for (int place = 0; place < scope.length(); place++) {
      row[scope.column(place)] = (short) scope.code(cell, place);
    }
    if (rows.zeros().met(row).isEmpty()) {
      for (int place = 0; place < scope.length(); place++) {
        int column = scope.column(place);
        rows.column(column)[number] = row[column];
      }
    }
  }

  private void shuffle(int[] numbers, int count) {
    for (int i = count - 1; i > 0; i--) {
      int other = lots.nextInt(i + 1);
      int kept = numbers[i];
      numbers[i] = numbers[other];
      numbers[other] = kept;
    }
  }
}
