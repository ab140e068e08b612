package org.clew.linkage;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// The judgements in force, one of each pair of records, found from either record.
final class JudgedPairs {
  private final Map<String, Map<String, Judgement>> all = new HashMap<>();

  /// Takes the place of what was judged about the two before.
  void put(Judgement judgement) {
    all.computeIfAbsent(judgement.left(), _ -> new TreeMap<>()).put(judgement.right(), judgement);
    all.computeIfAbsent(judgement.right(), _ -> new TreeMap<>()).put(judgement.left(), judgement);
  }

  Optional<Judgement> of(String left, String right) {
    return Optional.ofNullable(all.getOrDefault(left, Map.of()).get(right));
  }

  Optional<Judgement> remove(String left, String right) {
    Optional<Judgement> before = of(left, right);
    if (before.isPresent()) {
      all.getOrDefault(left, new TreeMap<>()).remove(right);
      all.getOrDefault(right, new TreeMap<>()).remove(left);
    }
    return before;
  }

  /// The records that a record was judged to be one with.
  List<String> sameAs(String record) {
    List<String> out = new ArrayList<>();
    all.getOrDefault(record, Map.of())
        .forEach(
            (other, judgement) -> {
              if (judgement.verdict() == Verdict.SAME) {
                out.add(other);
              }
            });
    return out;
  }

  /// Those of which both records are among these.
  List<Judgement> within(Set<String> records) {
    List<Judgement> out = new ArrayList<>();
    for (String record : records) {
      all.getOrDefault(record, Map.of())
          .forEach(
              (other, judgement) -> {
                if (records.contains(other) && record.compareTo(other) <= 0) {
                  out.add(judgement);
                }
              });
    }
    return out;
  }

  /// Ids of the records that were judged.
  Collection<String> records() {
    return new TreeSet<>(all.keySet());
  }
}
