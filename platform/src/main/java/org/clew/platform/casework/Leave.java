package org.clew.platform.casework;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// What the people of a case agreed to for one purpose and one recipient on one day.
///
/// Words, places and things that are nobody's in particular concern everybody affected: they leave
/// only when all of them agree.
final class Leave {

  private final Case it;
  private final ConsentPurpose purpose;
  private final Map<PartId, Set<DataKind>> agreed = new HashMap<>();

  Leave(Case it, ConsentPurpose purpose, String recipient, LocalDate day) {
    this.it = it;
    this.purpose = purpose;
    for (Consent consent : it.consents()) {
      if (consent.holds(day) && consent.covers(purpose, recipient)) {
        agreed
            .computeIfAbsent(consent.participant(), _ -> EnumSet.noneOf(DataKind.class))
            .addAll(consent.details().kinds());
      }
    }
  }

  /// Whether there are people to ask and none of them agreed to anything.
  boolean isRefused() {
    return agreed.isEmpty() && it.participants().stream().anyMatch(Participant::asksConsent);
  }

  /// Whether this may leave of them.
  boolean allows(Participant participant, DataKind kind) {
    return participant.asksConsent()
        ? agreed.getOrDefault(participant.id(), Set.of()).contains(kind)
        : purpose != ConsentPurpose.RESEARCH;
  }

  boolean allowsAll(Set<PartId> participants, DataKind kind) {
    return participants.stream()
        .allMatch(id -> it.participant(id).map(each -> allows(each, kind)).orElse(true));
  }

  /// Everybody who is to be asked before something leaves that is nobody's in particular.
  Set<PartId> everybody() {
    var everybody = new HashSet<PartId>();
    it.participants().stream()
        .filter(Participant::asksConsent)
        .map(Participant::id)
        .forEach(everybody::add);
    return everybody;
  }

  /// Everybody whom a statement concerns: who said it, whom it mentions, who is affected.
  Set<PartId> concernedBy(Statement statement) {
    var concerned = new HashSet<>(statement.mentions());
    it.affected().stream().map(Participant::id).forEach(concerned::add);
    PartId speaker = statement.participant();
    if (speaker != null) {
      concerned.add(speaker);
    }
    return concerned;
  }

  /// Why something of them stays.
  LeftOut.Why why(Participant participant) {
    return participant.asksConsent() ? LeftOut.Why.NO_CONSENT : LeftOut.Why.NOT_FOR_RESEARCH;
  }
}
