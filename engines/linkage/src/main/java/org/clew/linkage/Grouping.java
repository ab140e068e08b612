package org.clew.linkage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The entities: their sizes, what holds them together, and a few to look at.
final class Grouping {
  private static final int LARGEST = 3;
  private static final int DOUBTFUL = 4;
  private static final int DRAWN = 4;
  private static final int MOST_ROWS = 10;

  /// So many pairs are weighed to find entities whose rows speak against each other.
  private static final int PAIRS_WEIGHED = 30_000;

  /// Larger entities are not looked into for that.
  private static final int LOOKED_INTO = 40;

  private final Entities entities;
  private final Entities.Model model;
  private final int[] sizes;
  private final Kernels kernels = new Kernels();
  private final double[] each;

  Grouping(Entities entities, Entities.Model model) {
    this.entities = entities;
    this.model = model;
    this.each = new double[model.traits().size()];
    this.sizes = new int[model.traits().rows];
    for (int row = 0; row < sizes.length; row++) {
      sizes[entities.first(row)]++;
    }
  }

  /// By first row of an entity, how many rows it has.
  int[] sizes() {
    return sizes;
  }

  /// How many rows are in an entity with another.
  int together() {
    int out = 0;
    for (int size : sizes) {
      out += size > 1 ? size : 0;
    }
    return out;
  }

  Findings.Groups groups() {
    Map<Integer, Integer> counts = new TreeMap<>();
    for (int size : sizes) {
      if (size > 0) {
        counts.merge(size, 1, Integer::sum);
      }
    }
    int apart = 0;
    for (Entities.Pair pair : entities.pairs()) {
      apart += entities.first(pair.left()) == entities.first(pair.right()) ? 0 : 1;
    }
    List<int[]> several = members(largeOnes());
    int looked = 0;
    int divided = 0;
    long weighed = 0;
    int step = Math.max(1, pairsIn(several) / PAIRS_WEIGHED);
    for (int i = 0; i < several.size() && weighed < PAIRS_WEIGHED; i += step) {
      int[] rows = several.get(i);
      weighed += rows.length * (rows.length - 1L) / 2;
      looked++;
      divided += isDivided(rows) ? 1 : 0;
    }
    return new Findings.Groups(
        counts.entrySet().stream()
            .map(entry -> new Findings.Size(entry.getKey(), entry.getValue()))
            .toList(),
        new Bridges(entities, sizes).count(),
        apart,
        looked,
        divided,
        shown());
  }

  /// First rows of entities of three rows or more that are looked into.
  private List<Integer> largeOnes() {
    List<Integer> out = new ArrayList<>();
    for (int row = 0; row < sizes.length; row++) {
      if (sizes[row] > 2 && sizes[row] <= LOOKED_INTO) {
        out.add(row);
      }
    }
    return out;
  }

  private static int pairsIn(List<int[]> groups) {
    long pairs = 0;
    for (int[] rows : groups) {
      pairs += rows.length * (rows.length - 1L) / 2;
    }
    return (int) Math.min(Integer.MAX_VALUE, pairs);
  }

  /// The rows of some entities, in their order.
  private List<int[]> members(List<Integer> firsts) {
    Map<Integer, int[]> out = new LinkedHashMap<>();
    Map<Integer, Integer> filled = new HashMap<>();
    firsts.forEach(first -> out.put(first, new int[sizes[first]]));
    for (int row = 0; row < sizes.length && !out.isEmpty(); row++) {
      int first = entities.first(row);
      int[] rows = sizes[first] > 1 ? out.get(first) : null;
      if (rows != null) {
        rows[filled.merge(first, 1, Integer::sum) - 1] = row;
      }
    }
    return List.copyOf(out.values());
  }

  private boolean isDivided(int[] rows) {
    for (int i = 0; i < rows.length; i++) {
      for (int j = i + 1; j < rows.length; j++) {
        if (weight(rows[i], rows[j]) < 0) {
          return true;
        }
      }
    }
    return false;
  }

  private double weight(int left, int right) {
    return model.weights().of(left, right, kernels, each);
  }

  private List<Findings.Group> shown() {
    Map<Integer, Findings.Group.Choice> chosen = new LinkedHashMap<>();
    for (Question question : entities.questions(Integer.MAX_VALUE)) {
      if (question.why() == Question.Why.ONLY_LINK && chosen.size() < DOUBTFUL) {
        chosen.putIfAbsent(entities.first(question.left()), Findings.Group.Choice.DOUBTFUL);
      }
    }
    List<Integer> bySize = new ArrayList<>();
    for (int row = 0; row < sizes.length; row++) {
      if (sizes[row] > 1) {
        bySize.add(row);
      }
    }
    bySize.sort((a, b) -> sizes[a] != sizes[b] ? sizes[b] - sizes[a] : a - b);
    for (int i = 0; i < Math.min(LARGEST, bySize.size()); i++) {
      chosen.putIfAbsent(bySize.get(i), Findings.Group.Choice.LARGEST);
    }
    for (int i = 0; i < DRAWN && !bySize.isEmpty(); i++) {
      int at = (int) ((2L * i + 1) * bySize.size() / (2L * DRAWN));
      chosen.putIfAbsent(bySize.get(at), Findings.Group.Choice.DRAWN);
    }
    List<int[]> rows = members(List.copyOf(chosen.keySet()));
    List<Findings.Group> out = new ArrayList<>();
    int at = 0;
    for (Findings.Group.Choice why : chosen.values()) {
      out.add(group(rows.get(at++), why));
    }
    return out;
  }

  private Findings.Group group(int[] rows, Findings.Group.Choice why) {
    List<Findings.Row> shown = new ArrayList<>();
    List<Findings.Bond> bonds = new ArrayList<>();
    int most = Math.min(MOST_ROWS, rows.length);
    for (int i = 0; i < most; i++) {
      shown.add(new Findings.Row(rows[i], entities.said(rows[i])));
      for (int j = i + 1; j < most; j++) {
        bonds.add(new Findings.Bond(i, j, weight(rows[i], rows[j])));
      }
    }
    return new Findings.Group(rows.length, why, shown, bonds);
  }
}
