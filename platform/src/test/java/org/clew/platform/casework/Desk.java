package org.clew.platform.casework;

import java.time.Instant;
import java.util.Set;
import java.util.function.Supplier;
import org.clew.platform.access.SignedIn;
import org.clew.platform.database.Tenancy;
import org.springframework.stereotype.Component;

/// A worker at a desk, for tests: opens small, believable cases and does things as somebody.
@Component
public final class Desk {

  private final Casework casework;
  private final Participants participants;
  private final Statements statements;
  private final Tenancy tenancy;

  Desk(Casework casework, Participants participants, Statements statements, Tenancy tenancy) {
    this.casework = casework;
    this.participants = participants;
    this.statements = statements;
    this.tenancy = tenancy;
  }

  /// Does something for somebody's organisation, in one transaction.
  public <T> T as(SignedIn who, Supplier<T> work) {
    return tenancy.within(who.organisation(), work);
  }

  /// A case with nothing in it.
  public CaseId open(SignedIn who, String title) {
    return as(who, () -> casework.open(who, new CasePlan(title, "", null)).id());
  }

  public Case read(SignedIn who, CaseId id) {
    return as(who, () -> casework.read(who, id));
  }

  /// Somebody in one role.
  public PartId person(SignedIn who, CaseId id, String name, ParticipantRole role) {
    var details = Participant.Details.of(ParticipantKind.PERSON, name, Set.of(role));
    return as(who, () -> participants.add(who, id, details));
  }

  public PartId phone(SignedIn who, CaseId id, PartId whose, String number) {
    return as(who, () -> participants.addIdentifier(who, id, whose, IdentifierKind.PHONE, number));
  }

  /// A call in which something was said.
  public PartId said(SignedIn who, CaseId id, String words, Set<Fact> facts, Set<PartId> mentions) {
    return as(
        who,
        () -> {
          PartId contact =
              statements.contact(
                  who,
                  id,
                  new NewContact(
                      Channel.CALL,
                      Instant.parse("2026-03-12T14:05:00Z"),
                      Precision.MINUTE,
                      11,
                      null));
          return statements.record(
              who,
              id,
              contact,
              new NewStatement(Speaker.WORKER, null, words, facts, Surety.REPORTED, mentions));
        });
  }
}
