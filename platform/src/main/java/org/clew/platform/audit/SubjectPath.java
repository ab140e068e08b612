package org.clew.platform.audit;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.clew.platform.access.Action;

/// Where a kind of thing can be seen, and what such things are called. A module publishes one as a
/// bean for each kind it shows; the audit's page names them so and links there.
///
/// @param prefix the path before the thing's id, such as `/cases/`
/// @param action what somebody must be allowed to be led there
/// @param names what the things with these ids are called, which must say nothing about a person;
///   those left out bear the end of their id
public record SubjectPath(
    Subject.Kind kind, String prefix, Action action, Function<Set<UUID>, Map<UUID, String>> names) {

  /// Things that have no name of their own.
  public SubjectPath(Subject.Kind kind, String prefix, Action action) {
    this(kind, prefix, action, _ -> Map.of());
  }
}
