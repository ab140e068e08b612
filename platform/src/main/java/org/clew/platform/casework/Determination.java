package org.clew.platform.casework;

import java.time.Instant;
import java.time.LocalDate;
import org.clew.platform.access.PersonId;

/// Who decided what about a person affected, when, on what basis.
public record Determination(
    PartId id, PartId participant, Details details, PersonId recordedBy, Instant recordedAt) {

  /// What was decided.
  public record Details(
      DeterminationStatus status,
      DeciderKind deciderKind,
      String decidedBy,
      LocalDate decidedOn,
      String basis) {}
}
