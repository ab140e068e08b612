package org.clew.platform.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.clew.platform.ClewTest;
import org.clew.platform.access.As;
import org.clew.platform.access.Role;
import org.clew.platform.access.SignedIn;
import org.clew.platform.web.NotFound;
import org.clew.platform.web.Refused;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ClewTest
class StatementsTest {

  @Autowired private As as;
  @Autowired private Desk desk;
  @Autowired private Statements statements;
  @Autowired private Participants participants;

  private SignedIn amina;
  private CaseId id;

  @BeforeEach
  void aCase() {
    amina = as.person(Role.HELPLINE_WORKER);
    id = desk.open(amina, "Packing house, Easton");
  }

  @Test
  void factsAreWhatTheStatementsThatStandSay() {
    desk.said(amina, id, "He keeps our passports.", Set.of(Fact.WITHHOLDS_DOCUMENTS), Set.of());
    desk.said(
        amina,
        id,
        "A van took us there; he has the papers.",
        Set.of(Fact.TRANSPORTATION, Fact.WITHHOLDS_DOCUMENTS),
        Set.of());
    Case read = desk.read(amina, id);
    assertThat(read.facts())
        .containsExactly(
            new StandingFact(Fact.TRANSPORTATION, 1, 0),
            new StandingFact(Fact.WITHHOLDS_DOCUMENTS, 2, 0));
    assertThat(read.missing()).containsExactly(Element.PURPOSE);
  }

  @Test
  void retractingTakesAwayWhatHangsOnTheStatementAloneAndUndoingBringsItBack() {
    PartId dario = desk.person(amina, id, "Dario", ParticipantRole.RECRUITER);
    PartId van = desk.person(amina, id, "The driver", ParticipantRole.TRANSPORTER);
    PartId first =
        desk.said(amina, id, "Dario took us.", Set.of(Fact.RECRUITMENT), Set.of(dario, van));
    desk.said(amina, id, "A driver came.", Set.of(Fact.TRANSPORTATION), Set.of(van));
    assertThat(retract(first, 0)).isEqualTo(new Saved.Done<Statement>());
    Case without = desk.read(amina, id);
    assertThat(without.facts()).extracting(StandingFact::fact).containsExactly(Fact.TRANSPORTATION);
    assertThat(without.participant(dario).orElseThrow().stands()).isFalse();
    assertThat(without.participant(van).orElseThrow().stands()).isTrue();
    assertThat(without.statements().getFirst().words()).isEqualTo("Dario took us.");
    desk.as(amina, () -> statements.undo(amina, id, first, 1));
    Case again = desk.read(amina, id);
    assertThat(again.participant(dario).orElseThrow().stands()).isTrue();
    Statement statement = again.statements().getFirst();
    assertThat(statement.surety()).isEqualTo(Surety.REPORTED);
    assertThat(statement.changes()).extracting(StatementChange::undone).containsExactly(true, true);
    assertThatThrownBy(() -> desk.as(amina, () -> statements.undo(amina, id, first, 2)))
        .isInstanceOf(Refused.class);
  }

  @Test
  void aCorrectionKeepsWhatStoodThereAndCanBeUndone() {
    PartId said = desk.said(amina, id, "He says I owe £2,300.", Set.of(), Set.of());
    var to = new Correction("He says I owe £3,200.", Set.of(Fact.DEBT_BONDAGE));
    desk.as(amina, () -> statements.correct(amina, id, said, 0, to));
    Statement corrected = desk.read(amina, id).statements().getFirst();
    assertThat(corrected.words()).isEqualTo("He says I owe £3,200.");
    assertThat(corrected.changes().getFirst().wordsBefore()).isEqualTo("He says I owe £2,300.");
    desk.as(amina, () -> statements.undo(amina, id, said, 1));
    Case undone = desk.read(amina, id);
    assertThat(undone.statements().getFirst().words()).isEqualTo("He says I owe £2,300.");
    assertThat(undone.statements().getFirst().facts()).isEmpty();
    assertThat(undone.facts()).as("on the board neither").isEmpty();
  }

  @Test
  void whoComesSecondIsToldWhatStandsThere() {
    PartId said = desk.said(amina, id, "Ten women in one house.", Set.of(), Set.of());
    retract(said, 0);
    assertThat(
            desk.as(
                amina,
                () ->
                    statements.correct(
                        amina, id, said, 0, new Correction("Nine women.", Set.of()))))
        .isInstanceOf(Saved.Stale.class);
    assertThat(desk.read(amina, id).statements().getFirst().words())
        .isEqualTo("Ten women in one house.");
  }

  @Test
  void aReporterWithoutANameLeavesNoMinute() {
    Instant told = Instant.parse("2026-03-12T21:44:31Z");
    PartId said =
        desk.as(
            amina,
            () -> {
              PartId contact =
                  statements.contact(
                      amina,
                      id,
                      new NewContact(
                          Channel.PUBLIC_REPORT, told, Precision.MINUTE, null, UUID.randomUUID()));
              return statements.record(
                  amina,
                  id,
                  contact,
                  new NewStatement(
                      Speaker.ANONYMOUS_REPORTER,
                      null,
                      "A van takes them at four.",
                      Set.of(),
                      Surety.REPORTED,
                      Set.of()));
            });
    Contact contact = desk.read(amina, id).contacts().getFirst();
    assertThat(contact.began()).isEqualTo("2026-03-12T21:00:00Z");
    assertThat(contact.precision()).isEqualTo(Precision.HOUR);
    assertThat(contact.id().value().version()).isEqualTo(4);
    assertThat(said.value().version()).isEqualTo(4);
  }

  @Test
  void forAChildNoMeansNeedBeShown() {
    var child =
        new Participant.Details(
            ParticipantKind.PERSON,
            "A boy",
            java.util.List.of(),
            Set.of(ParticipantRole.PERSON_AFFECTED),
            AgeGroup.UNKNOWN,
            "2015-01-01",
            "",
            "",
            "",
            "");
    desk.as(amina, () -> participants.add(amina, id, child));
    desk.said(amina, id, "He sells flowers.", Set.of(Fact.HARBOURING, Fact.CHILD_LABOUR), Set.of());
    assertThat(desk.read(amina, id).childRule()).isTrue();
    assertThat(desk.read(amina, id).missing()).isEmpty();
    desk.person(amina, id, "His mother", ParticipantRole.PERSON_AFFECTED);
    assertThat(desk.read(amina, id).missing()).containsExactly(Element.MEANS);
  }

  @Test
  void nothingOfAnotherCaseIsSpokenOf() {
    CaseId other = desk.open(amina, "Car wash");
    PartId elsewhere = desk.person(amina, other, "Dario", ParticipantRole.RECRUITER);
    assertThatThrownBy(() -> desk.said(amina, id, "Dario took us.", Set.of(), Set.of(elsewhere)))
        .isInstanceOf(NotFound.class);
    PartId said = desk.said(amina, other, "Dario.", Set.of(), Set.of(elsewhere));
    assertThatThrownBy(() -> retract(said, 0)).isInstanceOf(NotFound.class);
  }

  @Test
  void anEndlessStatementIsRefused() {
    assertThatThrownBy(() -> desk.said(amina, id, "x".repeat(Limits.WORDS + 1), Set.of(), Set.of()))
        .isInstanceOf(Refused.class);
  }

  private Saved<Statement> retract(PartId statement, int version) {
    return desk.as(
        amina, () -> statements.retract(amina, id, statement, version, "She mixed up two houses"));
  }
}
