package org.clew.linkage;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What happened to entities, as [Succession] tells it, with ids and records.
///
/// @param kind what happened
/// @param parts which records went where, each named once
public record EntityChange(Succession.Kind kind, List<Part> parts) {

  /// Records that went the same way.
  ///
  /// @param from id of the entity they were in, or null where they were in none
  /// @param to id of the entity they are in, or null where they are in none
  /// @param records their ids, sorted
  public record Part(@Nullable String from, @Nullable String to, List<String> records) {
    public Part {
      records = List.copyOf(records);
    }
  }

  public EntityChange {
    parts = List.copyOf(parts);
  }

  /// Ids of the entities that had a part in it before, sorted.
  public List<String> from() {
    return List.copyOf(
        new TreeSet<>(parts.stream().flatMap(part -> Stream.ofNullable(part.from)).toList()));
  }

  /// Ids of the entities that have a part in it since, sorted.
  public List<String> to() {
    return List.copyOf(
        new TreeSet<>(parts.stream().flatMap(part -> Stream.ofNullable(part.to)).toList()));
  }
}
