package org.clew.platform.concerns;

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
import org.clew.platform.database.Tenancy;
import org.clew.platform.web.Language;
import org.clew.platform.web.NotAllowed;
import org.clew.platform.web.NotFound;
import org.clew.platform.web.Refused;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ClewTest
class ConcernsTest {

  private static final Told TOLD =
      new Told(
          "They keep her passport. <script>alert(1)</script>",
          "GB",
          "Grimsby",
          "since March",
          List.of("Mr Example"),
          List.of("020 7946 0123"));

  @Autowired private As as;
  @Autowired private Concerns concerns;
  @Autowired private Reports reports;
  @Autowired private Audit audit;
  @Autowired private Tenancy tenancy;
  @Autowired private JdbcClient sql;

  private Organisation harbour;
  private SignedIn amina;

  @BeforeEach
  void aHelpline() {
    harbour = as.organisation();
    amina = as.person(harbour, Role.HELPLINE_WORKER);
  }

  @Test
  void theHelplineReadsWhatWasToldAndTheReaderIsWrittenDown() {
    file(Answers.UNSAID);
    OpenedConcern opened = open(waiting().getFirst().id());
    assertThat(opened.told()).isEqualTo(TOLD);
    assertThat(opened.messages()).isEmpty();
    assertThat(opened.summary().status()).isEqualTo(ConcernStatus.OPENED);
    assertThat(readers(opened.summary().id())).containsExactly(amina.id());
  }

  @Test
  void answersTravelBackToTheHolderOfTheReceiptAndRepliesForth() {
    Receipt receipt = file(Answers.UNSAID);
    ConcernId id = waiting().getFirst().id();
    open(id);
    within(() -> concerns.answer(amina, id, "You are not alone.\r\nWe can meet."));
    WayBack way = reports.enter(receipt.grouped()).orElseThrow();
    Talk talk = reports.read(way);
    assertThat(talk.organisation()).isEqualTo(harbour.name());
    assertThat(talk.told()).isEqualTo(TOLD);
    assertThat(talk.messages())
        .extracting(Message::side, Message::text)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                Message.Side.ORGANISATION, "You are not alone.\nWe can meet."));
    reports.reply(way, "Thank you", () -> {});
    assertThat(waiting()).singleElement().matches(ConcernSummary::unreadReply);
    assertThat(open(id).messages()).extracting(Message::text).contains("Thank you");
    assertThat(waiting()).isEmpty();
    assertThat(shelf(Concerns.Shelf.IN_HAND)).hasSize(1);
  }

  @Test
  void aClosedConcernOpensAgainWhenTheReporterWrites() {
    Receipt receipt = file(Answers.UNSAID);
    ConcernId id = waiting().getFirst().id();
    within(() -> concerns.close(amina, id));
    assertThat(shelf(Concerns.Shelf.CLOSED)).hasSize(1);
    reports.reply(reports.enter(receipt.digits()).orElseThrow(), "It happened again", () -> {});
    assertThat(waiting()).extracting(ConcernSummary::id).containsExactly(id);
  }

  @Test
  void theInboxStandsInOrderOfUrgencyAndSaysWhy() {
    file(new Answers(Answer.NO, Answer.NO, Answer.NO));
    file(new Answers(Answer.NO, Answer.YES, Answer.YES));
    file(new Answers(Answer.YES, Answer.NO, Answer.NO));
    assertThat(waiting())
        .extracting(ConcernSummary::urgency)
        .containsExactly(Urgency.NOW, Urgency.SOON, Urgency.IN_TURN);
    assertThat(waiting().get(1).reasons())
        .containsExactly(Urgency.Reason.CHILD, Urgency.Reason.STILL_THERE);
    assertThat(within(() -> concerns.count(amina, Concerns.Shelf.WAITING))).isEqualTo(3);
  }

  @Test
  void noTimeIsFinerThanTheHourAndNoIdTellsOne() {
    file(Answers.UNSAID);
    ConcernSummary concern = waiting().getFirst();
    assertThat(concern.receivedHour().getEpochSecond() % 3600).isZero();
    assertThat(concern.receivedHour()).isBeforeOrEqualTo(Instant.now());
    assertThat(concern.id().value().version()).isEqualTo(4);
    assertThat(within(() -> sql.sql("select id from concern_message").query(UUID.class).list()))
        .allMatch(id -> id.version() == 4);
  }

  @Test
  void anotherOrganisationHasNoSuchConcern() {
    file(Answers.UNSAID);
    ConcernId id = waiting().getFirst().id();
    SignedIn stranger = as.person(Role.SUPERVISOR);
    for (Runnable attempt :
        List.<Runnable>of(
            () -> concerns.open(stranger, id),
            () -> concerns.summary(stranger, id),
            () -> concerns.answer(stranger, id, "hello"),
            () -> concerns.close(stranger, id),
            () -> concerns.markCase(stranger, id, UUID.randomUUID()))) {
      assertThatThrownBy(() -> tenancy.within(stranger.organisation(), attempt))
          .isInstanceOf(NotFound.class);
    }
    assertThat(waiting()).hasSize(1);
  }

  @Test
  void onlyThoseWhoMayOpenAConcern() {
    file(Answers.UNSAID);
    ConcernId id = waiting().getFirst().id();
    for (Role role : List.of(Role.RESPONDER, Role.CASEWORKER, Role.ANALYST, Role.ADMINISTRATOR)) {
      SignedIn other = as.person(harbour, role);
      assertThatThrownBy(() -> within(() -> concerns.open(other, id)))
          .isInstanceOf(NotAllowed.class);
      assertThatThrownBy(() -> within(() -> concerns.list(other, Concerns.Shelf.WAITING, 0)))
          .isInstanceOf(NotAllowed.class);
    }
    assertThat(readers(id)).isEmpty();
  }

  @Test
  void aCiphertextMovedToAnotherRowDoesNotOpen() {
    file(Answers.UNSAID);
    file(Answers.UNSAID);
    within(
        () ->
            sql.sql(
                    """
                    update concern_message m set for_organisation = other.for_organisation
                    from concern_message other where other.id <> m.id
                    """)
                .update());
    ConcernId id = waiting().getFirst().id();
    assertThatThrownBy(() -> open(id)).isInstanceOf(SealBroken.class).hasNoCause();
    assertThat(readers(id)).as("a failed reading leaves nothing behind").isEmpty();
  }

  @Test
  void privateKeysStandInTheDatabaseOnlyWrapped() {
    file(Answers.UNSAID);
    byte[] wrapped =
        within(
            () ->
                sql.sql("select wrapped_private_key from sealing_key")
                    .query(byte[].class)
                    .single());
    assertThat(wrapped).hasSize(12 + 32 + 16);
  }

  @Test
  void ciphertextsTellNothingByTheirLength() {
    file(Answers.UNSAID);
    reports.file(
        new Report(
            harbour.id(), Way.WORRIED, Language.ENGLISH, Answers.UNSAID, Told.words("short")));
    List<Integer> lengths =
        within(
            () ->
                sql.sql(
                        """
                        select length(for_organisation) from concern_message
                        union all select length(for_reporter) from concern_message
                        """)
                    .query(Integer.class)
                    .list());
    assertThat(lengths).hasSize(4).containsOnly(lengths.getFirst());
  }

  @Test
  void endingDeletesItForEverybody() {
    Receipt receipt = file(Answers.UNSAID);
    ConcernId id = waiting().getFirst().id();
    WayBack way = reports.enter(receipt.digits()).orElseThrow();
    reports.end(way, () -> {});
    assertThat(reports.enter(receipt.digits())).isEmpty();
    assertThatThrownBy(() -> reports.read(way)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> open(id)).isInstanceOf(NotFound.class);
    assertThat(within(() -> sql.sql("select id from concern_message").query(UUID.class).list()))
        .isEmpty();
  }

  @Test
  void whatIsWrittenTogetherStandsOrFallsTogether() {
    Reports.Ready ready = reports.ready();
    assertThatThrownBy(
            () ->
                reports.file(
                    report(Answers.UNSAID),
                    ready,
                    () -> {
                      throw new IllegalStateException("the power went");
                    }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(waiting()).isEmpty();
    assertThat(reports.enter(ready.receipt().digits())).isEmpty();
  }

  @Test
  void anAnswerIsNeitherEmptyNorEndless() {
    file(Answers.UNSAID);
    ConcernId id = waiting().getFirst().id();
    for (String text : List.of("", " \r\n\u0000", "x".repeat(Limits.TEXT_CHARACTERS + 1))) {
      assertThatThrownBy(() -> within(() -> concerns.answer(amina, id, text)))
          .isInstanceOf(Refused.class);
    }
  }

  @Test
  void anOrganisationThatReceivesNoConcernsGetsNone() {
    assertThatThrownBy(
            () ->
                reports.file(
                    new Report(
                        new org.clew.platform.database.OrganisationId(UUID.randomUUID()),
                        Way.WORRIED,
                        Language.ENGLISH,
                        Answers.UNSAID,
                        TOLD)))
        .isInstanceOf(Refused.class);
  }

  @Test
  void theMarkOfACaseStays() {
    file(Answers.UNSAID);
    ConcernId id = waiting().getFirst().id();
    UUID caseId = UUID.randomUUID();
    within(() -> concerns.markCase(amina, id, caseId));
    assertThat(within(() -> concerns.summary(amina, id)).caseId()).isEqualTo(caseId);
  }

  private Receipt file(Answers answers) {
    return reports.file(report(answers));
  }

  private Report report(Answers answers) {
    return new Report(harbour.id(), Way.WORRIED, Language.ENGLISH, answers, TOLD);
  }

  private List<ConcernSummary> waiting() {
    return shelf(Concerns.Shelf.WAITING);
  }

  private List<ConcernSummary> shelf(Concerns.Shelf shelf) {
    return within(() -> concerns.list(amina, shelf, 0));
  }

  private OpenedConcern open(ConcernId id) {
    return within(() -> concerns.open(amina, id));
  }

  private List<org.clew.platform.access.PersonId> readers(ConcernId id) {
    AuditFilter reads = AuditFilter.about(new Subject(Subject.Kind.CONCERN, id.value()));
    return within(() -> audit.find(reads)).stream()
        .filter(event -> event.deed() == Deed.READ)
        .map(AuditEvent::person)
        .toList();
  }

  private <T> T within(java.util.function.Supplier<T> work) {
    return tenancy.within(harbour.id(), work);
  }

  private void within(Runnable work) {
    tenancy.within(harbour.id(), work);
  }
}
