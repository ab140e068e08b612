package org.clew.platform.investigation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.clew.linkage.Verdict;
import org.jspecify.annotations.Nullable;

/// The records that people judged to be one, around some records, and what they judged to be
/// something else.
final class Entities {

  private final Map<RecordId, Set<RecordId>> same = new HashMap<>();
  private final List<Judged> judgements = new ArrayList<>();

  private Entities() {}

  /// Follows judgements of [Verdict#SAME] from the records as far as they lead.
  ///
  /// @param about gives the judgements in force about any of some records
  static Entities around(
      Collection<RecordId> records, Function<Collection<RecordId>, List<Judged>> about) {
    var entities = new Entities();
    var seen = new HashSet<JudgementId>();
    var known = new HashSet<RecordId>(records);
    Collection<RecordId> edge = known;
    while (!edge.isEmpty() && known.size() <= Limits.ENTITY_RECORDS) {
      var next = new HashSet<RecordId>();
      for (Judged judged : about.apply(edge)) {
        if (seen.add(judged.id())) {
          entities.judgements.add(judged);
          if (judged.verdict() == Verdict.SAME) {
            entities.join(judged.left(), judged.right());
            next.add(judged.left());
            next.add(judged.right());
          }
        }
      }
      next.removeAll(known);
      known.addAll(next);
      edge = List.copyOf(next);
    }
    return entities;
  }

  /// The record and all that were judged to be one with it.
  Set<RecordId> of(RecordId record) {
    return same.getOrDefault(record, Set.of(record));
  }

  /// What was judged about the two themselves.
  @Nullable Judged judged(RecordId one, RecordId other) {
    for (Judged judged : judgements) {
      if (judged.isAbout(one, other)) {
        return judged;
      }
    }
    return null;
  }

  /// The judgement that keeps the two entities apart, if there is one and none joins them.
  @Nullable Judged apart(RecordId one, RecordId other) {
    Set<RecordId> left = of(one);
    Set<RecordId> right = of(other);
    if (left.contains(other)) {
      return null;
    }
    for (Judged judged : judgements) {
      if (judged.verdict() == Verdict.DIFFERENT
          && ((left.contains(judged.left()) && right.contains(judged.right()))
              || (left.contains(judged.right()) && right.contains(judged.left())))) {
        return judged;
      }
    }
    return null;
  }

  private void join(RecordId one, RecordId other) {
    var all = new LinkedHashSet<RecordId>(of(one));
    all.addAll(of(other));
    all.forEach(record -> same.put(record, all));
  }
}
