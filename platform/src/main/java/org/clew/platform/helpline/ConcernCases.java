package org.clew.platform.helpline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.clew.platform.access.SignedIn;
import org.clew.platform.casework.CaseHead;
import org.clew.platform.casework.CaseId;
import org.clew.platform.casework.Casework;
import org.clew.platform.casework.Channel;
import org.clew.platform.casework.Fact;
import org.clew.platform.casework.IdentifierKind;
import org.clew.platform.casework.NewContact;
import org.clew.platform.casework.NewStatement;
import org.clew.platform.casework.PartId;
import org.clew.platform.casework.Participant;
import org.clew.platform.casework.ParticipantKind;
import org.clew.platform.casework.ParticipantRole;
import org.clew.platform.casework.Participants;
import org.clew.platform.casework.PlaceKind;
import org.clew.platform.casework.Precision;
import org.clew.platform.casework.Speaker;
import org.clew.platform.casework.Statements;
import org.clew.platform.casework.Surety;
import org.clew.platform.concerns.ConcernId;
import org.clew.platform.concerns.Concerns;
import org.clew.platform.concerns.Message;
import org.clew.platform.concerns.OpenedConcern;
import org.clew.platform.web.Refused;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Makes a case of a concern, or adds a concern to one: everything the worker confirmed, or
/// nothing. The reporter's words become statements as they came, with the concern as their source
/// and its hour as their time; whatever is taken over hangs on the words it stands in.
@Component
class ConcernCases {

  private final Concerns concerns;
  private final Casework casework;
  private final Participants participants;
  private final Statements statements;

  ConcernCases(
      Concerns concerns, Casework casework, Participants participants, Statements statements) {
    this.concerns = concerns;
    this.casework = casework;
    this.participants = participants;
    this.statements = statements;
  }

  @Transactional
  public CaseId put(SignedIn me, ConcernId concernId, AskedCase asked) {
    // First the concern, then the case, then the audit's chain: see Audit.
    concerns.inHand(me, concernId);
    return casework.once(me, asked.sending(), () -> putOnce(me, concernId, asked));
  }

  private CaseId putOnce(SignedIn me, ConcernId concernId, AskedCase asked) {
    if (!asked.again() && !casework.ofConcern(me, concernId.value()).isEmpty()) {
      throw new Refused("helpline.refused.again");
    }
    CaseId id = theCase(me, asked);
    OpenedConcern concern = concerns.open(me, concernId);
    Map<PartId, String> parts = takeOver(me, id, asked.taken());
    tell(me, id, concern, asked.facts(), parts);
    casework.addConcern(me, id, concernId.value());
    concerns.markCase(me, concernId, id.value());
    return id;
  }

  private CaseId theCase(SignedIn me, AskedCase asked) {
    if (asked.reference().isEmpty()) {
      return casework.open(me, asked.plan()).id();
    }
    return casework
        .inHand(me, asked.reference())
        .map(CaseHead::id)
        .orElseThrow(() -> new Refused("helpline.refused.reference"));
  }

  /// The parts that were made, each with the text it came from.
  private Map<PartId, String> takeOver(SignedIn me, CaseId id, List<Taken> taken) {
    var parts = new HashMap<PartId, String>();
    var people = new HashMap<Integer, PartId>();
    for (Taken each : taken) {
      if (each.kind().isParticipant()) {
        PartId part = participants.add(me, id, details(each));
        people.put(each.row(), part);
        parts.put(part, each.text());
      } else if (each.kind() == FoundKind.PLACE) {
        parts.put(
            participants.addPlace(me, id, placeKind(each.role()), each.text(), ""), each.text());
      }
    }
    for (Taken each : taken) {
      IdentifierKind kind = each.kind().identifier();
      if (kind != null) {
        PartId owner = people.get(each.owner());
        parts.put(participants.addIdentifier(me, id, owner, kind, each.text()), each.text());
      }
    }
    return parts;
  }

  private void tell(
      SignedIn me, CaseId id, OpenedConcern concern, Set<Fact> facts, Map<PartId, String> parts) {
    UUID source = concern.summary().id().value();
    record Told(String words, Instant hour) {}
    var told = new ArrayList<Told>();
    told.add(new Told(concern.told().text(), concern.summary().receivedHour()));
    concern.messages().stream()
        .filter(message -> message.side() == Message.Side.REPORTER)
        .forEach(message -> told.add(new Told(message.text(), message.hour())));
    for (int i = 0; i < told.size(); i++) {
      boolean first = i == 0;
      String words = told.get(i).words();
      PartId contact =
          statements.contact(
              me,
              id,
              new NewContact(
                  Channel.PUBLIC_REPORT, told.get(i).hour(), Precision.HOUR, null, source));
      if (!words.isBlank()) {
        statements.record(
            me,
            id,
            contact,
            new NewStatement(
                Speaker.ANONYMOUS_REPORTER,
                null,
                words,
                first ? facts : Set.of(),
                Surety.REPORTED,
                first ? parts.keySet() : spokenOf(words, parts)));
      }
    }
  }

  private static Set<PartId> spokenOf(String words, Map<PartId, String> parts) {
    var spoken = new java.util.HashSet<PartId>();
    parts.forEach(
        (part, text) -> {
          if (words.contains(text)) {
            spoken.add(part);
          }
        });
    return spoken;
  }

  private static Participant.Details details(Taken taken) {
    ParticipantKind kind =
        taken.kind() == FoundKind.ORGANISATION
            ? ParticipantKind.ORGANISATION
            : ParticipantKind.PERSON;
    ParticipantRole role = ParticipantRole.OTHER;
    for (ParticipantRole each : ParticipantRole.values()) {
      if (each.name().equals(taken.role())) {
        role = each;
      }
    }
    return Participant.Details.of(kind, taken.text(), Set.of(role));
  }

  private static PlaceKind placeKind(String role) {
    for (PlaceKind each : PlaceKind.values()) {
      if (each.name().equals(role)) {
        return each;
      }
    }
    return PlaceKind.NOT_SAID;
  }
}
