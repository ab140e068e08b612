package org.clew.linkage;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Links that alone hold two parts of an entity together (Tarjan 1974), of all entities at once.
final class Bridges {
  private final Entities entities;
  private final int[] sizes;
  private final int[] starts;
  private final int[] edges;
  private final int[] seen;
  private final int[] low;
  private final int[] below;
  private final int[] next;
  private final int[] cameBy;
  private final Map<Integer, Integer> bridges = new HashMap<>();
  private int clock;

  /// @param sizes by first row of an entity, how many rows it has
  Bridges(Entities entities, int[] sizes) {
    this.entities = entities;
    this.sizes = sizes;
    List<Entities.Pair> pairs = entities.pairs();
    int rows = sizes.length;
    starts = new int[rows + 1];
    for (Entities.Pair pair : pairs) {
      if (isInside(pair)) {
        starts[pair.left() + 1]++;
        starts[pair.right() + 1]++;
      }
    }
    for (int row = 0; row < rows; row++) {
      starts[row + 1] += starts[row];
    }
    edges = new int[starts[rows]];
    next = starts.clone();
    for (int number = 0; number < pairs.size(); number++) {
      if (isInside(pairs.get(number))) {
        edges[next[pairs.get(number).left()]++] = number;
        edges[next[pairs.get(number).right()]++] = number;
      }
    }
    System.arraycopy(starts, 0, next, 0, rows);
    seen = new int[rows];
    low = new int[rows];
    below = new int[rows];
    cameBy = new int[rows];
    for (int row = 0; row < rows; row++) {
      if (seen[row] == 0 && starts[row + 1] > starts[row]) {
        walk(row);
      }
    }
  }

  private boolean isInside(Entities.Pair pair) {
    return entities.first(pair.left()) == entities.first(pair.right());
  }

  private int other(int number, int row) {
    Entities.Pair pair = entities.pairs().get(number);
    return pair.left() == row ? pair.right() : pair.left();
  }

  private void walk(int root) {
    enter(root, -1);
    int here = root;
    while (here >= 0) {
      if (next[here] < starts[here + 1]) {
        int number = edges[next[here]++];
        int other = other(number, here);
        if (seen[other] == 0) {
          enter(other, number);
          here = other;
        } else if (number != cameBy[here]) {
          low[here] = Math.min(low[here], seen[other]);
        }
      } else {
        here = leave(here);
      }
    }
  }

  private void enter(int row, int number) {
    seen[row] = ++clock;
    low[row] = clock;
    below[row] = 1;
    cameBy[row] = number;
  }

  /// Goes back to where a row was entered from; -1 from the first.
  private int leave(int row) {
    int number = cameBy[row];
    if (number < 0) {
      return -1;
    }
    int parent = other(number, row);
    low[parent] = Math.min(low[parent], low[row]);
    below[parent] += below[row];
    if (low[row] > seen[parent]) {
      bridges.put(number, row);
    }
    return parent;
  }

  /// How many rows are on the left side of a link that is a bridge; 0 for one that is none.
  int leftOf(int number) {
    Integer child = bridges.get(number);
    if (child == null) {
      return 0;
    }
    Entities.Pair pair = entities.pairs().get(number);
    int whole = sizes[entities.first(child)];
    return pair.left() == child ? below[child] : whole - below[child];
  }

  /// How many links are bridges that part an entity of three rows or more.
  int count() {
    int count = 0;
    for (int child : bridges.values()) {
      count += sizes[entities.first(child)] > 2 ? 1 : 0;
    }
    return count;
  }
}
