package org.clew.linkage;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/// By kind, how many records say anything of it.
final class Holders {
  private final Map<Kind, Long> counts = new EnumMap<>(Kind.class);

  void add(Set<Kind> kinds, long step) {
    for (Kind kind : kinds) {
      counts.merge(kind, step, Long::sum);
    }
  }

  long of(Kind kind) {
    return counts.getOrDefault(kind, 0L);
  }
}
