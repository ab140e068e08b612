package org.clew.linkage;

import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;

/// What comparing came to, beside the links: what each blocking rule added, and the pairs that did
/// not become links by little.
///
/// @param steps by rule, in their order
/// @param below the strongest pairs under the threshold, strongest first
/// @param pairs how many were compared
record Compared(List<Step> steps, List<Entities.Pair> below, long pairs) {
  /// So many pairs under the threshold are kept.
  private static final int MOST_BELOW = 2_000;

  private static final double BINS_PER_BIT = 16;
  private static final int BINS = 2_048;

  /// What one rule added to those before it.
  ///
  /// @param pairs compared under it first
  /// @param matches how many of them are one, if the model holds
  record Step(long pairs, double matches) {}

  Compared {
    steps = List.copyOf(steps);
    below = List.copyOf(below);
  }

  /// @param rules how many were followed; 1 where all pairs were compared
  static Compared of(Pairs pairs, int rules, Weights weights, double threshold) {
    double[] chance = new double[BINS];
    for (int bin = 0; bin < BINS; bin++) {
      chance[bin] = 1 / (1 + Math.pow(2, (BINS / 2.0 - bin - 0.5) / BINS_PER_BIT));
    }
    var below = new TreeSet<Entities.Pair>(STRONGEST);
    double least = Double.NEGATIVE_INFINITY;
    int[] counts = new int[rules];
    double[] matches = new double[rules];
    for (int pair = 0; pair < pairs.size(); pair++) {
      double weight = weights.of(pair);
      int bin = (int) Math.clamp(weight * BINS_PER_BIT + BINS / 2.0, 0, BINS - 1);
      counts[pairs.first(pair)]++;
      matches[pairs.first(pair)] += chance[bin] * pairs.standsFor(pair);
      if (weight < threshold && weight >= least) {
        below.add(new Entities.Pair(pairs.left(pair), pairs.right(pair), weight));
        least = leastOf(below);
      }
    }
    List<Step> steps =
        IntStream.range(0, rules).mapToObj(rule -> new Step(counts[rule], matches[rule])).toList();
    return new Compared(steps, List.copyOf(below), pairs.size());
  }

  /// The weight that a further pair needs; the weakest goes where there is one too many.
  private static double leastOf(TreeSet<Entities.Pair> below) {
    if (below.size() > MOST_BELOW) {
      below.pollLast();
    }
    return below.size() < MOST_BELOW ? Double.NEGATIVE_INFINITY : below.last().weight();
  }

  private static final Comparator<Entities.Pair> STRONGEST =
      Comparator.comparingDouble((Entities.Pair pair) -> -pair.weight())
          .thenComparingInt(Entities.Pair::left)
          .thenComparingInt(Entities.Pair::right);
}
