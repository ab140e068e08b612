package org.clew.platform.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.clew.platform.ClewTest;
import org.clew.platform.access.As;
import org.clew.platform.access.Organisation;
import org.clew.platform.access.Role;
import org.clew.platform.access.SignedIn;
import org.clew.platform.audit.Audit;
import org.clew.platform.audit.AuditEvent;
import org.clew.platform.audit.AuditFilter;
import org.clew.platform.audit.Deed;
import org.clew.platform.audit.Subject;
import org.clew.platform.web.NotAllowed;
import org.clew.platform.web.NotFound;
import org.clew.platform.web.Refused;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ClewTest
class CaseworkTest {

  @Autowired private As as;
  @Autowired private Desk desk;
  @Autowired private Casework casework;
  @Autowired private Audit audit;

  private static CasePlan plan(String title) {
    return new CasePlan(title, "", null);
  }

  @Test
  void referencesCountInTheOrganisationAndTheYear() {
    SignedIn amina = as.person(Role.HELPLINE_WORKER);
    desk.open(amina, "Packing house, Easton");
    CaseId second = desk.open(amina, "Car wash, Weston");
    SignedIn stranger = as.person(Role.HELPLINE_WORKER);
    CaseId elsewhere = desk.open(stranger, "Farm");
    assertThat(desk.read(amina, second).head().reference()).matches("\\d\\d-0002");
    assertThat(desk.read(stranger, elsewhere).head().reference()).matches("\\d\\d-0001");
  }

  @Test
  void anotherOrganisationsCaseDoesNotExist() {
    CaseId id = desk.open(as.person(Role.HELPLINE_WORKER), "Packing house");
    SignedIn stranger = as.person(Role.SUPERVISOR);
    assertThatThrownBy(() -> desk.read(stranger, id)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> desk.read(stranger, new CaseId(UUID.randomUUID())))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void aCaseworkerSeesWhatIsAssignedAndNothingElse() {
    Organisation harbour = as.organisation();
    SignedIn amina = as.person(harbour, Role.HELPLINE_WORKER);
    SignedIn ben = as.person(harbour, Role.CASEWORKER);
    CaseId given = desk.open(amina, "Given to Ben");
    CaseId other = desk.open(amina, "Not Ben's");
    assertThatThrownBy(() -> desk.read(ben, given)).isInstanceOf(NotFound.class);
    desk.as(amina, () -> assign(amina, given, ben));
    assertThat(desk.read(ben, given).head().assigned()).containsExactly(ben.id());
    assertThatThrownBy(() -> desk.read(ben, other)).isInstanceOf(NotFound.class);
    assertThat(desk.as(ben, () -> casework.list(ben, CaseFilter.EVERYTHING)).cases())
        .extracting(CaseHead::id)
        .containsExactly(given);
    desk.as(
        amina,
        () -> {
          casework.unassign(amina, given, ben.id());
          return given;
        });
    assertThatThrownBy(() -> desk.read(ben, given)).isInstanceOf(NotFound.class);
  }

  @Test
  void aResponderSeesTheirOwn() {
    Organisation harbour = as.organisation();
    SignedIn amina = as.person(harbour, Role.HELPLINE_WORKER);
    SignedIn rosa = as.person(harbour, Role.RESPONDER);
    CaseId own = desk.open(rosa, "Seen at the market");
    CaseId other = desk.open(amina, "Another");
    assertThat(desk.read(rosa, own).head().title()).isEqualTo("Seen at the market");
    assertThatThrownBy(() -> desk.read(rosa, other)).isInstanceOf(NotFound.class);
    assertThat(desk.as(rosa, () -> casework.list(rosa, CaseFilter.EVERYTHING)).total())
        .isEqualTo(1);
  }

  @Test
  void whoMayReadNoCaseReadsNone() {
    Organisation harbour = as.organisation();
    CaseId id = desk.open(as.person(harbour, Role.HELPLINE_WORKER), "Packing house");
    for (Role role : List.of(Role.ANALYST, Role.ADMINISTRATOR)) {
      SignedIn them = as.person(harbour, role);
      assertThatThrownBy(() -> desk.read(them, id)).isInstanceOf(NotAllowed.class);
      assertThatThrownBy(() -> desk.open(them, "A case")).isInstanceOf(NotAllowed.class);
    }
  }

  @Test
  void everyReadIsWrittenDown() {
    SignedIn amina = as.person(Role.HELPLINE_WORKER);
    CaseId id = desk.open(amina, "Packing house");
    desk.read(amina, id);
    desk.as(amina, () -> casework.list(amina, CaseFilter.EVERYTHING));
    var subject = new Subject(Subject.Kind.CASE, id.value());
    assertThat(desk.as(amina, () -> audit.find(AuditFilter.about(subject))))
        .extracting(AuditEvent::deed)
        .containsExactly(Deed.LISTED, Deed.READ, Deed.CREATED);
  }

  @Test
  void twoWhoSaveAtOnceBothKeepTheirWords() {
    SignedIn amina = as.person(Role.HELPLINE_WORKER);
    CaseId id = desk.open(amina, "Packing house");
    Instant due = Instant.parse("2026-03-14T18:00:00Z");
    var first = new CasePlan("Packing house, Easton", "Call back", due);
    assertThat(desk.as(amina, () -> casework.plan(amina, id, 0, first)))
        .isEqualTo(new Saved.Done<CaseHead>());
    Saved<CaseHead> second = desk.as(amina, () -> casework.plan(amina, id, 0, plan("Mill Lane")));
    assertThat(second)
        .isInstanceOfSatisfying(
            Saved.Stale.class,
            stale ->
                assertThat(((CaseHead) stale.current()).title())
                    .isEqualTo("Packing house, Easton"));
    assertThat(desk.read(amina, id).head().nextDue()).isEqualTo(due);
  }

  @Test
  void closingTakesAReason() {
    SignedIn amina = as.person(Role.HELPLINE_WORKER);
    CaseId id = desk.open(amina, "Packing house");
    assertThatThrownBy(
            () -> desk.as(amina, () -> casework.status(amina, id, 0, CaseStatus.CLOSED, " ")))
        .isInstanceOf(Refused.class);
    desk.as(amina, () -> casework.status(amina, id, 0, CaseStatus.CLOSED, "No reply for a year"));
    Case read = desk.read(amina, id);
    assertThat(read.head().closureReason()).isEqualTo("No reply for a year");
    assertThat(read.changes())
        .extracting(CaseChange::kind)
        .containsExactly(CaseChange.Kind.STATUS, CaseChange.Kind.OPENED);
  }

  @Test
  void aCaseIsGivenToWhoMayReadCasesAndToNobodyElse() {
    Organisation harbour = as.organisation();
    SignedIn amina = as.person(harbour, Role.HELPLINE_WORKER);
    CaseId id = desk.open(amina, "Packing house");
    for (SignedIn wrong : List.of(as.person(harbour, Role.ANALYST), as.person(Role.CASEWORKER))) {
      assertThatThrownBy(() -> desk.as(amina, () -> assign(amina, id, wrong)))
          .isInstanceOf(Refused.class);
    }
  }

  @Test
  void aConcernIsPutIntoACaseOnce() {
    SignedIn amina = as.person(Role.HELPLINE_WORKER);
    CaseId id = desk.open(amina, "Packing house");
    UUID concern = UUID.randomUUID();
    for (int times = 0; times < 2; times++) {
      desk.as(
          amina,
          () -> {
            casework.addConcern(amina, id, concern);
            return id;
          });
    }
    assertThat(desk.read(amina, id).changes())
        .filteredOn(change -> change.kind() == CaseChange.Kind.CONCERN_ADDED)
        .hasSize(1);
    assertThat(desk.as(amina, () -> casework.ofConcern(amina, concern)))
        .extracting(CaseHead::id)
        .containsExactly(id);
  }

  @Test
  void titlesAreNeitherEmptyNorEndlessNorBroken() {
    SignedIn amina = as.person(Role.HELPLINE_WORKER);
    for (String wrong : List.of(" ", "x".repeat(Limits.NAME + 1), "nul\0")) {
      assertThatThrownBy(() -> desk.open(amina, wrong)).isInstanceOf(Refused.class);
    }
  }

  private CaseId assign(SignedIn who, CaseId id, SignedIn whom) {
    casework.assign(who, id, whom.id());
    return id;
  }
}
