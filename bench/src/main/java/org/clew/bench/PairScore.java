package org.clew.bench;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// How well groups that were found are those that are true: F1, precision and recall over pairs.
final class PairScore {

  private final Map<String, Integer> truth = new HashMap<>();
  private final Map<String, Integer> said = new HashMap<>();
  private final Map<String, Integer> both = new HashMap<>();

  /// One row: the group it is of, and the one it was put into.
  void add(String group, String found) {
    truth.merge(group, 1, Integer::sum);
    said.merge(found, 1, Integer::sum);
    both.merge(group + "," + found, 1, Integer::sum);
  }

  @Override
  public String toString() {
    double right = pairs(both);
    return String.format(
        Locale.ROOT,
        "pairwise: F1 %.4f, precision %.4f, recall %.4f (%,.0f true pairs)",
        2 * right / (pairs(truth) + pairs(said)),
        right / pairs(said),
        right / pairs(truth),
        pairs(truth));
  }

  private static double pairs(Map<String, Integer> sizes) {
    double pairs = 0;
    for (int size : sizes.values()) {
      pairs += size * (size - 1.0) / 2;
    }
    return pairs;
  }
}
