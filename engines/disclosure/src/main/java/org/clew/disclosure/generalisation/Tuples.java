package org.clew.disclosure.generalisation;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.clew.disclosure.Microdata;
import org.clew.disclosure.risk.ClassDistribution;
import org.clew.disclosure.risk.EquivalenceClasses;

/// The table with rows that are alike to begin with taken together, and what becomes of it at given
/// levels.
final class Tuples {

  private static final int DIRECT = 1 << 14;

  private final Microdata data;
  private final Hierarchy.Levels[] levels;
  private final OptimalGeneralisation.Settings settings;
  private final Map<Demand, ClassDistribution> distributions = new HashMap<>();
  private final EquivalenceClasses alike;

  /// By column and tuple.
  private final int[][] codes;

  /// Rows by tuple: those of tuple t stand from starts[t] to starts[t + 1].
  private final int[] starts;

  private final int[] rows;

  /// By column and level, what the levels lose by themselves.
  private final double[][] losses;

  private final int limit;
  private final int[] groups;
  private int groupCount;

  /// What a generalisation comes to.
  ///
  /// @param lost rows that have to be left out here and at all finer levels
  /// @param suppressed rows that have to be left out, no fewer than those
  /// @param loss by the levels and the rows left out; only where no more are than may be
  record Outcome(int lost, int suppressed, double loss) {}

  private Tuples(
      Microdata data,
      Hierarchy.Levels[] levels,
      OptimalGeneralisation.Settings settings,
      EquivalenceClasses alike) {
    this.data = data;
    this.levels = levels;
    this.settings = settings;
    this.alike = alike;
    this.starts = new int[alike.count() + 1];
    this.rows = new int[data.rows()];
    this.codes = new int[levels.length][alike.count()];
    this.groups = new int[alike.count()];
    this.limit = (int) Math.floor(settings.suppressed() * data.rows() + 1e-9);
    for (Demand demand : settings.demands()) {
      distributions.put(demand, new ClassDistribution(data, demand.column(), demand.distance()));
    }
    placeRows();
    this.losses = losses();
  }

  static Tuples of(
      Microdata data,
      List<Hierarchy> hierarchies,
      List<List<String>> values,
      OptimalGeneralisation.Settings settings) {
    var levels = new Hierarchy.Levels[hierarchies.size()];
    int[] quasi = new int[levels.length];
    for (int column = 0; column < levels.length; column++) {
      var occurring = new BitSet();
      for (short code : data.column(column)) {
        occurring.set(code);
      }
      levels[column] = hierarchies.get(column).over(values.get(column), occurring);
      quasi[column] = column;
    }
    return new Tuples(data, levels, settings, EquivalenceClasses.of(data, quasi));
  }

  private void placeRows() {
    int[] next = new int[alike.count()];
    for (int tuple = 0; tuple < next.length; tuple++) {
      starts[tuple + 1] = starts[tuple] + alike.size(tuple);
      next[tuple] = starts[tuple];
    }
    for (int row = 0; row < rows.length; row++) {
      int tuple = alike.of(row);
      rows[next[tuple]++] = row;
      for (int column = 0; column < levels.length; column++) {
        codes[column][tuple] = data.code(row, column);
      }
    }
  }

  private double[][] losses() {
    var losses = new double[levels.length][];
    for (int column = 0; column < levels.length; column++) {
      losses[column] = new double[levels[column].count()];
      for (int level = 0; level < losses[column].length; level++) {
        double sum = 0;
        for (int tuple = 0; tuple < groups.length; tuple++) {
          sum += alike.size(tuple) * levels[column].shares[level][codes[column][tuple]];
        }
        losses[column][level] = sum;
      }
    }
    return losses;
  }

  int columns() {
    return levels.length;
  }

  int levels(int column) {
    return levels[column].count();
  }

  /// How many rows may be left out.
  int limit() {
    return limit;
  }

  /// What levels lose by themselves: no generalisation that is nowhere finer loses less.
  double bound(int[] at) {
    double product = 1;
    for (int column = 0; column < at.length; column++) {
      product *= 1 + drawnOut(column, losses[column][at[column]]);
    }
    return Math.pow(product, 1.0 / at.length) - 1;
  }

  /// From shares summed over the rows to a loss from 0 to 1.
  private double drawnOut(int column, double sum) {
    double least = data.rows() / (double) levels[column].values;
    double range = data.rows() - least;
    return range == 0 ? 0 : Math.max(0, (sum - least) / range);
  }

  Outcome outcome(int[] at) {
    group(at);
    int[] sizes = new int[groupCount];
    for (int tuple = 0; tuple < groups.length; tuple++) {
      sizes[groups[tuple]] += alike.size(tuple);
    }
    var lost = new BitSet(groupCount);
    int lostRows = 0;
    for (int group = 0; group < groupCount; group++) {
      if (sizes[group] < settings.k()) {
        lost.set(group);
        lostRows += sizes[group];
      }
    }
    var failing = (BitSet) lost.clone();
    if (lostRows <= limit && !settings.demands().isEmpty()) {
      demand(lost, failing);
      lostRows = rows(lost, sizes);
    }
    int suppressed = rows(failing, sizes);
    return new Outcome(lostRows, suppressed, suppressed <= limit ? loss(at, failing) : 1);
  }

  private static int rows(BitSet of, int[] sizes) {
    return of.stream().map(group -> sizes[group]).sum();
  }

  /// The rows that are left out at given levels.
  BitSet suppressed(int[] at) {
    group(at);
    int[] sizes = new int[groupCount];
    for (int tuple = 0; tuple < groups.length; tuple++) {
      sizes[groups[tuple]] += alike.size(tuple);
    }
    var failing = new BitSet(groupCount);
    for (int group = 0; group < groupCount; group++) {
      failing.set(group, sizes[group] < settings.k());
    }
    demand(new BitSet(), failing);
    var suppressed = new BitSet(data.rows());
    for (int row = 0; row < data.rows(); row++) {
      suppressed.set(row, failing.get(groups[alike.of(row)]));
    }
    return suppressed;
  }

  private double loss(int[] at, BitSet failing) {
    double product = 1;
    for (int column = 0; column < at.length; column++) {
      double sum = losses[column][at[column]];
      double[] shares = levels[column].shares[at[column]];
      for (int tuple = 0; tuple < groups.length && !failing.isEmpty(); tuple++) {
        if (failing.get(groups[tuple])) {
          sum += alike.size(tuple) * (1 - shares[codes[column][tuple]]);
        }
      }
      product *= 1 + drawnOut(column, sum);
    }
    return Math.pow(product, 1.0 / at.length) - 1;
  }

  /// Marks the groups that fail a demand.
  ///
  /// @param lost those that fail one that joining groups can only help
  private void demand(BitSet lost, BitSet failing) {
    if (settings.demands().isEmpty()) {
      return;
    }
    int[] byGroup = byGroup();
    int from = 0;
    while (from < byGroup.length) {
      int group = groups[byGroup[from]];
      int to = from;
      while (to < byGroup.length && groups[byGroup[to]] == group) {
        to++;
      }
      if (!failing.get(group)) {
        for (Map.Entry<Demand, ClassDistribution> each : distributions.entrySet()) {
          if (!isFulfilled(each.getKey(), each.getValue(), byGroup, from, to)) {
            failing.set(group);
            lost.set(group, lost.get(group) || each.getKey().lastsWhenGroupsJoin());
          }
        }
      }
      from = to;
    }
  }

  private boolean isFulfilled(
      Demand demand, ClassDistribution distribution, int[] byGroup, int from, int to) {
    for (int i = from; i < to; i++) {
      for (int at = starts[byGroup[i]]; at < starts[byGroup[i] + 1]; at++) {
        distribution.add(data.code(rows[at], demand.column()), 1);
      }
    }
    boolean fulfilled = demand.isFulfilledBy(distribution);
    distribution.clear();
    return fulfilled;
  }

  /// The tuples, group after group.
  private int[] byGroup() {
    int[] next = new int[groupCount + 1];
    for (int group : groups) {
      next[group + 1]++;
    }
    for (int group = 0; group < groupCount; group++) {
      next[group + 1] += next[group];
    }
    int[] byGroup = new int[groups.length];
    for (int tuple = 0; tuple < groups.length; tuple++) {
      byGroup[next[groups[tuple]]++] = tuple;
    }
    return byGroup;
  }

  /// Numbers the groups of tuples that are alike at given levels.
  private void group(int[] at) {
    long[] keys = new long[groups.length];
    long range = 1;
    for (int column = 0; column < at.length; column++) {
      int size = levels[column].sizes[at[column]];
      if (size == 1) {
        continue;
      }
      if (range > Long.MAX_VALUE / 4 / size) {
        range = number(keys, range);
        Arrays.setAll(keys, tuple -> groups[tuple]);
      }
      int[] mapped = levels[column].groups[at[column]];
      int[] own = codes[column];
      for (int tuple = 0; tuple < keys.length; tuple++) {
        keys[tuple] = keys[tuple] * size + mapped[own[tuple]];
      }
      range *= size;
    }
    groupCount = number(keys, range);
  }

  /// Numbers keys from 0, into [#groups].
  private int number(long[] keys, long range) {
    return range <= Math.max(DIRECT, 8L * keys.length)
        ? numberDirectly(keys, (int) range)
        : numberHashed(keys);
  }

  private int numberDirectly(long[] keys, int range) {
    int[] numbers = new int[range];
    int next = 0;
    for (int tuple = 0; tuple < keys.length; tuple++) {
      int key = (int) keys[tuple];
      if (numbers[key] == 0) {
        numbers[key] = ++next;
      }
      groups[tuple] = numbers[key] - 1;
    }
    return next;
  }

  private int numberHashed(long[] keys) {
    int capacity = Integer.highestOneBit(Math.max(8, keys.length)) * 4;
    long[] taken = new long[capacity];
    int[] numbers = new int[capacity];
    int next = 0;
    for (int tuple = 0; tuple < keys.length; tuple++) {
      long key = keys[tuple];
      int slot = (int) ((key * 0x9E3779B97F4A7C15L) >>> 32) & (capacity - 1);
      while (numbers[slot] != 0 && taken[slot] != key) {
        slot = (slot + 1) & (capacity - 1);
      }
      if (numbers[slot] == 0) {
        taken[slot] = key;
        numbers[slot] = ++next;
      }
      groups[tuple] = numbers[slot] - 1;
    }
    return next;
  }
}
