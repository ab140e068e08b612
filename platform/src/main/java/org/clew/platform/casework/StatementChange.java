package org.clew.platform.casework;

import java.time.Instant;
import java.util.Set;
import org.clew.platform.access.PersonId;
import org.jspecify.annotations.Nullable;

/// How a statement was corroborated, retracted, corrected, or one of these undone.
///
/// @param wordsBefore what was written before a correction; none when the words stayed
/// @param factsBefore what the statement spoke of before a correction; none when that stayed
/// @param undone whether this has been undone, or is itself the undoing
public record StatementChange(
    PartId id,
    PartId statement,
    Surety before,
    Surety after,
    @Nullable String wordsBefore,
    @Nullable Set<Fact> factsBefore,
    String reason,
    boolean undone,
    PersonId by,
    Instant at) {

  public StatementChange {
    factsBefore = factsBefore == null ? null : Set.copyOf(factsBefore);
  }
}
