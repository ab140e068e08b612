package org.clew.linkage;

import java.util.Arrays;

/// The pairs that reach a threshold, strongest first, each once.
final class Edges {
  private long[] rows;
  private float[] weights;
  private int size;

  private Edges(int most) {
    rows = new long[most];
    weights = new float[most];
  }

  static Edges of(Pairs pairs, Weights weights, double threshold) {
    int count = 0;
    for (int pair = 0; pair < pairs.size(); pair++) {
      count += weights.of(pair) >= threshold ? 1 : 0;
    }
    long[] order = new long[count];
    int at = 0;
    for (int pair = 0; pair < pairs.size(); pair++) {
      double weight = weights.of(pair);
      if (weight >= threshold) {
        order[at++] = (long) descending((float) weight) << 32 | pair;
      }
    }
    Arrays.sort(order);
    Edges out = new Edges(count);
    int from = 0;
    for (int i = 1; i <= count; i++) {
      if (i == count || order[i] >>> 32 != order[from] >>> 32) {
        out.run(order, from, i, pairs, weights);
        from = i;
      }
    }
    out.rows = Arrays.copyOf(out.rows, out.size);
    out.weights = Arrays.copyOf(out.weights, out.size);
    return out;
  }

  /// Pairs of one weight, in the order of their rows.
  private void run(long[] order, int from, int to, Pairs pairs, Weights weighed) {
    long[] same = new long[to - from];
    for (int i = from; i < to; i++) {
      int pair = (int) order[i];
      same[i - from] = (long) pairs.left(pair) << 32 | pairs.right(pair);
    }
    Arrays.sort(same);
    float weight = to > from ? (float) weighed.of((int) order[from]) : 0;
    for (int i = 0; i < same.length; i++) {
      if (i == 0 || same[i] != same[i - 1]) {
        rows[size] = same[i];
        weights[size++] = weight;
      }
    }
  }

  /// A number that is the smaller the larger the weight.
  static int descending(float weight) {
    int bits = Float.floatToIntBits(weight + 0f);
    return bits < 0 ? bits ^ 0x80000000 : ~bits;
  }

  int size() {
    return size;
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
