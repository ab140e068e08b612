package org.clew.linkage;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// What comparing came to, beside the links: what each blocking rule added, and the pairs that did
/// not become links by little. Worked out when it is first asked for, of which few runs have need.
final class Compared {
  /// So many pairs under the threshold are kept.
  private static final int MOST_BELOW = 2_000;

  private static final double BINS_PER_BIT = 16;
  private static final int BINS = 2_048;

  private final int rules;
  private final Weights weights;
  private final double threshold;
  private final int count;

  /// Until they were looked at.
  private @Nullable Pairs pairs;

  private List<Step> steps = List.of();
  private List<Entities.Pair> below = List.of();

  /// What one rule added to those before it.
  ///
  /// @param pairs compared under it first
  /// @param matches how many of them are one, if the model holds
  record Step(long pairs, double matches) {}

  /// @param rules how many were followed; 1 where all pairs were compared
  Compared(Pairs pairs, int rules, Weights weights, double threshold) {
    this.pairs = pairs;
    this.rules = rules;
    this.weights = weights;
    this.threshold = threshold;
    this.count = pairs.size();
  }

  /// How many pairs were compared.
  long pairs() {
    return count;
  }

  /// By rule, in their order.
  synchronized List<Step> steps() {
    look();
    return steps;
  }

  /// The strongest pairs under the threshold, strongest first.
  synchronized List<Entities.Pair> below() {
    look();
    return below;
  }

  private void look() {
    if (pairs != null) {
      look(pairs);
      pairs = null;
    }
  }

  private void look(Pairs looked) {
    double[] chance = new double[BINS];
    for (int bin = 0; bin < BINS; bin++) {
      chance[bin] = 1 / (1 + Math.pow(2, (BINS / 2.0 - bin - 0.5) / BINS_PER_BIT));
    }
    SortedSet<Entities.Pair> near = new TreeSet<>(Compared::strongest);
    double least = Double.NEGATIVE_INFINITY;
    int[] counts = new int[rules];
    double[] matches = new double[rules];
    for (int pair = 0; pair < count; pair++) {
      double weight = weights.of(pair);
      int bin = (int) Math.clamp(weight * BINS_PER_BIT + BINS / 2.0, 0, BINS - 1);
      counts[looked.first(pair)]++;
      matches[looked.first(pair)] += chance[bin] * looked.standsFor(pair);
      if (weight < threshold && weight >= least) {
        near.add(new Entities.Pair(looked.left(pair), looked.right(pair), weight));
        least = leastOf(near);
      }
    }
    steps =
        IntStream.range(0, rules).mapToObj(rule -> new Step(counts[rule], matches[rule])).toList();
    below = List.copyOf(near);
  }

  private static int strongest(Entities.Pair a, Entities.Pair b) {
    int weight = Double.compare(b.weight(), a.weight());
    int left = weight != 0 ? weight : Integer.compare(a.left(), b.left());
    return left != 0 ? left : Integer.compare(a.right(), b.right());
  }

  /// The weight that a further pair needs; the weakest goes where there is one too many.
  private static double leastOf(SortedSet<Entities.Pair> below) {
    if (below.size() > MOST_BELOW) {
      below.removeLast();
    }
    return below.size() < MOST_BELOW ? Double.NEGATIVE_INFINITY : below.getLast().weight();
  }
}
