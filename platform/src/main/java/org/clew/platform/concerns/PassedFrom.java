package org.clew.platform.concerns;

import java.time.LocalDate;
import org.clew.platform.access.Organisations;
import org.jspecify.annotations.Nullable;

/// Where a concern was before.
///
/// @param organisation what the organisation is called that passed it on
public record PassedFrom(String organisation, LocalDate on) {

  static @Nullable PassedFrom of(ConcernStore.@Nullable From from, Organisations organisations) {
    return from == null ? null : new PassedFrom(organisations.name(from.organisation()), from.on());
  }
}
