package org.clew.linkage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.LongFunction;
import java.util.function.Predicate;

/// Who is in which entity, what became of entities that ended, and how many ids were given.
final class Named {

  /// An entity that is there, or the last of one that ended.
  ///
  /// @param age the lower the older; of one that ended, the lower the longer ago
  private record Known(String id, long age, Set<String> records) {}

  private final LongFunction<String> naming;
  private final Map<String, Known> entities = new HashMap<>();
  private final Map<String, String> ofRecord = new HashMap<>();
  private final Map<String, Known> ended = new HashMap<>();

  /// By record, the ended entities that it was in when they ended.
  private final Map<String, Set<String>> endedOf = new HashMap<>();

  /// By ended entity, those that others of its records were in later, for when no record is left.
  private final Map<String, List<String>> successors = new HashMap<>();

  private long ages;
  private long names;
  private long events;

  Named(LongFunction<String> naming) {
    this.naming = naming;
  }

  boolean has(String record) {
    return ofRecord.containsKey(record);
  }

  Optional<String> of(String record) {
    return Optional.ofNullable(ofRecord.get(record));
  }

  Set<String> records(String entity) {
    Known known = entities.get(entity);
    return known == null ? Set.of() : known.records;
  }

  int size() {
    return entities.size();
  }

  /// Ids of all records that are in an entity.
  Collection<String> recordIds() {
    return List.copyOf(ofRecord.keySet());
  }

  /// Forgets everything.
  void clear() {
    List.of(entities, ofRecord, ended, endedOf, successors).forEach(Map::clear);
  }

  /// Begins with what was known before.
  void begin(Map<String, String> previous) {
    Map<String, Set<String>> records = new LinkedHashMap<>();
    previous.forEach(
        (record, entity) -> records.computeIfAbsent(entity, _ -> new TreeSet<>()).add(record));
    records.forEach((entity, all) -> put(new Known(entity, ages++, Set.copyOf(all))));
  }

  /// Where an entity is now: itself while it is there; else where those of its last records are
  /// that are left; else what it ended in.
  Set<String> resolve(String entity) {
    Set<String> out = new TreeSet<>();
    Set<String> seen = new HashSet<>();
    List<String> edge = new ArrayList<>(List.of(entity));
    while (!edge.isEmpty()) {
      String id = edge.removeLast();
      Known last = ended.get(id);
      if (entities.containsKey(id)) {
        out.add(id);
      } else if (last != null && seen.add(id)) {
        Set<String> now = new TreeSet<>();
        last.records.forEach(record -> of(record).ifPresent(now::add));
        edge.addAll(now.isEmpty() ? successors.getOrDefault(id, List.of()) : List.copyOf(now));
      }
    }
    return out;
  }

  /// Names groups anew, and tells what that changes.
  ///
  /// @param gone records that are no more
  /// @param groups whole: no entity has records in one of them and others outside
  /// @param held whether a record is there
  List<EntityEvent> regroup(
      Collection<String> gone,
      List<? extends Set<String>> groups,
      Predicate<String> held,
      EntityEvent.Cause cause,
      Instant at) {
    Set<String> records = new TreeSet<>(gone);
    groups.forEach(records::addAll);
    List<Known> before = before(records);
    Regrouping regrouping =
        Regrouping.of(
            before.stream().map(known -> new Regrouping.Entity(known.id, known.records)).toList(),
            endedAround(records, held),
            groups,
            this::fresh);
    List<EntityChange> changes = regrouping.changes();
    carryOut(before, regrouping, changes);
    List<EntityEvent> out = new ArrayList<>();
    changes.forEach(change -> out.add(new EntityEvent(++events, change, cause, at)));
    return List.copyOf(out);
  }

  private List<Known> before(Set<String> records) {
    Map<Long, Known> out = new TreeMap<>();
    for (String record : records) {
      Known known = entities.get(ofRecord.getOrDefault(record, ""));
      if (known != null) {
        out.put(known.age, known);
      }
    }
    return List.copyOf(out.values());
  }

  private List<Regrouping.Entity> endedAround(Set<String> records, Predicate<String> held) {
    Map<Long, Regrouping.Entity> out = new TreeMap<>(Comparator.reverseOrder());
    for (String record : records) {
      for (String id : endedOf.getOrDefault(record, Set.of())) {
        Known known = ended.get(id);
        if (known != null && !out.containsKey(known.age)) {
          Set<String> left = new TreeSet<>(known.records);
          left.removeIf(held.negate());
          out.put(known.age, new Regrouping.Entity(id, left));
        }
      }
    }
    return List.copyOf(out.values());
  }

  private void carryOut(List<Known> before, Regrouping regrouping, List<EntityChange> changes) {
    for (Known known : before) {
      entities.remove(known.id);
      known.records.forEach(ofRecord::remove);
    }
    Map<String, Long> age = new HashMap<>();
    before.forEach(known -> age.put(known.id, known.age));
    for (Regrouping.Entity entity : regrouping.entities()) {
      forget(entity.id());
      long since = age.computeIfAbsent(entity.id(), _ -> ages++);
      put(new Known(entity.id(), since, entity.records()));
    }
    for (Regrouping.Entity end : regrouping.ended()) {
      ended.put(end.id(), new Known(end.id(), ages++, end.records()));
      end.records()
          .forEach(r -> endedOf.computeIfAbsent(r, _ -> new LinkedHashSet<>()).add(end.id()));
      successors.put(end.id(), heirs(end.id(), changes));
    }
  }

  private void put(Known known) {
    entities.put(known.id, known);
    known.records.forEach(record -> ofRecord.put(record, known.id));
  }

  /// It is back.
  private void forget(String id) {
    Known back = ended.remove(id);
    if (back != null) {
      successors.remove(id);
      for (String record : back.records) {
        Set<String> theirs = endedOf.getOrDefault(record, new LinkedHashSet<>());
        theirs.remove(id);
        if (theirs.isEmpty()) {
          endedOf.remove(record);
        }
      }
    }
  }

  private static List<String> heirs(String id, List<EntityChange> changes) {
    SortedSet<String> out = new TreeSet<>();
    for (EntityChange change : changes) {
      for (EntityChange.Part part : change.parts()) {
        if (id.equals(part.from()) && part.to() != null) {
          out.add(part.to());
        }
      }
    }
    return List.copyOf(out);
  }

  private String fresh() {
    while (true) {
      String id = naming.apply(++names);
      if (!entities.containsKey(id) && !ended.containsKey(id)) {
        return id;
      }
    }
  }
}
