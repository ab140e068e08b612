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
    for (int pair = 0; pair < pairs.size(); pair++) {
      take(pair, weights.of(pair), threshold, order);
    }
    order.sort();
    Edges out = new Edges(order.size());
    int from = 0;
    for (int i = 1; i <= order.size(); i++) {
      if (i == order.size() || order.key(i) != order.key(from)) {
        out.run(order, from, i, pairs, weights);
        from = i;
      }
    }
    return out;
  }

  private static void take(int pair, double weight, double threshold, Entries order) {
    if (weight >= threshold) {
      order.add((long) (descending((float) weight) ^ Integer.MIN_VALUE) << 32 | pair);
    }
  }

  /// Pairs of one weight, in the order of their rows.
  private void run(Entries order, int from, int to, Pairs pairs, Weights weighed) {
    for (int i = from; i < to; i++) {
      int pair = order.row(i);
      rows[i] = (long) pairs.left(pair) << 32 | pairs.right(pair);
      missed += pairs.standsFor(pair) - 1;
    }
    Entries.sort(rows, from, to);
    Arrays.fill(weights, from, to, (float) weighed.of(order.row(from)));
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
