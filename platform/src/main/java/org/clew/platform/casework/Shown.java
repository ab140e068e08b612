package org.clew.platform.casework;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Parts of a case as machines get them, in the words of the glossary.
final class Shown {

  private Shown() {}

  /// See [org.clew.platform.casework.Participant].
  record ParticipantShown(
      UUID id,
      ParticipantKind kind,
      String name,
      List<String> aliases,
      List<ParticipantRole> roles,
      AgeGroup ageGroup,
      String birthDate,
      String gender,
      String citizenship,
      String language) {}

  /// See [org.clew.platform.casework.Identifier].
  record IdentifierShown(
      UUID id,
      @Nullable UUID participant,
      IdentifierKind kind,
      String written,
      String normalised) {}

  /// See [org.clew.platform.casework.Place].
  record PlaceShown(UUID id, PlaceKind kind, String name, String country) {}

  /// See [org.clew.platform.casework.Determination].
  record DeterminationShown(
      UUID participant,
      String status,
      String deciderKind,
      String decidedBy,
      LocalDate decidedOn,
      String basis) {}

  static ParticipantShown participant(Participant of) {
    Participant.Details d = of.details();
    return new ParticipantShown(
        of.id().value(),
        d.kind(),
        d.name(),
        d.aliases(),
        d.roles().stream().sorted().toList(),
        d.ageGroup(),
        d.birthDate(),
        d.gender(),
        d.citizenship(),
        d.language());
  }

  static IdentifierShown identifier(Identifier of) {
    return new IdentifierShown(
        of.id().value(), Rows.value(of.participant()), of.kind(), of.written(), of.normalised());
  }

  static PlaceShown place(Place of) {
    return new PlaceShown(of.id().value(), of.kind(), of.name(), of.country());
  }

  static DeterminationShown determination(Determination of) {
    Determination.Details d = of.details();
    return new DeterminationShown(
        of.participant().value(),
        d.status().htcds(),
        d.deciderKind().htcds(),
        d.decidedBy(),
        d.decidedOn(),
        d.basis());
  }
}
