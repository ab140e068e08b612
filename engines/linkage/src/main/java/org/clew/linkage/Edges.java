package org.clew.linkage;

import java.util.Arrays;

/// The pairs that reach a threshold, strongest first.
final class Edges {
  private final long[] rows;
  private final float[] weights;

  /// How many more there would be of the pairs that were passed over, as their sample tells.
  private long missed;

  private Edges(int count) {
    rows = new long[count];
    weights = new float[count];
  }

  static Edges of(Pairs pairs, Weights weights, double threshold) {
    Entries order = new Entries((int) Math.min(pairs.size(), weights.pairs(threshold)));
    for (int from = 0; from < pairs.size(); from += Entries.AT_A_TIME) {
      take(from, Math.min(pairs.size(), from + Entries.AT_A_TIME), weights, threshold, order);
    }
    order.sort();
    Edges out = new Edges(order.size());
    for (int from = 0; from < order.size(); ) {
      from = out.run(order, from, pairs, weights);
    }
    return out;
  }

  private static void take(int from, int to, Weights weights, double threshold, Entries order) {
    for (int pair = from; pair < to; pair++) {
      double weight = weights.of(pair);
      if (weight >= threshold) {
        order.add((long) (descending((float) weight) ^ Integer.MIN_VALUE) << 32 | pair);
      }
    }
  }

  /// Pairs of one weight, in the order of their rows; answers where those of the next begin.
  private int run(Entries order, int from, Pairs pairs, Weights weighed) {
    int to = from;
    for (; to < order.size() && order.key(to) == order.key(from); to++) {
      int pair = order.row(to);
      rows[to] = (long) pairs.left(pair) << 32 | pairs.right(pair);
      missed += pairs.standsFor(pair) - 1;
    }
    Entries.sort(rows, from, to);
    Arrays.fill(weights, from, to, (float) weighed.of(order.row(from)));
    return to;
  }

  /// A number, with its sign, that is the smaller the larger the weight.
  static int descending(float weight) {
    int bits = Float.floatToIntBits(weight + 0f);
    return bits < 0 ? bits ^ 0x80000000 : ~bits;
  }

  int size() {
    return rows.length;
  }

  /// How many more there would be, had no pair been passed over.
  long missed() {
    return missed;
  }

  int left(int edge) {
    return (int) (rows[edge] >>> 32);
  }

  int right(int edge) {
    return (int) rows[edge];
  }

  float weight(int edge) {
    return weights[edge];
  }
}
