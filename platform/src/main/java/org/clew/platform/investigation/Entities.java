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
  private final Map<RecordId, EntityId> ids = new HashMap<>();
  private final List<Judged> judgements = new ArrayList<>();

  private Entities() {}

  /// What is known of some records.
  ///
  /// @param known entities, whole
  /// @param judgements all that are in force about their records
  static Entities of(Map<EntityId, Set<RecordId>> known, Collection<Judged> judgements) {
    var entities = new Entities();
    known.forEach(
        (id, records) ->
            records.forEach(
                record -> {
                  entities.same.put(record, records);
                  entities.ids.put(record, id);
                }));
    entities.judgements.addAll(judgements);
    return entities;
  }

  /// Follows judgements that two are one from the records as far as they lead.
  ///
  /// @param same gives the judgements of [Verdict#SAME] that bind any of some records
  static Entities following(
      Collection<RecordId> records, Function<Collection<RecordId>, List<Judged>> same) {
    var entities = new Entities();
    var known = new HashSet<RecordId>(records);
    Collection<RecordId> edge = List.copyOf(known);
    while (!edge.isEmpty()) {
      var next = new HashSet<RecordId>();
      for (Judged judged : same.apply(edge)) {
        entities.join(judged.left(), judged.right());
        next.add(judged.left());
        next.add(judged.right());
      }
      next.removeAll(known);
      known.addAll(next);
      edge = List.copyOf(next);
    }
    return entities;
  }

  /// What the record's entity is known by, if it was ever judged to be one with another.
  @Nullable EntityId id(RecordId record) {
    return ids.get(record);
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
