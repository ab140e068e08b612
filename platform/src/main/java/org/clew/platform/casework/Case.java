package org.clew.platform.casework;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A whole case, as it stands.
///
/// @param contacts newest first, as are determinations, consents and changes
/// @param statements in the order they were recorded, retracted ones too
/// @param facts what the statements that stand say; kept nowhere else
public record Case(
    CaseHead head,
    List<Participant> participants,
    List<Identifier> identifiers,
    List<Place> places,
    List<Contact> contacts,
    List<Statement> statements,
    List<StandingFact> facts,
    List<Determination> determinations,
    List<Consent> consents,
    List<SafeContactPlan> plans,
    List<CaseChange> changes) {

  public Case {
    participants = List.copyOf(participants);
    identifiers = List.copyOf(identifiers);
    places = List.copyOf(places);
    contacts = List.copyOf(contacts);
    statements = List.copyOf(statements);
    facts = List.copyOf(facts);
    determinations = List.copyOf(determinations);
    consents = List.copyOf(consents);
    plans = List.copyOf(plans);
    changes = List.copyOf(changes);
  }

  public CaseId id() {
    return head.id();
  }

  public Optional<Participant> participant(PartId id) {
    return participants.stream().filter(participant -> participant.id().equals(id)).findFirst();
  }

  public List<Participant> affected() {
    return participants.stream().filter(p -> p.isAffected() && p.stands()).toList();
  }

  public List<StandingFact> facts(Element element) {
    return facts.stream().filter(fact -> fact.fact().element() == element).toList();
  }

  /// Whether means need not be shown: only where everybody affected was a child.
  public boolean childRule() {
    LocalDate opened = head.openedAt().atZone(ZoneOffset.UTC).toLocalDate();
    return !affected().isEmpty() && affected().stream().allMatch(p -> p.wasChild(opened));
  }

  /// The elements nothing speaks of yet.
  public Set<Element> missing() {
    var missing = EnumSet.allOf(Element.class);
    facts.forEach(fact -> missing.remove(fact.fact().element()));
    if (childRule()) {
      missing.remove(Element.MEANS);
    }
    return missing;
  }

  /// The latest determination about anybody affected.
  public Optional<Determination> latestDetermination() {
    return determinations.stream().findFirst();
  }
}
