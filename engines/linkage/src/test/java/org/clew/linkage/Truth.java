package org.clew.linkage;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/// Which pairs are truly one, and how well a result finds them.
final class Truth {
  private final Set<String> pairs = new HashSet<>();

  static Truth byEntity(Collection<String> ids, Function<String, String> entity) {
    Truth truth = new Truth();
    Map<String, List<String>> groups = new HashMap<>();
    for (String id : ids) {
      groups.computeIfAbsent(entity.apply(id), _ -> new java.util.ArrayList<>()).add(id);
    }
    groups.values().forEach(group -> each(group, truth.pairs));
    return truth;
  }

  void add(String a, String b) {
    pairs.add(pair(a, b));
  }

  private static void each(List<String> group, Set<String> out) {
    for (int i = 0; i < group.size(); i++) {
      for (int j = i + 1; j < group.size(); j++) {
        out.add(pair(group.get(i), group.get(j)));
      }
    }
  }

  private static String pair(String a, String b) {
    return a.compareTo(b) < 0 ? a + "\t" + b : b + "\t" + a;
  }

  record Score(int truth, int found, int right) {
    double precision() {
      return found == 0 ? 1 : (double) right / found;
    }

    double recall() {
      return truth == 0 ? 1 : (double) right / truth;
    }

    double f1() {
      return truth + found == 0 ? 1 : 2.0 * right / (truth + found);
    }

    @Override
    public String toString() {
      return "F1 %.4f precision %.4f recall %.4f (%d true pairs)"
          .formatted(f1(), precision(), recall(), truth);
    }
  }

  /// Pairwise score of entities.
  ///
  /// @param ids by row
  Score of(Entities entities, List<String> ids) {
    Map<Integer, List<String>> groups = new HashMap<>();
    for (int row = 0; row < ids.size(); row++) {
      groups
          .computeIfAbsent(entities.first(row), _ -> new java.util.ArrayList<>())
          .add(ids.get(row));
    }
    Set<String> found = new HashSet<>();
    groups.values().forEach(group -> each(group, found));
    return score(found);
  }

  private Score score(Set<String> found) {
    int right = (int) found.stream().filter(pairs::contains).count();
    return new Score(pairs.size(), found.size(), right);
  }
}
