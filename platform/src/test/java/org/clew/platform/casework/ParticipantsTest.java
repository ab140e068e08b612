package org.clew.platform.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.clew.platform.ClewTest;
import org.clew.platform.access.Action;
import org.clew.platform.access.As;
import org.clew.platform.access.PersonId;
import org.clew.platform.access.Role;
import org.clew.platform.access.SignedIn;
import org.clew.platform.web.NotFound;
import org.clew.platform.web.Refused;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ClewTest
class ParticipantsTest {

  @Autowired private As as;
  @Autowired private Desk desk;
  @Autowired private Participants participants;
  @Autowired private Agreements agreements;

  private SignedIn amina;
  private CaseId id;

  @BeforeEach
  void aCase() {
    amina = as.person(Role.HELPLINE_WORKER);
    id = desk.open(amina, "Packing house, Easton");
  }

  @Test
  void onePersonCanBeAffectedAndRecruitOthers() {
    var both =
        new Participant.Details(
            ParticipantKind.PERSON,
            "Ana",
            List.of("Anuța"),
            Set.of(ParticipantRole.PERSON_AFFECTED, ParticipantRole.RECRUITER),
            AgeGroup.ADULT,
            "1998",
            "",
            "RO",
            "ro",
            "");
    PartId ana = desk.as(amina, () -> participants.add(amina, id, both));
    Participant read = desk.read(amina, id).participant(ana).orElseThrow();
    assertThat(read.details()).isEqualTo(both);
    assertThat(read.asksConsent()).isTrue();
  }

  @Test
  void theSameNumberIsWrittenDownOnce() {
    PartId ana = desk.person(amina, id, "Ana", ParticipantRole.PERSON_AFFECTED);
    PartId first = desk.phone(amina, id, ana, "+44 7700 900188");
    assertThat(desk.phone(amina, id, ana, "+447700900188 ")).isEqualTo(first);
    assertThat(desk.read(amina, id).identifiers())
        .extracting(Identifier::written)
        .containsExactly("+44 7700 900188");
  }

  @Test
  void whatCannotBeAPhoneIsRefused() {
    assertThatThrownBy(
            () ->
                desk.as(
                    amina,
                    () ->
                        participants.addIdentifier(
                            amina, id, null, IdentifierKind.PHONE, "no number")))
        .isInstanceOf(Refused.class);
  }

  @Test
  void aPartOfAnotherCaseIsNotThere() {
    CaseId other = desk.open(amina, "Car wash");
    PartId elsewhere = desk.person(amina, other, "Dario", ParticipantRole.RECRUITER);
    var details =
        Participant.Details.of(ParticipantKind.PERSON, "X", Set.of(ParticipantRole.RECRUITER));
    assertThatThrownBy(
            () -> desk.as(amina, () -> participants.change(amina, id, elsewhere, 0, details)))
        .isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> desk.phone(amina, id, elsewhere, "+44 7700 900188"))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void whoMayNotReadContactDetailsGetsTheirEnds() {
    PartId ana = desk.person(amina, id, "Ana", ParticipantRole.PERSON_AFFECTED);
    desk.phone(amina, id, ana, "+44 7700 900188");
    SignedIn machine =
        SignedIn.machine(
            new PersonId(java.util.UUID.randomUUID()),
            amina.organisation(),
            "statistics",
            Set.of(Action.READ_CASE));
    assertThat(desk.read(machine, id).identifiers())
        .extracting(Identifier::written)
        .containsExactly("••••88");
  }

  @Test
  void aSafeContactPlanIsKeptPerPersonAndNobodysWordsAreLost() {
    PartId ana = desk.person(amina, id, "Ana", ParticipantRole.PERSON_AFFECTED);
    var agreed =
        new SafeContactPlan.Details(
            ContactWay.CALL_ONLY, "after 18:00", Voicemail.NO, true, "blue scarf", "the dentist");
    assertThat(desk.as(amina, () -> agreements.plan(amina, id, ana, 0, agreed)))
        .isInstanceOf(Saved.Done.class);
    assertThat(desk.as(amina, () -> agreements.plan(amina, id, ana, 0, agreed)))
        .isInstanceOf(Saved.Stale.class);
    assertThat(desk.as(amina, () -> agreements.plan(amina, id, ana, 1, agreed)))
        .isInstanceOf(Saved.Done.class);
    assertThat(desk.read(amina, id).plans()).singleElement().matches(p -> p.version() == 2);
  }

  @Test
  void determinationsAreAHistoryAboutPeopleAffected() {
    PartId ana = desk.person(amina, id, "Ana", ParticipantRole.PERSON_AFFECTED);
    PartId dario = desk.person(amina, id, "Dario", ParticipantRole.RECRUITER);
    var possible =
        new Determination.Details(
            DeterminationStatus.POSSIBLE,
            DeciderKind.NGO,
            "Harbour Line",
            LocalDate.parse("2026-03-12"),
            "Screening by phone");
    var confirmed =
        new Determination.Details(
            DeterminationStatus.CONFIRMED,
            DeciderKind.POLICE,
            "Easton police",
            LocalDate.parse("2026-04-02"),
            "Interview");
    desk.as(amina, () -> agreements.determine(amina, id, ana, confirmed));
    desk.as(amina, () -> agreements.determine(amina, id, ana, possible));
    assertThat(desk.read(amina, id).determinations())
        .extracting(Determination::details)
        .containsExactly(confirmed, possible);
    assertThatThrownBy(() -> desk.as(amina, () -> agreements.determine(amina, id, dario, possible)))
        .isInstanceOf(Refused.class);
  }

  @Test
  void aConsentThatWasTakenBackHoldsNoMore() {
    PartId ana = desk.person(amina, id, "Ana", ParticipantRole.PERSON_AFFECTED);
    var given =
        new Consent.Details(
            ConsentPurpose.REFERRAL,
            "Northgate Law Centre",
            Set.of(DataKind.IDENTITY),
            ConsentForm.SPOKEN,
            LocalDate.parse("2026-03-12"),
            LocalDate.parse("2027-03-12"));
    PartId consent = desk.as(amina, () -> agreements.consent(amina, id, ana, given));
    Consent read = desk.read(amina, id).consents().getFirst();
    assertThat(read.holds(LocalDate.parse("2027-03-12"))).isTrue();
    assertThat(read.holds(LocalDate.parse("2027-03-13"))).isFalse();
    assertThat(read.covers(ConsentPurpose.REFERRAL, " northgate  law centre")).isTrue();
    assertThat(read.covers(ConsentPurpose.RESEARCH, "Northgate Law Centre")).isFalse();
    desk.as(
        amina,
        () -> {
          agreements.withdraw(amina, id, consent);
          return consent;
        });
    assertThat(desk.read(amina, id).consents().getFirst().holds(LocalDate.parse("2026-06-01")))
        .isFalse();
  }
}
