package org.clew.platform.casework;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/// Somebody in a case: a person or an organisation, in one or several roles.
///
/// @param stands false once every statement that speaks of them is retracted
public record Participant(PartId id, Details details, int version, boolean stands) {

  private static final int ADULT_YEARS = 18;

  /// What is known of somebody.
  ///
  /// @param birthDate ISO 8601, whole or only its year; empty when not known
  /// @param citizenship ISO 3166-1 alpha-2 code, or empty
  /// @param language ISO 639 code, or empty
  public record Details(
      ParticipantKind kind,
      String name,
      List<String> aliases,
      Set<ParticipantRole> roles,
      AgeGroup ageGroup,
      String birthDate,
      String gender,
      String citizenship,
      String language,
      String note) {

    public Details {
      name = name.strip();
      aliases = List.copyOf(aliases);
      roles = Set.copyOf(roles);
    }

    /// A name and a role are enough.
    public static Details of(ParticipantKind kind, String name, Set<ParticipantRole> roles) {
      return new Details(kind, name, List.of(), roles, AgeGroup.UNKNOWN, "", "", "", "", "");
    }
  }

  public boolean isAffected() {
    return details.roles().contains(ParticipantRole.PERSON_AFFECTED);
  }

  /// Whether what is known of them leaves the organisation only with their consent.
  public boolean asksConsent() {
    return details.kind() == ParticipantKind.PERSON
        && details.roles().stream().anyMatch(ParticipantRole::asksConsent);
  }

  /// The same without the note.
  Participant withoutNote() {
    var plain =
        new Details(
            details.kind(),
            details.name(),
            details.aliases(),
            details.roles(),
            details.ageGroup(),
            details.birthDate(),
            details.gender(),
            details.citizenship(),
            details.language(),
            "");
    return new Participant(id, plain, version, stands);
  }

  /// Whether they were a child on that day: as a worker said, or by the birth date.
  boolean wasChild(LocalDate day) {
    if (details.ageGroup() != AgeGroup.UNKNOWN) {
      return details.ageGroup() == AgeGroup.CHILD;
    }
    String born = details.birthDate();
    return born.length() == 10 && LocalDate.parse(born).plusYears(ADULT_YEARS).isAfter(day);
  }
}
