package org.clew.platform.access;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.clew.platform.database.OrganisationId;
import org.jspecify.annotations.Nullable;

/// What lets a machine act for an organisation. The token's text is nowhere: only who holds it
/// knows it.
///
/// @param scopes what it was made for
/// @param maker who made it: it can do no more than they
/// @param expiresOn the last day it works, in UTC
/// @param revokedAt when it was taken back
/// @param lastUsedOn the last day it was used
record ApiToken(
    UUID id,
    OrganisationId organisation,
    String name,
    Set<Action> scopes,
    Maker maker,
    Instant madeAt,
    LocalDate expiresOn,
    @Nullable Instant revokedAt,
    @Nullable LocalDate lastUsedOn) {

  /// Who made a token, as they are today.
  record Maker(PersonId id, Set<Role> roles, boolean blocked) {

    Maker {
      roles = Set.copyOf(roles);
    }

    /// Whether a token of theirs can do it: it acts for the whole organisation, so they must too.
    boolean mayGive(Action scope) {
      return !blocked && Permissions.reach(roles, scope) == Reach.TEAM;
    }
  }

  ApiToken {
    scopes = Set.copyOf(scopes);
  }

  /// What it can do today: what it was made for, as far as whoever made it still may.
  Set<Action> actions(LocalDate today) {
    return revokedAt != null || today.isAfter(expiresOn)
        ? Set.of()
        : scopes.stream().filter(maker::mayGive).collect(Collectors.toUnmodifiableSet());
  }
}
