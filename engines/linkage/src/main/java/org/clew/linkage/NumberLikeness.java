package org.clew.linkage;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;

/// Years, prices, sizes and counts: near is what few of this list's other numbers come as near to,
/// whatever the unit.
final class NumberLikeness implements Likeness {
  /// Up to which share of all numbers may lie between two for each level.
  private static final double[] BETWEEN = {0.01, 0.03, 0.1, 0.3};

  private static final int DIFFERENT = BETWEEN.length + 1;

  private static final List<Level> LEVELS =
      List.of(
          new Level(Agreement.EXACT, 0.7, 0.02),
          new Level(Agreement.NEAR, 0.07, 0.02),
          new Level(Agreement.NEAR, 0.05, 0.04),
          new Level(Agreement.NEAR, 0.05, 0.12),
          new Level(Agreement.NEAR, 0.05, 0.3),
          new Level(Agreement.DIFFERENT, 0.08, 0.5));

  private final Texts texts;

  /// By value, the share of all numbers below it.
  private final double[] ranks;

  NumberLikeness(Texts forms, Tally tally) {
    texts = forms;
    String[] numbers = new String[forms.size()];
    Arrays.setAll(numbers, forms::text);
    ranks = tally.ranks(numbers);
  }

  /// By number, the share of all numbers below it.
  ///
  /// @param counts by number, how many rows hold it
  static double[] ranks(String[] written, long[] counts) {
    int size = written.length;
    double[] ranks = new double[size];
    BigDecimal[] numbers = new BigDecimal[size];
    Integer[] order = new Integer[size];
    double all = 1;
    for (int i = 0; i < size; i++) {
      numbers[i] = new BigDecimal(written[i]);
      order[i] = i;
      all += counts[i];
    }
    Arrays.sort(order, (a, b) -> numbers[a].compareTo(numbers[b]));
    double below = 0;
    for (int value : order) {
      ranks[value] = (below + counts[value] / 2.0) / all;
      below += counts[value];
    }
    return ranks;
  }

  @Override
  public List<Level> levels() {
    return LEVELS;
  }

  @Override
  public List<Key> keys() {
    return List.of(Likeness.whole(texts));
  }

  @Override
  public int level(int a, int b, Kernels kernels) {
    double between = Math.abs(ranks[a] - ranks[b]);
    for (int level = 0; level < BETWEEN.length; level++) {
      if (between <= BETWEEN[level]) {
        return level + 1;
      }
    }
    return DIFFERENT;
  }
}
