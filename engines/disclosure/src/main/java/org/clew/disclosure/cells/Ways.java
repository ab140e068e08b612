package org.clew.disclosure.cells;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The ways in which cells can change together so that sums hold and no held cell changes: a
/// tableau, as of the simplex method. Some cells lead, each on a way of its own; the others follow
/// by so much of each leader's change.
final class Ways {

  /// Below, a change is none.
  static final double NOTHING = 1e-9;

  private final int[] leaders;
  private final int[] followers;
  private final double[][] follows;
  private int leading;
  private int following;

  /// @param cells no margins; to begin with, all of them lead and their margins follow
  /// @param margins by cell, those that it is in
  /// @param free by cell, those that may change in any case, and are left aside
  Ways(List<Integer> cells, List<List<Integer>> margins, boolean[] free) {
    leaders = cells.stream().mapToInt(Integer::intValue).toArray();
    leading = leaders.length;
    Set<Integer> over = new LinkedHashSet<>();
    cells.forEach(cell -> over.addAll(margins.get(cell)));
    followers = over.stream().mapToInt(Integer::intValue).filter(each -> !free[each]).toArray();
    following = followers.length;
    follows = new double[following][leading];
    int[] rows = new int[free.length];
    for (int row = 0; row < following; row++) {
      rows[followers[row]] = row;
    }
    for (int way = 0; way < leading; way++) {
      for (int margin : margins.get(leaders[way])) {
        if (!free[margin]) {
          follows[rows[margin]][way] = 1;
        }
      }
    }
  }

  /// How many ways there are.
  int count() {
    return leading;
  }

  /// The cells that follow.
  int[] followers() {
    return Arrays.copyOf(followers, following);
  }

  /// The cells that change on a way, its leader first.
  int[] cells(int way) {
    List<Integer> cells = new ArrayList<>(List.of(leaders[way]));
    for (int row = 0; row < following; row++) {
      if (Math.abs(follows[row][way]) > NOTHING) {
        cells.add(followers[row]);
      }
    }
    return cells.stream().mapToInt(Integer::intValue).toArray();
  }

  /// By how much each of [#cells] changes where the leader does by one.
  double[] changes(int way) {
    double[] changes = new double[following + 1];
    changes[0] = 1;
    int count = 1;
    for (int row = 0; row < following; row++) {
      if (Math.abs(follows[row][way]) > NOTHING) {
        changes[count] = follows[row][way];
        count++;
      }
    }
    return Arrays.copyOf(changes, count);
  }

  /// Leaves only the ways on which a cell does not change: one fewer, or, where none changed it, as
  /// many.
  void hold(int cell) {
    for (int way = 0; way < leading; way++) {
      if (leaders[way] == cell) {
        forgetWay(way);
        return;
      }
    }
    for (int row = 0; row < following; row++) {
      if (followers[row] == cell) {
        hold(row, largest(row));
        return;
      }
    }
  }

  private int largest(int row) {
    int largest = 0;
    for (int way = 1; way < leading; way++) {
      largest = Math.abs(follows[row][way]) > Math.abs(follows[row][largest]) ? way : largest;
    }
    return largest;
  }

  /// What leads a way follows from now on, so that the row's cell stays.
  private void hold(int row, int way) {
    double by = leading == 0 ? 0 : follows[row][way];
    if (Math.abs(by) <= NOTHING) {
      forgetRow(row);
      return;
    }
    double[] changing = follows[row];
    for (int other = 0; other < leading; other++) {
      changing[other] = other == way ? 0 : -changing[other] / by;
    }
    followers[row] = leaders[way];
    for (int each = 0; each < following; each++) {
      double share = each == row ? 0 : follows[each][way];
      if (share != 0) {
        for (int other = 0; other < leading; other++) {
          follows[each][other] += share * changing[other];
        }
      }
    }
    forgetWay(way);
  }

  private void forgetWay(int way) {
    leading--;
    leaders[way] = leaders[leading];
    for (int row = 0; row < following; row++) {
      follows[row][way] = follows[row][leading];
    }
  }

  private void forgetRow(int row) {
    following--;
    followers[row] = followers[following];
    follows[row] = follows[following];
  }
}
