package org.clew.linkage;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What people decided about the records of a batch: which must be together, which must not, and
/// where that cannot all be. The last word on a pair that is judged twice is the stricter one: not
/// the same.
final class Judgements {
  /// Written out: no cache of a start keeps what [Comparator#comparing] makes, so that each start
  /// would make it anew.
  private static final Comparator<Judgement> ORDER =
      (a, b) -> {
        int left = a.left().compareTo(b.left());
        int pair = left != 0 ? left : a.right().compareTo(b.right());
        return pair != 0 ? pair : a.verdict().compareTo(b.verdict());
      };

  private final List<Judgement> same = new ArrayList<>();
  private final List<Judgement> different = new ArrayList<>();
  private final List<Judgement> unsure = new ArrayList<>();
  private final List<Contradiction> contradictions = new ArrayList<>();

  /// @param known ids of the records; judgements about others are passed over
  Judgements(Collection<Judgement> judged, Set<String> known) {
    Set<Judgement> sorted = new java.util.TreeSet<>(ORDER);
    for (Judgement each : judged) {
      if (known.contains(each.left()) && known.contains(each.right())) {
        boolean turned = each.left().compareTo(each.right()) > 0;
        sorted.add(
            turned
                ? new Judgement(/* left= */ each.right(), /* right= */ each.left(), each.verdict())
                : each);
      }
    }
    Map<String, List<Judgement>> neighbours = new HashMap<>();
    for (Judgement each : sorted) {
      if (each.verdict() == Verdict.SAME && !each.left().equals(each.right())) {
        same.add(each);
        neighbours.computeIfAbsent(each.left(), _ -> new ArrayList<>()).add(each);
        neighbours.computeIfAbsent(each.right(), _ -> new ArrayList<>()).add(each);
      }
    }
    for (Judgement each : sorted) {
      if (each.verdict() == Verdict.UNSURE) {
        unsure.add(each);
      }
      if (each.verdict() == Verdict.DIFFERENT) {
        List<Judgement> chain = chain(each, neighbours);
        if (chain.isEmpty() && !each.left().equals(each.right())) {
          different.add(each);
        } else {
          contradictions.add(new Contradiction(each, chain));
        }
      }
    }
  }

  /// Judgements that two records are one, each pair in the order of its ids.
  List<Judgement> same() {
    return same;
  }

  /// Judgements that two records are not one and that no chain of others speaks against.
  List<Judgement> different() {
    return different;
  }

  /// Judgements that nobody can tell yet.
  List<Judgement> unsure() {
    return unsure;
  }

  List<Contradiction> contradictions() {
    return contradictions;
  }

  /// The shortest chain of `SAME` between two records; empty if there is none.
  private static List<Judgement> chain(Judgement apart, Map<String, List<Judgement>> neighbours) {
    Map<String, Judgement> cameBy = new HashMap<>();
    Set<String> seen = new HashSet<>(Set.of(apart.left()));
    Deque<String> queue = new ArrayDeque<>(List.of(apart.left()));
    while (!queue.isEmpty()) {
      String here = queue.remove();
      if (here.equals(apart.right())) {
        return path(apart, cameBy);
      }
      for (Judgement step : neighbours.getOrDefault(here, List.of())) {
        String next = step.left().equals(here) ? step.right() : step.left();
        if (seen.add(next)) {
          cameBy.put(next, step);
          queue.add(next);
        }
      }
    }
    return List.of();
  }

  private static List<Judgement> path(Judgement apart, Map<String, Judgement> cameBy) {
    List<Judgement> out = new ArrayList<>();
    String here = apart.right();
    Judgement step = cameBy.get(here);
    while (step != null && !here.equals(apart.left())) {
      out.add(step);
      here = step.left().equals(here) ? step.right() : step.left();
      step = cameBy.get(here);
    }
    return out.reversed();
  }
}
