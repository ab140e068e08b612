package org.clew.linkage;

import java.util.Arrays;

/// The pairs that reach a threshold, strongest first.
final class Edges {
  private final long[] rows;
  private final float[] weights;

  private Edges(int count) {
    rows = new long[count];
    weights = new float[count];
  }

  static Edges of(Pairs pairs, Weights weights, double threshold) {
    int count = 0;
    for (int pair = 0; pair < pairs.size(); pair++) {
      count += weights.of(pair) >= threshold ? 1 : 0;
    }
    Entries order = new Entries(count);
    for (int pair = 0; pair < pairs.size(); pair++) {
      double weight = weights.of(pair);
      if (weight >= threshold) {
        order.add((long) (descending((float) weight) ^ Integer.MIN_VALUE) << 32 | pair);
      }
    }
    order.sort();
    Edges out = new Edges(count);
    int from = 0;
    for (int i = 1; i <= count; i++) {
      if (i == count || order.key(i) != order.key(from)) {
        out.run(order, from, i, pairs, weights);
        from = i;
      }
    }
    return out;
  }

  /// Pairs of one weight, in the order of their rows.
  private void run(Entries order, int from, int to, Pairs pairs, Weights weighed) {
    for (int i = from; i < to; i++) {
      int pair = order.row(i);
      rows[i] = (long) pairs.left(pair) << 32 | pairs.right(pair);
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
