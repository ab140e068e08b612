package org.clew.linkage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;

/// Joins records by their links, strongest first, and never two that must stay apart. A link
/// between two groups must be borne out by the other pairs of those groups, so that one chance link
/// does not chain two people into one.
final class Clustering {
  private static final int PAIRS_LOOKED_AT = 24;

  private final Map<String, String> parents = new HashMap<>();
  private final Map<String, List<String>> members = new HashMap<>();
  private final Map<String, Set<String>> apart = new HashMap<>();
  private final List<Link> holding = new ArrayList<>();
  private final BiFunction<String, String, Double> weights;
  private final double thresholdBits;

  /// @param weights the match weight of two records
  Clustering(
      Iterable<String> ids, double thresholdBits, BiFunction<String, String, Double> weights) {
    this.thresholdBits = thresholdBits;
    this.weights = weights;
    for (String id : ids) {
      parents.put(id, id);
      members.put(id, new ArrayList<>(List.of(id)));
    }
  }

  void keepApart(String left, String right) {
    String a = root(left);
    String b = root(right);
    apart.computeIfAbsent(a, _ -> new HashSet<>()).add(b);
    apart.computeIfAbsent(b, _ -> new HashSet<>()).add(a);
  }

  /// Joins whatever the evidence says.
  void bind(Link link) {
    String a = root(link.left());
    String b = root(link.right());
    if (!a.equals(b)) {
      join(a, b);
      holding.add(link);
    }
  }

  /// Joins unless something speaks against it.
  void join(Link link) {
    String a = root(link.left());
    String b = root(link.right());
    if (!a.equals(b) && !apart.getOrDefault(a, Set.of()).contains(b) && isBorneOut(a, b)) {
      join(a, b);
      holding.add(link);
    }
  }

  private boolean isBorneOut(String a, String b) {
    List<String> left = members.getOrDefault(a, List.of());
    List<String> right = members.getOrDefault(b, List.of());
    if (left.size() == 1 && right.size() == 1) {
      return true;
    }
    int across = left.size() * right.size();
    int step = Math.max(1, across / PAIRS_LOOKED_AT);
    double sum = 0;
    int looked = 0;
    for (int i = 0; i < across; i += step) {
      sum += Math.min(20, weights.apply(left.get(i / right.size()), right.get(i % right.size())));
      looked++;
    }
    return sum / looked >= thresholdBits - SLACK_BITS;
  }

  /// How far below the threshold the pairs of two groups may be on average: members of one true
  /// group often share no more than a third member's fields.
  private static final double SLACK_BITS = 6;

  private void join(String a, String b) {
    String root = a.compareTo(b) < 0 ? a : b;
    String other = root.equals(a) ? b : a;
    parents.put(other, root);
    List<String> moved = members.remove(other);
    List<String> kept = members.get(root);
    if (moved != null && kept != null) {
      kept.addAll(moved);
      kept.sort(Comparator.naturalOrder());
    }
    Set<String> enemies = apart.remove(other);
    if (enemies != null) {
      for (String enemy : enemies) {
        Set<String> theirs = apart.computeIfAbsent(enemy, _ -> new HashSet<>());
        theirs.remove(other);
        theirs.add(root);
      }
      apart.computeIfAbsent(root, _ -> new HashSet<>()).addAll(enemies);
    }
  }

  private String root(String id) {
    String here = id;
    String parent = parents.getOrDefault(here, here);
    while (!parent.equals(here)) {
      String grand = parents.getOrDefault(parent, parent);
      parents.put(here, grand);
      here = grand;
      parent = parents.getOrDefault(here, here);
    }
    return here;
  }

  /// The groups, sorted by first id.
  List<Cluster> clusters() {
    Map<String, List<Link>> links = new HashMap<>();
    for (Link link : holding) {
      links.computeIfAbsent(root(link.left()), _ -> new ArrayList<>()).add(link);
    }
    List<Cluster> out = new ArrayList<>(members.size());
    for (Map.Entry<String, List<String>> each : new TreeMap<>(members).entrySet()) {
      List<Link> held = links.getOrDefault(each.getKey(), new ArrayList<>());
      held.sort(Linkage.STRONGEST);
      out.add(new Cluster(each.getValue(), held));
    }
    return out;
  }
}
