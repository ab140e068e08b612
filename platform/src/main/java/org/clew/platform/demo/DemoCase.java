package org.clew.platform.demo;

import java.util.List;
import java.util.Set;
import org.clew.platform.casework.CaseStatus;
import org.clew.platform.casework.Fact;
import org.clew.platform.casework.IdentifierKind;
import org.clew.platform.casework.ParticipantKind;
import org.clew.platform.casework.ParticipantRole;

/// A made-up case before it is opened.
///
/// @param people who is in it; the first is who speaks
/// @param said what was said, oldest first
record DemoCase(String title, List<Someone> people, List<Said> said, CaseStatus status) {

  DemoCase {
    people = List.copyOf(people);
    said = List.copyOf(said);
  }

  /// Somebody, or some business, in a case.
  ///
  /// @param marks how they are reached or recognised
  record Someone(ParticipantKind kind, String name, ParticipantRole role, List<Mark> marks) {

    Someone {
      marks = List.copyOf(marks);
    }

    static Someone person(String name, ParticipantRole role, Mark... marks) {
      return new Someone(ParticipantKind.PERSON, name, role, List.of(marks));
    }

    static Someone business(String name, Mark... marks) {
      return new Someone(
          ParticipantKind.ORGANISATION, name, ParticipantRole.RECRUITER, List.of(marks));
    }
  }

  /// One identifier as it was written down.
  record Mark(IdentifierKind kind, String text) {}

  /// One statement and the facts it speaks of.
  record Said(String words, Set<Fact> facts) {

    static Said of(String words, Fact... facts) {
      return new Said(words, Set.of(facts));
    }
  }
}
