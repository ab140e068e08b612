package org.clew.linkage;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Weights of pairs of records, in bits, found from either record.
final class PairBits {
  private final Map<String, Map<String, Float>> all = new HashMap<>();

  void put(String left, String right, float bits) {
    all.computeIfAbsent(left, _ -> new TreeMap<>()).put(right, bits);
    all.computeIfAbsent(right, _ -> new TreeMap<>()).put(left, bits);
  }

  @Nullable Float get(String left, String right) {
    return of(left).get(right);
  }

  /// The other records of its pairs, sorted, with the bits.
  Map<String, Float> of(String record) {
    return all.getOrDefault(record, Map.of());
  }

  /// Forgets all pairs of a record.
  void forget(String record) {
    Map<String, Float> gone = all.remove(record);
    if (gone != null) {
      for (String other : gone.keySet()) {
        Map<String, Float> theirs = all.get(other);
        if (theirs != null && theirs.remove(record) != null && theirs.isEmpty()) {
          all.remove(other);
        }
      }
    }
  }
}
