package org.clew.disclosure.synthesis;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

/// Brings rows near measured tables: by large moves first, then one code at a time.
final class Fitting {

  private static final int COARSE_SWEEPS = 2;
  private static final int FINE_SWEEPS = 8;

  /// How many steps each time takes.
  static final int STEPS = COARSE_SWEEPS + FINE_SWEEPS;

  private final Rows rows;
  private final Runnable step;
  private final Runnable going;

  /// @param step run after each step; may throw
  /// @param going run many times a second; may throw
  Fitting(Rows rows, Runnable step, Runnable going) {
    this.rows = rows;
    this.step = step;
    this.going = going;
  }

  /// Brings the rows near these tables.
  void to(List<Measured> tables) {
    var coarse = new CoarseMoves(rows);
    List<Measured> order = new ArrayList<>(tables);
    for (int sweep = 0; sweep < COARSE_SWEEPS; sweep++) {
      shuffle(order, rows.lots());
      for (Measured each : order) {
        going.run();
        coarse.towards(each);
      }
      step.run();
    }
    var fine = new FineMoves(rows, tables, _ -> going.run());
    for (int sweep = 0; sweep < FINE_SWEEPS; sweep++) {
      fine.sweep();
      step.run();
    }
  }

  private static void shuffle(List<Measured> tables, SplittableRandom lots) {
    for (int i = tables.size() - 1; i > 0; i--) {
      Collections.swap(tables, i, lots.nextInt(i + 1));
    }
  }
}
