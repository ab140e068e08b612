package org.clew.platform.access;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What lets a machine act for an organisation. The token's text is nowhere: only who holds it
/// knows it.
///
/// @param scopes what it may do, for the whole organisation
/// @param expiresOn the last day it works, in UTC
/// @param revokedAt when it was taken back
/// @param lastUsedOn the last day it was used
record ApiToken(
    UUID id,
    String name,
    Set<Action> scopes,
    PersonId madeBy,
    Instant madeAt,
    LocalDate expiresOn,
    @Nullable Instant revokedAt,
    @Nullable LocalDate lastUsedOn) {

  ApiToken {
    scopes = Set.copyOf(scopes);
  }

  boolean worksOn(LocalDate day) {
    return revokedAt == null && !day.isAfter(expiresOn);
  }
}
