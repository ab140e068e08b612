package org.clew.linkage;

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

  /// What is known of a row stands side by side, so that it is one look into memory. First the
  /// parent; of the first row of a group, which has none, how many rows the group has, as `~rows`.
  private static final int CELL = 4;

  /// The next row of the group, -1 after the last.
  private static final int NEXT = 1;

  /// Of the first row of a group, the last.
  private static final int LAST = 2;

  /// The bits of the weight of the strongest link.
  private static final int STRONGEST = 3;

  private final int rows;
  private final int[] cells;
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
    this.rows = rows;
    cells = new int[ListTooLarge.numbers(rows, CELL)];
    int alone = Float.floatToIntBits(Float.NaN);
    for (int row = 0, at = 0; row < rows; row++, at += CELL) {
      cells[at] = ~1;
      cells[at + NEXT] = -1;
      cells[at + LAST] = row;
      cells[at + STRONGEST] = alone;
    }
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
    boolean free = size(root(left)) == 1 && size(root(right)) == 1;
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
    hold(left, weight);
    hold(right, weight);
  }

  private void hold(int row, float weight) {
    float known = strongest(row);
    float most = Float.isNaN(known) ? weight : Math.max(known, weight);
    cells[row * CELL + STRONGEST] = Float.floatToIntBits(most);
  }

  /// Whether the pairs of two groups, of which one is known, speak for their being one.
  private boolean isBorneOut(int knownLeft, int knownRight, float known) {
    int a = root(knownLeft);
    int b = root(knownRight);
    if (size(a) == 1 && size(b) == 1) {
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
    return sum / looked >= Math.min(threshold, MOST_BITS) - SLACK_BITS;
  }

  /// Looks at what it knows of the rows of some edges, so that it is near when it is asked for.
  void prefetch(Edges edges, int from, int to) {
    long seen = 0;
    for (int edge = from; edge < to; edge++) {
      seen += look(edges.left(edge)) + look(edges.right(edge));
    }
    Prefetch.use(seen);
  }

  private long look(int row) {
    return cells[row * CELL];
  }

  private int size(int root) {
    return ~cells[root * CELL];
  }

  private int[] members(int root) {
    int[] out = new int[size(root)];
    int at = 0;
    for (int row = root; row >= 0; row = cells[row * CELL + NEXT]) {
      out[at++] = row;
    }
    return out;
  }

  private void join(int a, int b) {
    int root = Math.min(a, b);
    int other = Math.max(a, b);
    int size = size(root) + size(other);
    cells[cells[root * CELL + LAST] * CELL + NEXT] = other;
    cells[root * CELL + LAST] = cells[other * CELL + LAST];
    cells[root * CELL] = ~size;
    cells[other * CELL] = root;
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
    int here = row;
    int parent = cells[here * CELL];
    while (parent >= 0) {
      int above = cells[parent * CELL];
      if (above >= 0) {
        cells[here * CELL] = above;
      }
      here = parent;
      parent = above;
    }
    return here;
  }

  /// The first row of a group where each row points to another of it, and one to itself.
  static int root(int[] parents, int row) {
    int here = row;
    while (parents[here] != here) {
      parents[here] = parents[parents[here]];
      here = parents[here];
    }
    return here;
  }

  /// The weight of the strongest link that holds a row; NaN for a row alone.
  private float strongest(int row) {
    return Float.intBitsToFloat(cells[row * CELL + STRONGEST]);
  }

  /// By row, the weight of the strongest link that holds it; NaN for a row alone.
  float[] strongest() {
    float[] out = new float[rows];
    for (int row = 0; row < rows; row++) {
      out[row] = strongest(row);
    }
    return out;
  }
}
