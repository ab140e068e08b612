package org.clew.platform.casework;

import java.time.Instant;
import java.util.Set;
import org.clew.platform.access.PersonId;
import org.jspecify.annotations.Nullable;

/// What stands on top of a case and in a list of cases.
///
/// @param reference such as `26-0418`: the year, and a number that counts in the organisation
/// @param nextDue when the next action is due, if it has a time
/// @param assigned who works on it; the team owns it
public record CaseHead(
    CaseId id,
    String reference,
    String title,
    CaseStatus status,
    String closureReason,
    String nextAction,
    @Nullable Instant nextDue,
    PersonId openedBy,
    Instant openedAt,
    Instant changedAt,
    int version,
    Set<PersonId> assigned) {

  public CaseHead {
    assigned = Set.copyOf(assigned);
  }
}
