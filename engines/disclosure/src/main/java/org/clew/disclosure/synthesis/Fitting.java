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

  /// @param step run after each step; may throw
  Fitting(Rows rows, Runnable step) {
    this.rows = rows;
    this.step = step;
  }

  /// Brings the rows near these tables.
  void to(List<Measured> tables) {
    var coarse = new CoarseMoves(rows);
    List<Measured> order = new ArrayList<>(tables);
    for (int sweep = 0; sweep < COARSE_SWEEPS; sweep++) {
      shuffle(order, rows.lots());
      order.forEach(coarse::towards);
      step.run();
    }
    var fine = new FineMoves(rows, tables);
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
