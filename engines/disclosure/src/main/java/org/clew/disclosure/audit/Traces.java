package org.clew.disclosure.audit;

import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.clew.disclosure.Microdata;
import org.clew.disclosure.NineInTen;
import org.clew.disclosure.Scope;
import org.clew.disclosure.synthesis.Combination;
import org.clew.disclosure.synthesis.Counts;
import org.clew.disclosure.synthesis.Measured;
import org.clew.disclosure.synthesis.Synthetic;

/// What releases show of some people, to somebody who knows their rows and what the rest of the
/// list is drawn from. May be used by several threads at once.
final class Traces {

  private static final int LONGEST = 3;

  private final Microdata targets;
  private final Microdata others;
  private final double share;
  private final double chance;
  private final Map<Scope, Cells> known = new ConcurrentHashMap<>();

  /// Where the targets stand in a table, and how many of the others there are.
  private static final class Cells {
    private final int[] of;
    private final int[] others;
    private final int[] all;

    Cells(Scope scope, Microdata targets, Microdata others) {
      of = new int[targets.rows()];
      scope.count(targets, of);
      all = scope.count(others);
      this.others = IntStream.of(of).map(cell -> all[cell]).toArray();
    }

    /// How far counts are from those of the others and nobody else.
    int apart(int[] have) {
      int apart = 0;
      for (int cell = 0; cell < all.length; cell++) {
        apart += Math.abs(have[cell] - all[cell]);
      }
      return apart;
    }
  }

  /// @param targets the people, in rows
  /// @param others those that the rest of a list is drawn from
  /// @param drawn how many of them are drawn; all of them, where the rest is known for sure
  Traces(Microdata targets, Microdata others, int drawn) {
    this.targets = targets;
    this.others = others;
    share = (double) drawn / others.rows();
    chance = (1 - share) * others.rows() / Math.max(1, others.rows() - 1);
  }

  /// What a release shows of each of them.
  ///
  /// @param least the least count that is told
  List<Seen> of(Synthetic made, int least) {
    int count = targets.rows();
    double[] tables = new double[count];
    double[] rows = new double[count];
    double[] chosen = new double[count];
    double[] apart = new double[count];
    int[] room = new int[made.rows().rows()];
    for (Measured table : made.measurements().all()) {
      Scope scope = table.scope();
      Cells cells = cells(scope);
      int[] have = scope.count(made.rows(), room);
      int off = share == 1 ? cells.apart(have) : 0;
      for (int target = 0; target < count; target++) {
        int there = cells.others[target];
        double weight = 1 / (table.variance() + variance(there));
        double without = expected(there) + 0.5;
        tables[target] += weight * (table.noisy(cells.of[target]) - without);
        rows[target] += weight * (have[cells.of[target]] - without);
        chosen[target] += there == 0 ? 1 : 0;
        if (share == 1) {
          int more = have[cells.of[target]] - there;
          apart[target] += off - Math.abs(more) + Math.abs(more - 1);
        }
      }
    }
    double[] counts = new double[count];
    var widths = new LongSummaryStatistics();
    Counts.of(
        made,
        Math.min(LONGEST, targets.width()),
        least,
        () -> {},
        each -> {
          widths.accept(each.high() - each.low());
          add(each, counts);
        });
    return IntStream.range(0, count)
        .mapToObj(
            target -> {
              int[] near = near(target, made.rows());
              return new Seen(
                  tables[target],
                  rows[target],
                  counts[target],
                  near[0],
                  near[1],
                  made.rows().rows(),
                  chosen[target],
                  widths.getAverage(),
                  apart[target] / made.measurements().all().size());
            })
        .toList();
  }

  private Cells cells(Scope scope) {
    return known.computeIfAbsent(scope, each -> new Cells(each, targets, others));
  }

  private double expected(int there) {
    return share * there;
  }

  /// Of a hypergeometric distribution.
  private double variance(int there) {
    return share * there * chance * (1 - (double) there / others.rows());
  }

  private void add(Combination told, double[] counts) {
    int[] columns = told.columns().stream().mapToInt(Integer::intValue).toArray();
    Cells cells = cells(Scope.of(targets.sizes(), columns));
    for (int target = 0; target < counts.length; target++) {
      if (has(target, told)) {
        double half = Math.max(1, told.high() - told.low()) / (2 * NineInTen.HALF);
        int there = cells.others[target];
        counts[target] += (told.count() - expected(there) - 0.5) / (half * half + variance(there));
      }
    }
  }

  private boolean has(int target, Combination told) {
    for (int i = 0; i < told.columns().size(); i++) {
      if (targets.code(target, told.columns().get(i)) != told.codes().get(i)) {
        return false;
      }
    }
    return true;
  }

  /// How many rows are like a target's, and in how many columns the nearest differs.
  private int[] near(int target, Microdata rows) {
    int alike = 0;
    int nearest = rows.width();
    for (int row = 0; row < rows.rows(); row++) {
      int differing = 0;
      for (int column = 0; column < rows.width() && differing <= nearest; column++) {
        differing += rows.code(row, column) == targets.code(target, column) ? 0 : 1;
      }
      alike += differing == 0 ? 1 : 0;
      nearest = Math.min(nearest, differing);
    }
    return new int[] {alike, nearest};
  }
}
