package org.clew.linkage;

import java.util.Arrays;
import java.util.List;

/// Links that alone hold two parts of an entity together (Tarjan 1974), in those entities that a
/// chosen set of links belongs to.
final class Bridges {
  private final List<Entities.Pair> pairs;

  /// The numbers of the links looked at, among all pairs, the strongest first.
  private final int[] links;

  /// By link, the places of its rows among those looked at.
  private final int[] left;

  private final int[] right;
  private final int[] sizes;
  private final int[] starts;
  private final int[] edges;
  private final int[] seen;
  private final int[] low;
  private final int[] below;
  private final int[] next;
  private final int[] cameBy;

  /// By link, one more than the row below it; 0 for one that is no bridge.
  private final int[] bridges;

  private int clock;

  /// @param links numbers of pairs: all those of some entities
  Bridges(Entities entities, int[] entitySizes, int[] links) {
    this.pairs = entities.pairs();
    this.links = links;
    left = new int[links.length];
    right = new int[links.length];
    int[] rows = rows(entitySizes.length);
    int count = rows.length;
    sizes = new int[count];
    for (int i = 0; i < count; i++) {
      sizes[i] = entitySizes[entities.first(rows[i])];
    }
    starts = new int[count + 1];
    for (int link = 0; link < links.length; link++) {
      starts[left[link] + 1]++;
      starts[right[link] + 1]++;
    }
    for (int row = 0; row < count; row++) {
      starts[row + 1] += starts[row];
    }
    edges = new int[starts[count]];
    next = starts.clone();
    for (int link = 0; link < links.length; link++) {
      edges[next[left[link]]++] = link;
      edges[next[right[link]]++] = link;
    }
    System.arraycopy(starts, 0, next, 0, count);
    seen = new int[count];
    low = new int[count];
    below = new int[count];
    cameBy = new int[count];
    bridges = new int[links.length];
    for (int row = 0; row < count; row++) {
      if (seen[row] == 0) {
        walk(row);
      }
    }
  }

  /// The rows of the links, each once; notes for each link where its rows are.
  private int[] rows(int most) {
    int[] places = new int[most];
    int[] rows = new int[Math.min(most, links.length * 2)];
    int count = 0;
    for (int link = 0; link < links.length; link++) {
      Entities.Pair pair = pairs.get(links[link]);
      if (places[pair.left()] == 0) {
        rows[count++] = pair.left();
        places[pair.left()] = count;
      }
      if (places[pair.right()] == 0) {
        rows[count++] = pair.right();
        places[pair.right()] = count;
      }
      left[link] = places[pair.left()] - 1;
      right[link] = places[pair.right()] - 1;
    }
    return Arrays.copyOf(rows, count);
  }

  private int other(int link, int row) {
    return left[link] == row ? right[link] : left[link];
  }

  private void walk(int root) {
    enter(root, -1);
    int here = root;
    while (here >= 0) {
      if (next[here] < starts[here + 1]) {
        int link = edges[next[here]++];
        int other = other(link, here);
        if (seen[other] == 0) {
          enter(other, link);
          here = other;
        } else if (link != cameBy[here]) {
          low[here] = Math.min(low[here], seen[other]);
        }
      } else {
        here = leave(here);
      }
    }
  }

  private void enter(int row, int link) {
    seen[row] = ++clock;
    low[row] = clock;
    below[row] = 1;
    cameBy[row] = link;
  }

  /// Goes back to where a row was entered from; -1 from the first.
  private int leave(int row) {
    int link = cameBy[row];
    if (link < 0) {
      return -1;
    }
    int parent = other(link, row);
    low[parent] = Math.min(low[parent], low[row]);
    below[parent] += below[row];
    if (low[row] > seen[parent]) {
      bridges[link] = row + 1;
    }
    return parent;
  }

  /// How many rows are on the left side of a link that is a bridge; 0 for one that is none.
  int leftOf(int link) {
    int child = bridges[link] - 1;
    if (child < 0) {
      return 0;
    }
    return left[link] == child ? below[child] : sizes[child] - below[child];
  }

  /// Where the left row of a link is among those looked at.
  int left(int link) {
    return left[link];
  }

  int right(int link) {
    return right[link];
  }

  /// How many rows are looked at.
  int rowCount() {
    return sizes.length;
  }
}
