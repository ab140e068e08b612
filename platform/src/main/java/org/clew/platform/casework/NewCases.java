package org.clew.platform.casework;

import java.time.Instant;
import java.util.Set;
import org.clew.platform.access.SignedIn;
import org.clew.platform.web.Filled;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Opens a case together with the contact it begins with: all of it, or nothing.
@Component
public class NewCases {

  private final Casework casework;
  private final Participants participants;
  private final Statements statements;

  NewCases(Casework casework, Participants participants, Statements statements) {
    this.casework = casework;
    this.participants = participants;
    this.statements = statements;
  }

  @Transactional
  public CaseHead open(SignedIn me, NewCase asked) {
    CaseHead head = casework.open(me, asked.plan());
    CaseId id = head.id();
    @Nullable PartId speaker = null;
    if (!asked.speaker().isEmpty()) {
      speaker =
          participants.add(
              me,
              id,
              Participant.Details.of(
                  ParticipantKind.PERSON, asked.speaker(), Set.of(asked.speakerRole())));
    }
    if (!asked.phone().isEmpty()) {
      participants.addIdentifier(me, id, speaker, IdentifierKind.PHONE, asked.phone());
    }
    NewContact contact = asked.contact();
    if (contact != null) {
      PartId told = statements.contact(me, id, contact);
      if (!asked.words().isEmpty()) {
        statements.record(
            me,
            id,
            told,
            new NewStatement(
                speaker == null ? Speaker.ANONYMOUS_REPORTER : Speaker.PARTICIPANT,
                speaker,
                asked.words(),
                Set.of(),
                Surety.REPORTED,
                Set.of()));
      }
    }
    return head;
  }

  /// What a machine asks for.
  static NewCase of(CaseApi.CaseAsked asked, Instant now) {
    Channel channel =
        asked.channel() == null && !text(asked.words()).isEmpty() ? Channel.OTHER : asked.channel();
    Instant began = asked.began();
    ParticipantRole role = asked.speakerRole();
    return new NewCase(
        new CasePlan(text(asked.title()), text(asked.nextAction()), asked.nextDue()),
        channel == null
            ? null
            : new NewContact(channel, began == null ? now : began, Precision.MINUTE, null, null),
        text(asked.speaker()),
        role == null ? ParticipantRole.REPORTER : role,
        text(asked.phone()),
        text(asked.words()));
  }

  private static String text(@Nullable String said) {
    return said == null ? "" : said.strip();
  }

  /// What a form asks for; its mistakes are in the form afterwards.
  static NewCase read(Filled filled, Instant now) {
    Instant began = filled.moment("began");
    var contact =
        new NewContact(
            filled.code("channel", Channel.class),
            began == null ? now : began,
            Precision.MINUTE,
            filled.count("minutes", Limits.MINUTES),
            null);
    return new NewCase(
        new CasePlan(
            filled.needed("title", Limits.NAME),
            filled.upTo("nextAction", Limits.NOTE),
            filled.moment("nextDue")),
        contact,
        filled.upTo("speaker", Limits.NAME),
        filled.code("speakerRole", ParticipantRole.class),
        filled.upTo("phone", Limits.IDENTIFIER),
        filled.upTo("words", Limits.WORDS));
  }
}
