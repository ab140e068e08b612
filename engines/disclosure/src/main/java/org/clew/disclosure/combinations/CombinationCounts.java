package org.clew.disclosure.combinations;

import java.util.Arrays;
import org.clew.disclosure.Microdata;
import org.clew.disclosure.Progress;
import org.clew.disclosure.Stopped;

/// How many rows have which values together, for all combinations of one to four values that any
/// row has. What is not known (code 0) is no value. Each row adds to the combinations of what it
/// has, and to no others, so that the work is by what is there, not by what there could be.
public final class CombinationCounts {

  /// The longest combinations that can be counted.
  public static final int LONGEST = 4;

  private static final int BITS = 16;
  private static final int MOST_VALUES = (1 << BITS) - 1;
  private static final int MOST_COMBINATIONS = 1 << 28;
  private static final int ROWS_A_STEP = 4096;

  private final Microdata data;
  private final int longest;

  /// By column, the number of its first value among all values, less one.
  private final int[] before;

  /// A combination's values, sixteen bits each, the last one lowest; 0 where the place is free.
  private long[] keys = new long[1 << 16];

  private int[] counts = new int[1 << 16];
  private int filled;
  private int shift = 64 - 16;

  private CombinationCounts(Microdata data, int longest) {
    this.data = data;
    this.longest = longest;
    before = new int[data.width()];
    int all = 0;
    for (int column = 0; column < before.length; column++) {
      before[column] = all;
      all += data.size(column) - 1;
    }
    if (all > MOST_VALUES) {
      throw new IllegalArgumentException(
          "All columns together have more than %,d values.".formatted(MOST_VALUES));
    }
  }

  /// Hears of a combination.
  @FunctionalInterface
  public interface Taker {
    /// Takes one.
    ///
    /// @param columns in rising order; for this call alone
    /// @param codes as many, none of them 0; for this call alone
    void take(int[] columns, int[] codes, int count);
  }

  /// How many combinations that so many rows or more have there can be at most, without counting
  /// them: no more than the columns' values allow, and than the rows have places for.
  ///
  /// @param length of the combinations, 1 at least
  /// @param rows that have each, 1 at least
  public static double most(Microdata data, int length, int rows) {
    double[] possible = new double[length + 1];
    possible[0] = 1;
    for (int column = 0; column < data.width(); column++) {
      for (int of = length; of > 0; of--) {
        possible[of] += possible[of - 1] * (data.size(column) - 1);
      }
    }
    double had = 0;
    for (int row = 0; row < data.rows(); row++) {
      double ways = 1;
      int known = known(data, row);
      for (int place = 0; place < length; place++) {
        ways *= (known - place) / (place + 1.0);
      }
      had += ways;
    }
    return Math.min(possible[length], Math.floor(had / rows));
  }

  private static int known(Microdata data, int row) {
    int known = 0;
    for (int column = 0; column < data.width(); column++) {
      known += data.code(row, column) == 0 ? 0 : 1;
    }
    return known;
  }

  /// Counts them.
  ///
  /// @param longest from 1 to [#LONGEST]
  /// @throws IllegalArgumentException when there are too many values, or combinations
  /// @throws Stopped when it was stopped
  public static CombinationCounts of(Microdata data, int longest, Progress progress) {
    if (longest < 1 || longest > LONGEST) {
      throw new IllegalArgumentException("Combinations of 1 to 4 values are counted.");
    }
    var counts = new CombinationCounts(data, longest);
    counts.count(progress);
    return counts;
  }

  private void count(Progress progress) {
    int[] values = new int[data.width()];
    for (int row = 0; row < data.rows(); row++) {
      int known = 0;
      for (int column = 0; column < data.width(); column++) {
        int code = data.code(row, column);
        if (code != 0) {
          values[known] = before[column] + code;
          known++;
        }
      }
      add(values, 0, known, 0, 0);
      if (row % ROWS_A_STEP == ROWS_A_STEP - 1) {
        progress.demandGoingOn(row + 1, data.rows());
      }
    }
  }

  private void add(int[] values, int from, int known, long key, int length) {
    for (int i = from; i < known; i++) {
      long longer = (key << BITS) | values[i];
      increment(longer);
      if (length + 1 < longest) {
        add(values, i + 1, known, longer, length + 1);
      }
    }
  }

  private void increment(long key) {
    int mask = keys.length - 1;
    int at = (int) ((key * 0x9E3779B97F4A7C15L) >>> shift);
    while (keys[at] != key) {
      if (keys[at] == 0) {
        keys[at] = key;
        filled++;
        counts[at] = 1;
        if (filled > keys.length / 2) {
          grow();
        }
        return;
      }
      at = (at + 1) & mask;
    }
    counts[at]++;
  }

  private void grow() {
    if (keys.length >= MOST_COMBINATIONS) {
      throw new IllegalArgumentException(
          "There are more than %,d combinations. Count shorter ones, or fewer columns."
              .formatted(MOST_COMBINATIONS / 2));
    }
    long[] oldKeys = keys;
    int[] oldCounts = counts;
    keys = new long[2 * oldKeys.length];
    counts = new int[keys.length];
    shift--;
    int mask = keys.length - 1;
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != 0) {
        int at = (int) ((oldKeys[i] * 0x9E3779B97F4A7C15L) >>> shift);
        while (keys[at] != 0) {
          at = (at + 1) & mask;
        }
        keys[at] = oldKeys[i];
        counts[at] = oldCounts[i];
      }
    }
  }

  /// Hands them over in no order.
  public void each(Taker taker) {
    for (int i = 0; i < keys.length; i++) {
      if (keys[i] != 0) {
        int length = (64 - Long.numberOfLeadingZeros(keys[i]) + BITS - 1) / BITS;
        int[] columns = new int[length];
        int[] codes = new int[length];
        for (int place = 0; place < length; place++) {
          int value = (int) (keys[i] >>> (BITS * (length - 1 - place))) & MOST_VALUES;
          columns[place] = column(value);
          codes[place] = value - before[columns[place]];
        }
        taker.take(columns, codes, counts[i]);
      }
    }
  }

  private int column(int value) {
    int found = Arrays.binarySearch(before, value - 1);
    int column = found >= 0 ? found : -found - 2;
    // Columns without values of their own begin where the next one does.
    while (column + 1 < before.length && before[column + 1] == before[column]) {
      column++;
    }
    return column;
  }

  /// Rounds a count down to a multiple, so that it is of so many people or of none.
  ///
  /// @param k 1 at least
  public static int roundedDown(int count, int k) {
    return count / k * k;
  }
}
