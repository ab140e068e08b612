package org.clew.disclosure.synthesis;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongUnaryOperator;
import org.clew.disclosure.Scope;

/// Draws the tables that rows are checked by, and not fitted to.
public final class TablesByLot {

  /// How many of each length are enough where noise is loud: more would be less exact each.
  public static final int FEW = 12;

  /// Tables with more cells are drawn no more often for it.
  private static final int LARGE = 5_000;

  private TablesByLot() {}

  /// Some of the tables, each drawn by how many cells it has: where most of what is told is.
  ///
  /// @param tables of one length
  /// @param most how many at most
  /// @param below draws a whole number below the one it is given
  public static List<Scope> of(List<Scope> tables, int most, LongUnaryOperator below) {
    List<Scope> left = new ArrayList<>(tables);
    List<Scope> drawn = new ArrayList<>();
    while (drawn.size() < most && !left.isEmpty()) {
      drawn.add(left.remove(byLot(left, below)));
    }
    return drawn;
  }

  private static int byLot(List<Scope> left, LongUnaryOperator below) {
    long at = below.applyAsLong(left.stream().mapToLong(TablesByLot::share).sum());
    int chosen = 0;
    while (at >= share(left.get(chosen))) {
      at -= share(left.get(chosen));
      chosen++;
    }
    return chosen;
  }

  private static long share(Scope scope) {
    return Math.min(scope.cells(), LARGE);
  }
}
