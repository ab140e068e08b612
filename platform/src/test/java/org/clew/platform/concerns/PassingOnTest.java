package org.clew.platform.concerns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.clew.platform.ClewTest;
import org.clew.platform.access.As;
import org.clew.platform.access.Organisation;
import org.clew.platform.access.Organisations;
import org.clew.platform.access.Role;
import org.clew.platform.access.SignedIn;
import org.clew.platform.audit.Audit;
import org.clew.platform.audit.AuditEvent;
import org.clew.platform.audit.AuditFilter;
import org.clew.platform.audit.Deed;
import org.clew.platform.audit.Subject;
import org.clew.platform.database.OrganisationId;
import org.clew.platform.database.Tenancy;
import org.clew.platform.web.Language;
import org.clew.platform.web.NotFound;
import org.clew.platform.web.Refused;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ClewTest
class PassingOnTest {

  private static final Told TOLD =
      new Told(
          "They lock the door at night. <script>alert(1)</script>",
          "GB",
          "Grimsby",
          "since March",
          List.of("Mr Example"),
          List.of("020 7946 0123"));

  @Autowired private As as;
  @Autowired private Reports reports;
  @Autowired private Concerns concerns;
  @Autowired private PassingOn passing;
  @Autowired private Organisations organisations;
  @Autowired private Audit audit;
  @Autowired private Tenancy tenancy;
  @Autowired private JdbcClient sql;

  private Organisation harbour;
  private Organisation lantern;
  private SignedIn amina;
  private SignedIn lena;
  private Receipt receipt;
  private ConcernId concern;

  @BeforeEach
  void aReportAndAnotherOrganisation() {
    harbour = as.organisation();
    lantern = as.organisation();
    amina = as.person(harbour, Role.HELPLINE_WORKER);
    lena = as.person(lantern, Role.HELPLINE_WORKER);
    receipt =
        reports.file(
            new Report(
                harbour.id(),
                Way.NEED_HELP,
                Language.ARABIC,
                new Answers(Answer.YES, Answer.NO, Answer.YES),
                TOLD));
    concern = waiting(amina).getFirst().id();
  }

  @Test
  void goesOnWhenTheReporterAgreesAndTheReceiptFollows() {
    LocalDate lastDay = talk().keptUntil();
    asked();
    assertThat(talk().asked())
        .isEqualTo(new PassAsked(lantern.id(), lantern.name(), PassAsked.Consent.ASKED));
    agreed();
    assertThat(waiting(amina)).singleElement().matches(ConcernSummary::unreadReply);
    passOn();

    ConcernSummary arrived = waiting(lena).getFirst();
    OpenedConcern opened = at(lena, () -> concerns.open(lena, arrived.id()));
    assertThat(opened.told()).isEqualTo(TOLD);
    assertThat(opened.summary().urgency()).isEqualTo(Urgency.NOW);
    assertThat(opened.summary().language()).isEqualTo(Language.ARABIC);
    assertThat(opened.from()).isEqualTo(new PassedFrom(harbour.name(), today()));
    assertThat(opened.messages())
        .extracting(Message::side, Message::by, Message::text)
        .containsExactly(tuple(Message.Side.ORGANISATION, harbour.name(), "They can come to you."));

    at(lena, () -> concerns.answer(lena, arrived.id(), "We are near you."));
    Talk talk = talk();
    assertThat(talk.organisation()).isEqualTo(lantern.name());
    assertThat(talk.from()).isEqualTo(new PassedFrom(harbour.name(), today()));
    assertThat(talk.asked()).isNull();
    assertThat(talk.told()).isEqualTo(TOLD);
    assertThat(talk.keptUntil()).isEqualTo(lastDay);
    assertThat(talk.messages())
        .extracting(Message::by, Message::text)
        .containsExactly(
            tuple(harbour.name(), "They can come to you."), tuple("", "We are near you."));
    reports.reply(wayBack(), "Thank you", () -> {});
    assertThat(at(lena, () -> concerns.open(lena, arrived.id())).messages()).hasSize(3);
  }

  @Test
  void whereItWasStaysOnlyThatItWent() {
    asked();
    agreed();
    passOn();
    assertThatThrownBy(() -> at(amina, () -> concerns.open(amina, concern)))
        .isInstanceOf(NotFound.class);
    assertThat(at(amina, () -> count("concern"))).isZero();
    assertThat(at(amina, () -> count("concern_message"))).isZero();
    assertThat(at(amina, () -> count("concern_pass where there is not null"))).isZero();
    assertThat(at(amina, () -> passing.passedOn(amina)))
        .containsExactly(new PassedOn(today(), lantern.name(), amina.id()));
    assertThat(deeds(amina, concern)).first().isEqualTo(Deed.PASSED_ON);
    assertThat(deeds(lena, waiting(lena).getFirst().id())).containsExactly(Deed.PASSED_ON);
    assertThat(at(amina, audit::firstBroken)).isEmpty();
    assertThat(at(lena, audit::firstBroken)).isEmpty();
    assertThat(at(lena, () -> passing.passedOn(lena))).isEmpty();
  }

  @Test
  void goesOnTwiceAndBackAgainAndTheReceiptStillFollows() {
    asked();
    agreed();
    passOn();
    ConcernId there = waiting(lena).getFirst().id();
    at(lena, () -> passing.ask(lena, there, harbour.id(), "They know the house."));
    reports.consent(wayBack(), harbour.id(), PassAsked.Consent.GIVEN, () -> {});
    at(lena, () -> passing.passOn(lena, there));
    Talk talk = talk();
    assertThat(talk.organisation()).isEqualTo(harbour.name());
    assertThat(talk.messages())
        .extracting(Message::by)
        .containsExactly(harbour.name(), lantern.name());
    reports.end(wayBack(), () -> {});
    assertThat(reports.enter(receipt.digits())).isEmpty();
    assertThat(waiting(amina)).isEmpty();
  }

  @Test
  void doesNotGoWithoutConsentToThatVeryOrganisation() {
    assertNotAgreed();
    asked();
    assertNotAgreed();
    Organisation other = as.organisation();
    assertThatThrownBy(
            () -> reports.consent(wayBack(), other.id(), PassAsked.Consent.GIVEN, () -> {}))
        .isInstanceOf(NotFound.class);
    agreed();
    at(amina, () -> passing.ask(amina, concern, other.id(), "Or these?"));
    assertNotAgreed();
    assertThatThrownBy(this::agreed).isInstanceOf(NotFound.class);
    reports.consent(wayBack(), other.id(), PassAsked.Consent.GIVEN, () -> {});
    reports.consent(wayBack(), other.id(), PassAsked.Consent.REFUSED, () -> {});
    assertNotAgreed();
    assertThat(waiting(lena)).isEmpty();
  }

  @Test
  void goesOnceHoweverOftenItIsAskedFor() {
    asked();
    agreed();
    passOn();
    assertThatThrownBy(this::passOn).isInstanceOf(NotFound.class);
    assertThatThrownBy(this::asked).isInstanceOf(NotFound.class);
    assertThatThrownBy(this::agreed).isInstanceOf(NotFound.class);
    assertThat(waiting(lena)).hasSize(1);
  }

  @Test
  void aPowerCutBetweenTheTwoLeavesNothingTwice() {
    asked();
    agreed();
    UUID there =
        at(amina, () -> sql.sql("select there from concern_pass").query(UUID.class).single());
    assertThatThrownBy(
            () ->
                at(
                    amina,
                    () -> {
                      passing.passOn(amina, concern);
                      throw new IllegalStateException("the power went");
                    }))
        .hasMessage("the power went");
    assertThat(waiting(lena)).extracting(c -> c.id().value()).containsExactly(there);
    assertThat(talk().organisation()).isEqualTo(harbour.name());
    passOn();
    assertThat(waiting(lena)).extracting(c -> c.id().value()).containsExactly(there);
    assertThat(talk().organisation()).isEqualTo(lantern.name());
  }

  @Test
  void whatTheReporterWritesWhileItGoesArrivesWhereItGoes() throws Exception {
    asked();
    agreed();
    whileItGoes(() -> reports.reply(wayBack(), "They are at the door", () -> {}));
    ConcernId there = waiting(lena).getFirst().id();
    assertThat(at(lena, () -> concerns.open(lena, there)).messages())
        .extracting(Message::text)
        .contains("They are at the door");
  }

  @Test
  void whatTheReporterDeletesWhileItGoesIsDeletedWhereItGoes() throws Exception {
    asked();
    agreed();
    whileItGoes(() -> reports.end(wayBack(), () -> {}));
    assertThat(waiting(lena)).isEmpty();
    assertThat(reports.enter(receipt.digits())).isEmpty();
  }

  /// The reporter does something that has to wait for the transaction in which it goes on.
  private void whileItGoes(Runnable reporter) throws Exception {
    try (var hands = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<?> done =
          at(
              amina,
              () -> {
                passing.passOn(amina, concern);
                Future<?> waiting = hands.submit(reporter);
                while (count("pg_locks where not granted") == 0 && !waiting.isDone()) {
                  Thread.onSpinWait();
                }
                return waiting;
              });
      done.get();
    }
  }

  @Test
  void goesOnlyToAnotherOrganisationThatTakesConcerns() {
    Organisation closed = organisations.add("Closed " + UUID.randomUUID(), List.of(), false, false);
    for (OrganisationId wrong :
        Set.of(harbour.id(), closed.id(), new OrganisationId(UUID.randomUUID()))) {
      assertThatThrownBy(() -> at(amina, () -> passing.ask(amina, concern, wrong, "Why not?")))
          .isInstanceOf(Refused.class);
    }
    assertThat(talk().asked()).isNull();
    assertThat(talk().messages()).isEmpty();
  }

  @Test
  void theWayOnStandsInTheDatabaseOnlySealed() {
    asked();
    agreed();
    passOn();
    UUID there = waiting(lena).getFirst().id().value();
    byte[] wayOn =
        at(amina, () -> sql.sql("select way_on from concern_pass").query(byte[].class).single());
    assertThat(wayOn).hasSize(32 + 32 + 16);
    assertThat(new Pointer(lantern.id(), new ConcernId(there)).bytes()).isNotEqualTo(wayOn);
    at(
        amina,
        () ->
            sql.sql("update concern_pass set concern_id = :other")
                .param("other", UUID.randomUUID())
                .update());
    assertThatThrownBy(this::talk).isInstanceOf(NotFound.class);
  }

  private void asked() {
    at(amina, () -> passing.ask(amina, concern, lantern.id(), "They can come to you."));
  }

  private void agreed() {
    reports.consent(wayBack(), lantern.id(), PassAsked.Consent.GIVEN, () -> {});
  }

  private void passOn() {
    at(amina, () -> passing.passOn(amina, concern));
  }

  private void assertNotAgreed() {
    assertThatThrownBy(this::passOn)
        .isInstanceOf(Refused.class)
        .hasMessage("concerns.wrong.notAgreed");
  }

  private WayBack wayBack() {
    return reports.enter(receipt.digits()).orElseThrow();
  }

  private Talk talk() {
    return reports.read(wayBack());
  }

  private List<ConcernSummary> waiting(SignedIn who) {
    return at(who, () -> concerns.list(who, Concerns.Shelf.WAITING, 0));
  }

  private List<Deed> deeds(SignedIn who, ConcernId id) {
    var subject = new Subject(Subject.Kind.CONCERN, id.value());
    return at(who, () -> audit.find(AuditFilter.about(subject))).stream()
        .map(AuditEvent::deed)
        .toList();
  }

  private int count(String rows) {
    return sql.sql("select count(*) from " + rows).query(Integer.class).single();
  }

  private static LocalDate today() {
    return LocalDate.now(ZoneOffset.UTC);
  }

  private <T> T at(SignedIn who, Supplier<T> work) {
    return tenancy.within(who.organisation(), work);
  }

  private void at(SignedIn who, Runnable work) {
    tenancy.within(who.organisation(), work);
  }
}
