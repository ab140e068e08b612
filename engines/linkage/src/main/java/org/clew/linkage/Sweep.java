package org.clew.linkage;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// Joins rows by their links, strongest first, and never two that must stay apart. A link between
/// two groups must be borne out by the other pairs of those groups, so that one chance link does
/// not chain two people into one.
final class Sweep {
  private static final int PAIRS_LOOKED_AT = 24;
  private static final double MOST_BITS = 20;

  /// How far below the threshold the pairs of two groups may be on average: members of one true
  /// group often share no more than a third member's fields.
  private static final double SLACK_BITS = 6;

  private final int[] parents;
  private final int[] next;
  private final int[] last;
  private final int[] sizes;
  private final float[] strongest;
  private final Map<Integer, Set<Integer>> apart = new HashMap<>();
  private final PairWeight weights;
  private final double threshold;

  /// The match weight of any two rows, in bits.
  @FunctionalInterface
  interface PairWeight {
    double of(int left, int right);

    /// Hears which rows are weighed soon.
    default void prefetch(int[] rows) {}
  }

  Sweep(int rows, PairWeight weights, double threshold) {
    this.weights = weights;
    this.threshold = threshold;
    parents = new int[rows];
    next = new int[rows];
    last = new int[rows];
    sizes = new int[rows];
    strongest = new float[rows];
    Arrays.setAll(parents, row -> row);
    Arrays.setAll(last, row -> row);
    Arrays.fill(next, -1);
    Arrays.fill(sizes, 1);
    Arrays.fill(strongest, Float.NaN);
  }

  void keepApart(int left, int right) {
    int a = root(left);
    int b = root(right);
    apart.computeIfAbsent(a, _ -> new HashSet<>()).add(b);
    apart.computeIfAbsent(b, _ -> new HashSet<>()).add(a);
  }

  /// Joins whatever the evidence says.
  void bind(int left, int right) {
    int a = root(left);
    int b = root(right);
    if (a != b) {
      hold(left, right, (float) weights.of(left, right));
      join(a, b);
    }
  }

  /// Joins unless something speaks against it.
  void join(int left, int right, float weight) {
    int a = root(left);
    int b = root(right);
    if (a != b && !isApart(a, b) && isBorneOut(left, right, weight)) {
      hold(left, right, weight);
      join(a, b);
    }
  }

  /// Joins two rows that nothing is joined to yet; answers whether it did.
  boolean pair(int left, int right, float weight) {
    boolean free = sizes[root(left)] == 1 && sizes[root(right)] == 1;
    if (!free || isApart(root(left), root(right))) {
      return false;
    }
    hold(left, right, weight);
    join(root(left), root(right));
    return true;
  }

  private boolean isApart(int a, int b) {
    return !apart.isEmpty() && apart.getOrDefault(a, Set.of()).contains(b);
  }

  private void hold(int left, int right, float weight) {
    strongest[left] = Float.isNaN(strongest[left]) ? weight : Math.max(strongest[left], weight);
    strongest[right] = Float.isNaN(strongest[right]) ? weight : Math.max(strongest[right], weight);
  }

  /// Whether the pairs of two groups, of which one is known, speak for their being one.
  private boolean isBorneOut(int knownLeft, int knownRight, float known) {
    int a = root(knownLeft);
    int b = root(knownRight);
    if (sizes[a] == 1 && sizes[b] == 1) {
      return true;
    }
    int[] left = members(a);
    int[] right = members(b);
    weights.prefetch(left);
    weights.prefetch(right);
    long across = (long) left.length * right.length;
    long step = Math.max(1, across / PAIRS_LOOKED_AT);
    double sum = 0;
    int looked = 0;
    for (long i = 0; i < across; i += step) {
      int one = left[(int) (i / right.length)];
      int other = right[(int) (i % right.length)];
      boolean isKnown = one == knownLeft && other == knownRight;
      sum += Math.min(MOST_BITS, isKnown ? known : weights.of(one, other));
      looked++;
    }
    return sum / looked >= threshold - SLACK_BITS;
  }

  /// Looks at what it knows of a row, so that it is near when it is asked for.
  long prefetch(int row) {
    return (long) parents[row] + next[row] + last[row] + sizes[row] + (long) strongest[row];
  }

  private int[] members(int root) {
    int[] out = new int[sizes[root]];
    int at = 0;
    for (int row = root; row >= 0; row = next[row]) {
      out[at++] = row;
    }
    return out;
  }

  private void join(int a, int b) {
    int root = Math.min(a, b);
    int other = Math.max(a, b);
    parents[other] = root;
    next[last[root]] = other;
    last[root] = last[other];
    sizes[root] += sizes[other];
    Set<Integer> enemies = apart.remove(other);
    if (enemies != null) {
      for (Integer enemy : enemies) {
        Set<Integer> theirs = apart.computeIfAbsent(enemy, _ -> new HashSet<>());
        theirs.remove(other);
        theirs.add(root);
      }
      apart.computeIfAbsent(root, _ -> new HashSet<>()).addAll(enemies);
    }
  }

  /// The first row of the group a row is in.
  int root(int row) {
    return root(parents, row);
  }

  /// The same where each row points to another of its group, and one to itself.
  static int root(int[] parents, int row) {
    int here = row;
    while (parents[here] != here) {
      parents[here] = parents[parents[here]];
      here = parents[here];
    }
    return here;
  }

  /// By row, the weight of the strongest link that holds it; NaN for a row alone.
  float[] strongest() {
    return strongest;
  }
}
