package org.clew.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

/// Gives groups of records the ids that people know them by. The same entities and groups give the
/// same ids, but for those that are new.
/// 1. The group that shares most records with an entity goes on under its id; of those that share
///    equally many the older entity comes first ([Succession]), and of groups that share equally
///    many of one entity that which has less of an entity that ended, or of one that ended earlier.
/// 2. A group that splits off and has no id yet takes back the id of an entity that ended, if more
///    than half of that one's records are in it: taking back a wrong merge gives back both ids.
/// 3. What is left gets a new id.
public final class Regrouping {

  /// Records that are one, and the id they are known by.
  ///
  /// @param records their ids
  public record Entity(String id, Set<String> records) {
    public Entity {
      records = Set.copyOf(records);
    }
  }

  private final List<Entity> before;
  private final List<SortedSet<String>> groups;
  private final List<String> records;
  private final int[] was;
  private final int[] is;
  private final String[] ids;
  private final Succession succession;

  private Regrouping(
      List<Entity> before,
      List<Entity> ended,
      List<SortedSet<String>> sorted,
      Supplier<String> fresh) {
    this.before = before;
    Set<String> all = new TreeSet<>();
    before.forEach(entity -> all.addAll(entity.records));
    sorted.forEach(all::addAll);
    records = List.copyOf(all);
    was = numbers(before.stream().map(Entity::records).toList());
    List<Claim> claims = claims(ended, sorted, splitOff(numbers(sorted)));
    Map<SortedSet<String>, Integer> strongest = new HashMap<>();
    for (int i = claims.size() - 1; i >= 0; i--) {
      strongest.put(claims.get(i).group, i);
    }
    groups = new ArrayList<>(sorted);
    groups.sort(Comparator.comparingInt(g -> -strongest.getOrDefault(g, claims.size())));
    is = numbers(groups);
    ids = new String[groups.size()];
    succession = Succession.of(was, is);
    for (int group = 0; group < ids.length; group++) {
      int heir = succession.inherited(group);
      ids[group] = heir == Succession.NONE ? "" : before.get(heir).id;
    }
    takeBack(claims);
    for (SortedSet<String> group : sorted) {
      int number = groups.indexOf(group);
      if (ids[number].isEmpty()) {
        ids[number] = fresh.get();
      }
    }
  }

  /// Names groups.
  ///
  /// @param before entities that have a record in one of the groups, or had one that is in none
  ///   now, whole, the oldest first
  /// @param ended entities that ended in others, with those of their last records that are still
  ///   there, the last to end first; others than those of which a record is in the groups say
  ///   nothing
  /// @param now groups, each record in one at most
  /// @param fresh gives an id that was never used
  public static Regrouping of(
      List<Entity> before,
      List<Entity> ended,
      List<? extends Set<String>> now,
      Supplier<String> fresh) {
    List<SortedSet<String>> sorted = new ArrayList<>();
    now.stream().filter(group -> !group.isEmpty()).forEach(g -> sorted.add(new TreeSet<>(g)));
    sorted.sort(Comparator.comparing(group -> group.first()));
    return new Regrouping(List.copyOf(before), ended, List.copyOf(sorted), fresh);
  }

  private int[] numbers(List<? extends Set<String>> sets) {
    Map<String, Integer> entities = new HashMap<>();
    for (int number = 0; number < sets.size(); number++) {
      for (String record : sets.get(number)) {
        if (entities.put(record, number) != null) {
          throw new IllegalArgumentException("a record is in one entity at a time");
        }
      }
    }
    return records.stream()
        .mapToInt(record -> entities.getOrDefault(record, Succession.NONE))
        .toArray();
  }

  /// That a group holds most of what is left of an entity that ended.
  private record Claim(String ended, SortedSet<String> group, int shared) {}

  /// The strongest claims first.
  private static List<Claim> claims(
      List<Entity> ended, List<SortedSet<String>> groups, Set<Integer> splitOff) {
    List<Claim> claims = new ArrayList<>();
    for (Entity entity : ended) {
      for (Integer group : splitOff) {
        Set<String> shared = new HashSet<>(entity.records);
        shared.retainAll(groups.get(group));
        if (shared.size() * 2 > entity.records.size()) {
          claims.add(new Claim(entity.id, groups.get(group), shared.size()));
        }
      }
    }
    claims.sort(Comparator.comparingInt(claim -> -claim.shared));
    return claims;
  }

  private void takeBack(List<Claim> claims) {
    Set<String> given = new HashSet<>();
    for (Claim claim : claims) {
      int number = groups.indexOf(claim.group);
      if (ids[number].isEmpty() && given.add(claim.ended)) {
        ids[number] = claim.ended;
      }
    }
  }

  /// The groups that come from one entity, from which other groups come too.
  private Set<Integer> splitOff(int[] now) {
    Map<Integer, Set<Integer>> heirs = new HashMap<>();
    Map<Integer, Set<Integer>> forebears = new TreeMap<>();
    for (int record = 0; record < was.length; record++) {
      if (was[record] != Succession.NONE && now[record] != Succession.NONE) {
        heirs.computeIfAbsent(was[record], _ -> new HashSet<>()).add(now[record]);
        forebears.computeIfAbsent(now[record], _ -> new HashSet<>()).add(was[record]);
      }
    }
    Set<Integer> out = new TreeSet<>();
    forebears.forEach(
        (group, from) -> {
          if (from.size() == 1 && heirs.getOrDefault(from.iterator().next(), Set.of()).size() > 1) {
            out.add(group);
          }
        });
    return out;
  }

  /// The groups with their ids, in the order of their first records.
  public List<Entity> entities() {
    List<Entity> out = new ArrayList<>();
    for (int group = 0; group < ids.length; group++) {
      out.add(new Entity(ids[group], groups.get(group)));
    }
    out.sort(Comparator.comparing(entity -> Collections.min(entity.records)));
    return List.copyOf(out);
  }

  /// Entities of before whose id no group goes on under.
  public List<Entity> ended() {
    Set<String> going = new HashSet<>(Arrays.asList(ids));
    return before.stream().filter(entity -> !going.contains(entity.id)).toList();
  }

  /// What happened, but for entities that are as they were.
  public List<EntityChange> changes() {
    Map<Long, List<String>> moved = new HashMap<>();
    for (int record = 0; record < was.length; record++) {
      moved
          .computeIfAbsent(key(was[record], is[record]), _ -> new ArrayList<>())
          .add(records.get(record));
    }
    List<EntityChange> out = new ArrayList<>();
    succession.each(
        event -> {
          if (event.kind() != Succession.Kind.SAME || event.parts().size() > 1) {
            out.add(
                new EntityChange(
                    event.kind(), event.parts().stream().map(part -> part(part, moved)).toList()));
          }
        });
    return List.copyOf(out);
  }

  private EntityChange.Part part(Succession.Part part, Map<Long, List<String>> moved) {
    return new EntityChange.Part(
        part.from() == Succession.NONE ? null : before.get(part.from()).id,
        part.to() == Succession.NONE ? null : ids[part.to()],
        moved.getOrDefault(key(part.from(), part.to()), List.of()));
  }

  private static long key(int from, int to) {
    return (long) from << 32 | (to & 0xffffffffL);
  }
}
