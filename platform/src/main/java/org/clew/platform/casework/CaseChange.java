package org.clew.platform.casework;

import java.time.Instant;
import java.util.UUID;
import org.clew.platform.access.PersonId;
import org.jspecify.annotations.Nullable;

/// A turn of a case.
///
/// @param status the new status, where it changed
/// @param concern the concern that was added
/// @param person who was given the case, or no longer has it
public record CaseChange(
    Kind kind,
    @Nullable CaseStatus status,
    @Nullable UUID concern,
    @Nullable PersonId person,
    PersonId by,
    Instant at) {

  /// The kinds of turns.
  public enum Kind {
    OPENED,
    STATUS,
    ASSIGNED,
    UNASSIGNED,
    CONCERN_ADDED;

    /// The key of its sentence in the message files.
    public String messageKey() {
      return "casework.change." + name();
    }
  }
}
