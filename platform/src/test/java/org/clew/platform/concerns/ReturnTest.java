package org.clew.platform.concerns;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clew.platform.ClewTest;
import org.clew.platform.access.As;
import org.clew.platform.access.Organisation;
import org.clew.platform.access.Role;
import org.clew.platform.access.SignedIn;
import org.clew.platform.database.Tenancy;
import org.clew.platform.web.Language;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

@ClewTest
class ReturnTest {

  private static final AtomicInteger HOUSES = new AtomicInteger();

  @Autowired private As as;
  @Autowired private MockMvc mvc;
  @Autowired private Reports reports;
  @Autowired private ReceiptWork work;
  @Autowired private Concerns concerns;
  @Autowired private Visits visits;
  @Autowired private Tenancy tenancy;
  @Autowired private JdbcClient sql;

  private Reporter reporter;
  private Organisation harbour;
  private SignedIn amina;
  private Receipt receipt;

  @BeforeEach
  void aReport() {
    reporter = new Reporter(mvc, visits);
    harbour = as.organisation();
    amina = as.person(harbour, Role.HELPLINE_WORKER);
    receipt =
        reports.file(
            new Report(
                harbour.id(),
                Way.NEED_HELP,
                Language.ENGLISH,
                Answers.UNSAID,
                Told.words("They lock the door at night")));
  }

  @Test
  void theReceiptOpensTheTalkInAnyScript() throws Exception {
    var arabic = new StringBuilder();
    receipt.grouped().chars().forEach(c -> arabic.append(c == ' ' ? '-' : (char) (c - '0' + '٠')));
    for (String typed : List.of(receipt.digits(), receipt.grouped(), arabic.toString())) {
      Reporter.Browser browser = newcomer();
      assertGoes(browser.post("/return", Map.of("number", typed)), "/return/talk");
      assertThat(browser.open("/return/talk").getContentAsString())
          .contains("They lock the door at night", harbour.name());
    }
  }

  @Test
  void nobodyLearnsWhyANumberDoesNotOpen() throws Exception {
    Receipt expired = reports.file(report());
    sql.sql("update concern_receipt set expires_on = current_date - 1").update();
    Receipt deleted = reports.file(report());
    reports.end(reports.enter(deleted.digits()).orElseThrow(), () -> {});
    Receipt unknown = Receipt.random(new java.security.SecureRandom());
    List<String> answers = new ArrayList<>();
    for (String typed :
        List.of(unknown.digits(), expired.digits(), deleted.digits(), "1".repeat(26), "", "abc")) {
      long before = work.runs();
      MockHttpServletResponse answer = newcomer().post("/return", Map.of("number", typed));
      assertThat(work.runs() - before).as("work for one try").isEqualTo(1);
      assertThat(answer.getHeaders("Set-Cookie")).isEmpty();
      String page = answer.getContentAsString().replace("value=\"" + typed + "\"", "value=\"\"");
      answers.add(answer.getStatus() + headers(answer) + page);
    }
    assertThat(answers).containsOnly(answers.getFirst());
    assertThat(answers.getFirst()).startsWith("422");
  }

  @Test
  void aRightNumberCostsTheSameWork() throws Exception {
    long before = work.runs();
    newcomer().post("/return", Map.of("number", receipt.digits()));
    assertThat(work.runs() - before).isEqualTo(1);
  }

  @Test
  void answersAreReadAndRepliesTakenOnce() throws Exception {
    ConcernId id = waiting().getFirst().id();
    within(() -> concerns.answer(amina, id, "Can we <b>meet</b> at the clinic?"));
    Reporter.Browser browser = back();
    String page = browser.open("/return/talk").getContentAsString();
    assertThat(page).contains("Can we &lt;b&gt;meet&lt;/b&gt; at the clinic?");
    String once = once(page);
    assertGoes(browser.post("/return/reply", Map.of("text", "Yes", "once", once)), "/return/talk");
    assertGoes(browser.post("/return/reply", Map.of("text", "Yes", "once", once)), "/return/talk");
    assertThat(waiting().getFirst().unreadReply()).isTrue();
    assertThat(within(() -> concerns.open(amina, id)).messages())
        .extracting(Message::text)
        .containsExactly("Can we <b>meet</b> at the clinic?", "Yes");
  }

  @Test
  void aReplyThatIsTooLongComesBackWhole() throws Exception {
    Reporter.Browser browser = back();
    String once = once(browser.open("/return/talk").getContentAsString());
    String tooLong = "word ".repeat(2_500);
    MockHttpServletResponse answer =
        browser.post("/return/reply", Map.of("text", tooLong, "once", once));
    assertThat(answer.getStatus()).isEqualTo(422);
    assertThat(answer.getContentAsString()).contains(tooLong);
  }

  @Test
  void theReporterEndsItAndItIsGone() throws Exception {
    Reporter.Browser browser = back();
    assertThat(browser.open("/return/end").getStatus()).isEqualTo(200);
    assertGoes(browser.post("/return/end", Map.of()), "/return/ended");
    assertThat(browser.open("/return/talk").getStatus()).isEqualTo(410);
    assertThat(newcomer().post("/return", Map.of("number", receipt.digits())).getStatus())
        .isEqualTo(422);
    assertThat(waiting()).isEmpty();
  }

  @Test
  void aTalkClosesWhenIdleAndWhenLeft() throws Exception {
    Reporter.Browser idle = newcomer();
    WayBack way = reports.enter(receipt.digits()).orElseThrow();
    idle.hold(visits.begin(new Visit.Talking(way, "x", Instant.now().minusSeconds(1))));
    assertThat(idle.open("/return/talk").getStatus()).isEqualTo(410);

    Reporter.Browser leaver = back();
    VisitKey key = leaver.key();
    leaver.open("/leave");
    Reporter.Browser thief = newcomer();
    thief.hold(key);
    assertThat(thief.open("/return/talk").getStatus()).isEqualTo(410);
  }

  @Test
  void theKeyOfAVisitIsNewAtEachReturn() throws Exception {
    Reporter.Browser browser = back();
    VisitKey first = browser.key();
    browser.post("/return", Map.of("number", receipt.digits()));
    assertThat(browser.key()).isNotEqualTo(first);
    assertThat(visits.find(first)).isEmpty();
  }

  @Test
  void aCrowdWaitsInLineOrIsAskedToComeBackAndNobodyReportingWaitsForIt() throws Exception {
    int busy = 0;
    try (var hands = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<MockHttpServletResponse>> tries = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        tries.add(hands.submit(() -> newcomer().post("/return", Map.of("number", "1"))));
      }
      Receipt meanwhile = reports.file(report());
      assertThat(meanwhile.digits()).hasSize(26);
      for (Future<MockHttpServletResponse> one : tries) {
        MockHttpServletResponse answer = one.get();
        assertThat(answer.getStatus()).isIn(422, 503);
        if (answer.getStatus() == 503) {
          assertThat(answer.getHeader("Retry-After")).isNotNull();
          busy++;
        }
      }
    }
    assertThat(busy).isPositive();
    assertGoes(newcomer().post("/return", Map.of("number", receipt.digits())), "/return/talk");
  }

  @Test
  void manyTriesFromOneAddressAreAskedToWaitAndOthersAreNot() throws Exception {
    Reporter.Browser guesser = newcomer();
    MockHttpServletResponse last = guesser.post("/return", Map.of("number", "1"));
    for (int i = 0; i < Limits.ATTEMPTS.most(); i++) {
      last = guesser.post("/return", Map.of("number", "1"));
    }
    assertThat(last.getStatus()).isEqualTo(503);
    assertThat(last.getHeader("Retry-After")).isNotNull();
    assertGoes(newcomer().post("/return", Map.of("number", receipt.digits())), "/return/talk");
  }

  /// Each from an address of their own.
  private Reporter.Browser newcomer() {
    int house = HOUSES.incrementAndGet();
    return reporter.browser("10.0." + house / 250 + "." + (1 + house % 250));
  }

  private Reporter.Browser back() throws Exception {
    Reporter.Browser browser = newcomer();
    assertGoes(browser.post("/return", Map.of("number", receipt.digits())), "/return/talk");
    return browser;
  }

  private Report report() {
    return new Report(
        harbour.id(), Way.NEED_HELP, Language.ENGLISH, Answers.UNSAID, Told.words("words"));
  }

  private List<ConcernSummary> waiting() {
    return within(() -> concerns.list(amina, Concerns.Shelf.WAITING, 0));
  }

  private <T> T within(java.util.function.Supplier<T> work) {
    return tenancy.within(harbour.id(), work);
  }

  private void within(Runnable work) {
    tenancy.within(harbour.id(), work);
  }

  private static String once(String page) {
    Matcher found = Pattern.compile("name=\"once\" value=\"([0-9a-f]+)\"").matcher(page);
    assertThat(found.find()).isTrue();
    return found.group(1);
  }

  private static String headers(MockHttpServletResponse answer) {
    return answer.getHeaderNames().stream()
        .filter(name -> !name.equals("Content-Length"))
        .sorted()
        .map(name -> name + "=" + answer.getHeaders(name))
        .toList()
        .toString();
  }

  private static void assertGoes(MockHttpServletResponse response, String path) {
    assertThat(response.getStatus()).isEqualTo(303);
    assertThat(response.getHeader("Location")).isEqualTo(path);
  }
}
