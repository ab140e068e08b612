package org.clew.linkage;

import org.jspecify.annotations.Nullable;

/// The weights of pairs of rows: known of those that were compared, and worked out of others.
final class KnownPairs implements Sweep.PairWeight {
  private final Traits traits;
  private final Pairs pairs;
  private final Weights weights;
  private final Weights.Scale others;

  /// By place, the first of the pairs of which it is the lower. None where pairs stand in another
  /// order than by that place, as those of short lists do.
  private final int @Nullable [] firsts;

  KnownPairs(Traits traits, Pairs pairs, Weights weights) {
    this.traits = traits;
    this.pairs = pairs;
    this.weights = weights;
    this.others = weights.new Scale();
    int[] found = new int[traits.rows + 1];
    firsts = fill(found) ? found : null;
  }

  private boolean fill(int[] found) {
    int filled = -1;
    boolean inOrder = true;
    for (int pair = 0; pair < pairs.size() && inOrder; pair++) {
      int low = Math.min(traits.place(pairs.left(pair)), traits.place(pairs.right(pair)));
      inOrder = low >= filled;
      filled = fill(found, filled, low, pair);
    }
    fill(found, filled, traits.rows, pairs.size());
    return inOrder;
  }

  private static int fill(int[] found, int from, int to, int pair) {
    int filled = from;
    while (filled < to) {
      found[++filled] = pair;
    }
    return filled;
  }

  @Override
  public double of(int left, int right) {
    int pair = firsts == null ? -1 : find(firsts, left, right);
    return pair < 0 ? others.of(left, right) : weights.of(pair);
  }

  private int find(int[] found, int a, int b) {
    int low = Math.min(traits.place(a), traits.place(b));
    int left = Math.min(a, b);
    int right = Math.max(a, b);
    for (int pair = found[low]; pair < found[low + 1]; pair++) {
      if (pairs.left(pair) == left && pairs.right(pair) == right) {
        return pair;
      }
    }
    return -1;
  }

  @Override
  public void prefetch(int[] rows) {
    if (firsts == null) {
      others.prefetch(rows);
      return;
    }
    long seen = 0;
    for (int row : rows) {
      seen += firsts[traits.place(row)];
    }
    Prefetch.use(seen);
  }
}
