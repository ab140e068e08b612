package org.clew.platform.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.clew.platform.access.SignedIn;
import org.clew.platform.casework.CaseHead;
import org.clew.platform.casework.CasePlan;
import org.clew.platform.casework.CaseStatus;
import org.clew.platform.casework.Casework;
import org.clew.platform.casework.Channel;
import org.clew.platform.casework.NewContact;
import org.clew.platform.casework.NewStatement;
import org.clew.platform.casework.PartId;
import org.clew.platform.casework.Participant;
import org.clew.platform.casework.Participants;
import org.clew.platform.casework.Precision;
import org.clew.platform.casework.Speaker;
import org.clew.platform.casework.Statements;
import org.clew.platform.casework.Surety;
import org.clew.platform.demo.DemoCase.Mark;
import org.clew.platform.demo.DemoCase.Someone;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/// Opens made-up cases the way a worker does, through the module's own faces.
@Component
@ConditionalOnProperty("clew.demo")
final class Opening {

  private static final List<Channel> CHANNELS =
      List.of(Channel.CALL, Channel.CALL, Channel.MESSAGE, Channel.VISIT, Channel.EMAIL);

  private final Casework casework;
  private final Participants participants;
  private final Statements statements;
  private final InstantSource clock;

  Opening(
      Casework casework, Participants participants, Statements statements, InstantSource clock) {
    this.casework = casework;
    this.participants = participants;
    this.statements = statements;
    this.clock = clock;
  }

  void open(SignedIn me, DemoCase demo, Stock stock) {
    CaseHead head = casework.open(me, new CasePlan(demo.title(), "", null));
    var mentioned = new HashSet<PartId>();
    PartId speaker = null;
    for (Someone someone : demo.people()) {
      PartId part = add(me, head, someone);
      mentioned.add(part);
      speaker = speaker == null ? part : speaker;
    }
    Instant began = clock.instant().minus(Duration.ofMinutes(60L + stock.below(180 * 24 * 60)));
    PartId contact =
        statements.contact(
            me,
            head.id(),
            new NewContact(
                stock.any(CHANNELS), began, Precision.MINUTE, 3 + stock.below(40), null));
    for (DemoCase.Said said : demo.said()) {
      statements.record(
          me,
          head.id(),
          contact,
          new NewStatement(
              speaker == null ? Speaker.WORKER : Speaker.PARTICIPANT,
              speaker,
              said.words(),
              said.facts(),
              Surety.REPORTED,
              Set.copyOf(mentioned)));
    }
    if (demo.status() != CaseStatus.ACTIVE) {
      casework.status(
          me,
          head.id(),
          0,
          demo.status(),
          demo.status().isClosed() ? "Nothing more is asked of us." : "");
    }
  }

  private PartId add(SignedIn me, CaseHead head, Someone someone) {
    PartId part =
        participants.add(
            me,
            head.id(),
            Participant.Details.of(someone.kind(), someone.name(), Set.of(someone.role())));
    for (Mark mark : someone.marks()) {
      participants.addIdentifier(me, head.id(), part, mark.kind(), mark.text());
    }
    return part;
  }
}
