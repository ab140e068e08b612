package org.clew.linkage;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The entities: their sizes, what holds them together, and a few to look at.
final class Grouping {
  private static final int LARGEST = 3;
  private static final int DOUBTFUL = 4;
  private static final int DRAWN = 4;
  private static final int MOST_ROWS = 10;

  /// So many pairs are weighed to find entities whose rows speak against each other.
  private static final int PAIRS_WEIGHED = 15_000;

  /// Larger entities are not looked into for that.
  private static final int LOOKED_INTO = 40;

  private final Entities entities;
  private final List<Question> questions;
  private final int[] sizes;
  private final Weights.Scale scale;

  Grouping(Entities entities, Entities.Model model, Review review, List<Question> questions) {
    this.entities = entities;
    this.questions = questions;
    this.sizes = review.sizes();
    this.scale = model.weights().new Scale();
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
    int apart = 0;
    for (Entities.Pair pair : entities.pairs()) {
      apart += entities.first(pair.left()) == entities.first(pair.right()) ? 0 : 1;
    }
    long only = questions.stream().filter(each -> each.why() == Question.Why.ONLY_LINK).count();
    List<int[]> looked = members(lookedInto());
    int divided = 0;
    for (int[] rows : looked) {
      divided += isDivided(rows) ? 1 : 0;
    }
    return new Findings.Groups(counted(), (int) only, apart, looked.size(), divided, shown());
  }

  private List<Findings.Size> counted() {
    int most = 0;
    for (int size : sizes) {
      most = Math.max(most, size);
    }
    int[] counts = new int[most + 1];
    for (int size : sizes) {
      counts[size]++;
    }
    List<Findings.Size> out = new ArrayList<>();
    for (int size = 1; size <= most; size++) {
      if (counts[size] > 0) {
        out.add(new Findings.Size(size, counts[size]));
      }
    }
    return out;
  }

  /// First rows of entities of three rows or more, every so many of them.
  private List<Integer> lookedInto() {
    long pairs = 0;
    for (int size : sizes) {
      pairs += isLookedInto(size) ? size * (size - 1L) / 2 : 0;
    }
    long step = Math.max(1, pairs / PAIRS_WEIGHED);
    List<Integer> out = new ArrayList<>();
    long passed = 0;
    for (int row = 0; row < sizes.length; row++) {
      if (isLookedInto(sizes[row]) && passed++ % step == 0) {
        out.add(row);
      }
    }
    return out;
  }

  private static boolean isLookedInto(int size) {
    return size > 2 && size <= LOOKED_INTO;
  }

  /// The rows of some entities, in their order.
  private List<int[]> members(List<Integer> firsts) {
    Map<Integer, int[]> out = new LinkedHashMap<>();
    Map<Integer, Integer> filled = new HashMap<>();
    firsts.forEach(first -> out.put(first, new int[sizes[first]]));
    BitSet wanted = new BitSet(sizes.length);
    firsts.forEach(wanted::set);
    for (int row = 0; row < sizes.length && !out.isEmpty(); row++) {
      int first = entities.first(row);
      int[] rows = wanted.get(first) ? out.get(first) : null;
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
    return scale.of(left, right);
  }

  private List<Findings.Group> shown() {
    Map<Integer, Findings.Group.Choice> chosen = new LinkedHashMap<>();
    for (Question question : questions) {
      if (question.why() == Question.Why.ONLY_LINK && chosen.size() < DOUBTFUL) {
        chosen.putIfAbsent(entities.first(question.left()), Findings.Group.Choice.DOUBTFUL);
      }
    }
    largest().forEach(first -> chosen.putIfAbsent(first, Findings.Group.Choice.LARGEST));
    drawn().forEach(first -> chosen.putIfAbsent(first, Findings.Group.Choice.DRAWN));
    List<int[]> rows = members(List.copyOf(chosen.keySet()));
    List<Findings.Group> out = new ArrayList<>();
    int at = 0;
    for (Findings.Group.Choice why : chosen.values()) {
      out.add(group(rows.get(at++), why));
    }
    return out;
  }

  /// First rows of the largest entities.
  private List<Integer> largest() {
    List<Integer> out = new ArrayList<>();
    for (int row = 0; row < sizes.length; row++) {
      boolean isLarger = out.size() < LARGEST || sizes[row] > sizes[out.getLast()];
      if (sizes[row] > 1 && isLarger) {
        out.add(row);
        out.sort((a, b) -> sizes[a] != sizes[b] ? sizes[b] - sizes[a] : a - b);
        if (out.size() > LARGEST) {
          out.removeLast();
        }
      }
    }
    return out;
  }

  /// First rows of a few entities, one out of each part of the list.
  private List<Integer> drawn() {
    int several = 0;
    for (int size : sizes) {
      several += size > 1 ? 1 : 0;
    }
    Set<Integer> wanted = new HashSet<>();
    for (int i = 0; i < DRAWN; i++) {
      wanted.add((int) ((2L * i + 1) * several / (2L * DRAWN)));
    }
    List<Integer> out = new ArrayList<>();
    int passed = 0;
    for (int row = 0; row < sizes.length; row++) {
      if (sizes[row] > 1 && wanted.contains(passed++)) {
        out.add(row);
      }
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
