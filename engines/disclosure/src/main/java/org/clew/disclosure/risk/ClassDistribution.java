package org.clew.disclosure.risk;

import java.util.Arrays;
import org.clew.disclosure.Microdata;

/// Which values of a sensitive column the rows of one class have, and how that compares with the
/// whole table. Filled, asked and cleared for one class after the other; for one thread.
public final class ClassDistribution {

  private final Distance distance;
  private final double[] whole;

  /// The codes that occur in the table, in their order.
  private final int[] occurring;

  private final int[] counts;
  private final int[] seen;
  private int distinct;
  private int total;

  /// Counts the whole table.
  public ClassDistribution(Microdata data, int column, Distance distance) {
    this.distance = distance;
    int[] all = new int[data.size(column)];
    for (short code : data.column(column)) {
      all[code]++;
    }
    this.whole = Arrays.stream(all).mapToDouble(count -> count / (double) data.rows()).toArray();
    this.occurring = codes(all);
    this.counts = new int[all.length];
    this.seen = new int[all.length];
  }

  private static int[] codes(int[] all) {
    int[] codes = new int[all.length];
    int found = 0;
    for (int code = 0; code < all.length; code++) {
      if (all[code] > 0) {
        codes[found++] = code;
      }
    }
    return Arrays.copyOf(codes, found);
  }

  /// Adds rows with a value.
  public void add(int code, int rows) {
    if (counts[code] == 0) {
      seen[distinct++] = code;
    }
    counts[code] += rows;
    total += rows;
  }

  /// Forgets the class.
  public void clear() {
    for (int i = 0; i < distinct; i++) {
      counts[seen[i]] = 0;
    }
    distinct = 0;
    total = 0;
  }

  /// How many values.
  public int distinct() {
    return distinct;
  }

  /// The entropy in nats.
  public double entropy() {
    double entropy = 0;
    for (int i = 0; i < distinct; i++) {
      double share = counts[seen[i]] / (double) total;
      entropy -= share * Math.log(share);
    }
    return Math.max(0, entropy);
  }

  /// The rows of the most frequent value over those of the l-th and all rarer ones; infinite where
  /// there are fewer values. The class is recursively (c, l)-diverse for every larger c.
  public double recursive(int l) {
    if (distinct < l) {
      return Double.POSITIVE_INFINITY;
    }
    int[] sorted = new int[distinct];
    for (int i = 0; i < distinct; i++) {
      sorted[i] = counts[seen[i]];
    }
    Arrays.sort(sorted);
    double rare = 0;
    for (int i = 0; i <= distinct - l; i++) {
      rare += sorted[i];
    }
    return sorted[distinct - 1] / rare;
  }

  /// How far the shares here are from those in the table, from 0 to 1.
  public double closeness() {
    return switch (distance) {
      case EQUAL -> equal();
      case ORDERED -> ordered();
    };
  }

  private double equal() {
    double apart = 0;
    double elsewhere = 1;
    for (int i = 0; i < distinct; i++) {
      apart += Math.abs(counts[seen[i]] / (double) total - whole[seen[i]]);
      elsewhere -= whole[seen[i]];
    }
    return (apart + Math.max(0, elsewhere)) / 2;
  }

  private double ordered() {
    if (occurring.length < 2) {
      return 0;
    }
    double cumulated = 0;
    double apart = 0;
    for (int code : occurring) {
      cumulated += counts[code] / (double) total - whole[code];
      apart += Math.abs(cumulated);
    }
    return apart / (occurring.length - 1);
  }
}
