package org.clew.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.clew.platform.access.Role;
import org.clew.platform.access.SignedIn;
import org.clew.platform.concerns.ConcernEvents;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.web.servlet.ResultActions;

/// When a mail goes, and to whom.
@ExtendWith(OutputCaptureExtension.class)
class MailsTest extends WithMailServer {

  @Test
  void everybodyWhoSeesTheInboxGetsOneMailForAllThatCame() {
    SignedIn sara = worker(harbour, Role.SUPERVISOR);
    SignedIn ivo = worker(harbour, Role.CASEWORKER);
    SignedIn omar = worker(harbour, Role.ADMINISTRATOR);
    SignedIn other = worker(as.organisation(), Role.HELPLINE_WORKER);
    file("The first");
    file("The second");
    run(AFTER_ALL);
    run(AFTER_ALL.plus(Duration.ofHours(1)));
    assertThat(mails(amina)).hasSize(1);
    assertThat(mails(sara)).hasSize(1);
    for (SignedIn nobody : List.of(ivo, omar, other)) {
      assertThat(mails(nobody)).isEmpty();
    }
    file("The third");
    run(AFTER_ALL);
    assertThat(mails(amina)).hasSize(2);
  }

  @Test
  void aMailComesTenToThirtyMinutesLaterAtATimeDrawnAtRandom() {
    Set<Duration> waits = new HashSet<>();
    for (int i = 0; i < 40; i++) {
      harbour = as.organisation();
      Instant before = Instant.now();
      file("Something");
      Instant due =
          within(
              () ->
                  sql.sql("select due_at from mail_round")
                      .query((row, _) -> row.getObject(1, OffsetDateTime.class).toInstant())
                      .single());
      assertThat(due)
          .isAfterOrEqualTo(before.plus(Duration.ofMinutes(10)))
          .isBeforeOrEqualTo(Instant.now().plus(Duration.ofMinutes(30)));
      waits.add(Duration.ofMinutes(Duration.between(before, due).toMinutes()));
    }
    assertThat(waits).hasSizeGreaterThan(5);
    file("Soon after");
    run(Duration.ofMinutes(9));
    assertThat(mails(amina)).isEmpty();
  }

  @Test
  void nobodyIsToldWhoIsBlockedOrTurnedItOffOrNeverCameIn() throws Exception {
    SignedIn blocked = worker(harbour, Role.HELPLINE_WORKER);
    SignedIn invited = as.person(harbour, Role.HELPLINE_WORKER);
    SignedIn quiet = worker(harbour, Role.HELPLINE_WORKER);
    within(
        () ->
            sql.sql("update person set blocked = true where id = :id")
                .param("id", blocked.id().value())
                .update());
    mvc.perform(get("/account").with(as.signedIn(quiet)))
        .andExpect(
            content()
                .string(
                    containsString("name=\"told\" value=\"yes\" autocomplete=\"off\" checked")));
    mvc.perform(post("/account/mail").with(as.signedIn(quiet)).with(csrf()))
        .andExpect(status().isSeeOther());
    file("Something");
    run(AFTER_ALL);
    assertThat(mails(amina)).hasSize(1);
    for (SignedIn nobody : List.of(blocked, invited, quiet)) {
      assertThat(mails(nobody)).isEmpty();
    }
    mvc.perform(post("/account/mail").param("told", "yes").with(as.signedIn(quiet)).with(csrf()));
    file("Something");
    run(AFTER_ALL);
    assertThat(mails(quiet)).hasSize(1);
  }

  @Test
  void whoIsBlockedWhenItIsDueGetsNothing() {
    file("Something");
    run(AFTER_ALL, nowhere());
    within(() -> sql.sql("update person set blocked = true").update());
    run(AFTER_ALL.plus(Duration.ofHours(1)));
    assertThat(mails(amina)).isEmpty();
    assertThat(within(store::failing)).isZero();
  }

  @Test
  void anAdministratorTurnsItOffAndOnAgain() throws Exception {
    SignedIn omar = as.person(harbour, Role.ADMINISTRATOR);
    file("Something");
    mvc.perform(get("/settings/mail").with(as.signedIn(omar)))
        .andExpect(content().string(containsString("This server sends mail.")))
        .andExpect(content().string(containsString("Something waits for you")));
    want(omar, "").andExpect(status().isSeeOther());
    file("Something");
    run(AFTER_ALL);
    assertThat(mails(amina)).isEmpty();
    want(omar, "yes");
    run(AFTER_ALL);
    assertThat(mails(amina)).isEmpty();
    file("Something");
    run(AFTER_ALL);
    assertThat(mails(amina)).hasSize(1);
    want(amina, "").andExpect(status().isForbidden());
  }

  @Test
  void whatCannotBeHandedOverIsTriedAgainAndSaysSoWithoutAnAddress(CapturedOutput said)
      throws Exception {
    file("Something");
    run(AFTER_ALL, nowhere());
    assertThat(said.getAll())
        .contains("A mail could not be handed over at try 1", "ConnectException")
        .doesNotContain(email(amina));
    mvc.perform(get("/settings/mail").with(as.signedIn(as.person(harbour, Role.ADMINISTRATOR))))
        .andExpect(content().string(containsString("One mail could not be handed over yet")))
        .andExpect(content().string(not(containsString(email(amina)))));
    run(AFTER_ALL.plusSeconds(30));
    assertThat(mails(amina)).isEmpty();
    run(AFTER_ALL.plusSeconds(61));
    assertThat(mails(amina)).hasSize(1);
    assertThat(within(store::failing)).isZero();
  }

  @Test
  void aMailThatCanNeverBeHandedOverIsGivenUpOneDay() {
    file("Something");
    Instant then = Instant.now().plus(AFTER_ALL);
    for (int i = 0; i < 30; i++) {
      mails(then, nowhere()).run();
      then = then.plus(Duration.ofHours(1));
    }
    assertThat(within(() -> sql.sql("select count(*) from mail_due").query(Integer.class).single()))
        .isZero();
  }

  @Test
  void severalServersSendItOnce() throws Exception {
    List<SignedIn> all =
        Stream.generate(() -> worker(harbour, Role.HELPLINE_WORKER)).limit(8).toList();
    file("Something");
    Instant then = Instant.now().plus(AFTER_ALL);
    try (var servers = Executors.newFixedThreadPool(4)) {
      Callable<Void> server =
          () -> {
            mails(then, carrier).run();
            return null;
          };
      for (var done : servers.invokeAll(Collections.nCopies(4, server))) {
        done.get();
      }
    }
    assertThat(all).allSatisfy(each -> assertThat(mails(each)).hasSize(1));
  }

  @Test
  void noMailGoesBeforeWhatItIsAboutCanBeSeen() throws Exception {
    file("The first");
    var coming = new CountDownLatch(1);
    var come = new CountDownLatch(1);
    var arrived = new ConcernEvents.Arrived(harbour.id().value(), UUID.randomUUID());
    try (var both = Executors.newFixedThreadPool(2)) {
      Future<?> second =
          both.submit(
              () ->
                  tenancy.within(
                      harbour.id(),
                      () -> {
                        mails(Instant.now(), carrier).on(arrived);
                        coming.countDown();
                        await(come);
                      }));
      await(coming);
      Future<?> round = both.submit(() -> run(AFTER_ALL));
      assertThatThrownBy(() -> round.get(500, TimeUnit.MILLISECONDS))
          .isInstanceOf(TimeoutException.class);
      assertThat(mails(amina)).isEmpty();
      come.countDown();
      second.get();
      round.get();
    }
    assertThat(mails(amina)).hasSize(1);
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private ResultActions want(SignedIn who, String wanted) throws Exception {
    return mvc.perform(
        post("/settings/mail").param("wanted", wanted).with(as.signedIn(who)).with(csrf()));
  }
}
