package org.clew.platform.concerns;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.clew.platform.ClewTest;
import org.clew.platform.access.As;
import org.clew.platform.access.Organisation;
import org.clew.platform.access.Role;
import org.clew.platform.access.SignedIn;
import org.clew.platform.database.Tenancy;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

@ClewTest
class ReportJourneyTest {

  private static final Duration A_WHILE = Duration.ofSeconds(20);

  @Autowired private As as;
  @Autowired private MockMvc mvc;
  @Autowired private Concerns concerns;
  @Autowired private Visits visits;
  @Autowired private Sweep sweep;
  @Autowired private Tenancy tenancy;
  @Autowired private JdbcClient sql;

  private Reporter reporter;
  private Organisation harbour;
  private SignedIn amina;

  @BeforeEach
  void aHelpline() {
    reporter = new Reporter(mvc, visits);
    harbour = as.organisation();
    amina = as.person(harbour, Role.HELPLINE_WORKER);
  }

  @Test
  void aReportTravelsFromTheFirstQuestionToTheNumber() throws Exception {
    Reporter.Browser browser = reporter.browser();
    assertThat(browser.post("/report/begin?lang=ar", Map.of("way", "WORRIED")))
        .returns(303, MockHttpServletResponse::getStatus)
        .returns("/report/1?lang=ar", r -> r.getHeader("Location"));
    assertGoes(browser.post("/report/1", Map.of("text", "She may not go out")), "/report/2");
    assertGoes(browser.post("/report/2", Map.of("danger", "YES", "child", "NO")), "/report/3");
    assertGoes(
        browser.post("/report/3", Map.of("country", "GB", "town", "Grimsby", "when", "daily")),
        "/report/4");
    assertGoes(
        browser.post(
            "/report/4", Map.of("names", "Mr Example\nNorth Fish", "phones", "07700 900123")),
        "/report/5");
    assertGoes(
        browser.post("/report/5", Map.of("recipient", harbour.id().toString())), "/report/check");
    assertThat(browser.open("/report/check?lang=en").getContentAsString())
        .contains("She may not go out", "Grimsby", "United Kingdom", "Mr Example", "07700 900123")
        .contains(harbour.name());
    Instant now = Instant.now();
    visits.change(
        browser.key(),
        visit ->
            new Visit.Writing(
                ((Visit.Writing) visit).draft(), now.minus(A_WHILE), now.plusSeconds(60)));
    assertGoes(browser.post("/report/send", Map.of()), "/report/number");
    String number = browser.receipt();
    String slip = number.replace("1", "2") + "0";
    MockHttpServletResponse wrong = browser.post("/report/again", Map.of("number", slip));
    assertThat(wrong.getStatus()).isEqualTo(422);
    assertThat(wrong.getContentAsString())
        .as("what was typed stays to be corrected")
        .contains("value=\"" + slip + "\"");
    assertGoes(browser.post("/report/again", Map.of("number", number)), "/report/done");
    assertThat(browser.open("/report/number").getStatus()).isEqualTo(410);

    OpenedConcern opened = within(() -> concerns.open(amina, waiting().getFirst().id()));
    assertThat(opened.told())
        .isEqualTo(
            new Told(
                "She may not go out",
                "GB",
                "Grimsby",
                "daily",
                List.of("Mr Example", "North Fish"),
                List.of("07700 900123")));
    assertThat(opened.summary().answers())
        .isEqualTo(new Answers(Answer.YES, Answer.NO, Answer.UNSAID));
    assertThat(opened.summary().way()).isEqualTo(Way.WORRIED);
  }

  @Test
  void theCookieIsOfTheStrictestKindAndComesOnlyWithAReport() throws Exception {
    MockHttpServletResponse begun =
        reporter.browser().post("/report/begin", Map.of("way", "NEED_HELP"));
    assertThat(begun.getHeaders("Set-Cookie"))
        .singleElement()
        .asString()
        .startsWith("__Host-visit=")
        .contains("; Path=/", "; Secure", "; HttpOnly", "; SameSite=Strict")
        .doesNotContain("Domain", "Max-Age", "Expires");
  }

  @Test
  void somethingSummedUpCanStillBeChanged() throws Exception {
    Reporter.Browser browser = reporter.browser().writing(draft("first words"), A_WHILE);
    assertThat(browser.open("/report/1?then=check").getContentAsString())
        .contains("name=\"then\" value=\"check\"", "first words");
    assertGoes(
        browser.post("/report/1", Map.of("text", "better words", "then", "check")),
        "/report/check");
    assertThat(browser.open("/report/check").getContentAsString()).contains("better words");
  }

  @Test
  void whatIsTooLongComesBackWholeWithTheReason() throws Exception {
    Reporter.Browser browser = reporter.browser().writing(draft("x"), A_WHILE);
    String tooLong = "word ".repeat(3_000);
    MockHttpServletResponse answer = browser.post("/report/1?lang=en", Map.of("text", tooLong));
    assertThat(answer.getStatus()).isEqualTo(422);
    assertThat(answer.getContentAsString()).contains("14,999 letters", tooLong);
    assertThat(browser.post("/report/3", Map.of("town", "t".repeat(201))).getStatus())
        .isEqualTo(422);
    assertThat(browser.post("/report/4", Map.of("names", "n".repeat(2_001))).getStatus())
        .isEqualTo(422);
  }

  @Test
  void wordsThatLookLikeCodeStayWords() throws Exception {
    String script = "<script>alert('x')</script>\" onload=\"y";
    Reporter.Browser browser = reporter.browser().writing(draft(script), A_WHILE);
    assertThat(browser.open("/report/check").getContentAsString())
        .doesNotContain("<script>alert")
        .contains("&lt;script&gt;alert");
    assertThat(browser.open("/report/1").getContentAsString()).doesNotContain("<script>alert");
  }

  @Test
  void brokenCharactersDoNoHarm() throws Exception {
    Reporter.Browser browser = reporter.browser().writing(draft("x"), A_WHILE);
    assertGoes(browser.post("/report/1", Map.of("text", "a\uD800b\u0000c\uDC00😀")), "/report/2");
    assertGoes(browser.post("/report/send", Map.of()), "/report/number");
    String receipt = browser.receipt();
    assertThat(receipt).isNotEmpty();
  }

  @Test
  void hasteWaitsAndLosesNothing() throws Exception {
    Reporter.Browser browser = reporter.browser().writing(draft("quick words"), Duration.ZERO);
    MockHttpServletResponse answer = browser.post("/report/send?lang=en", Map.of());
    assertThat(answer.getStatus()).isEqualTo(422);
    assertThat(answer.getContentAsString()).contains("very quick", "quick words");
  }

  @Test
  void theTrapIsSaidOutLoudSoThatNoPersonFallsIntoIt() throws Exception {
    Reporter.Browser browser = reporter.browser().writing(draft("real words"), A_WHILE);
    MockHttpServletResponse answer =
        browser.post("/report/send", Map.of("website", "www.example.org"));
    assertThat(answer.getStatus()).isEqualTo(422);
    assertThat(answer.getContentAsString()).contains("real words").doesNotContain("example.org");
    assertGoes(browser.post("/report/send", Map.of()), "/report/number");
  }

  @Test
  void aButtonPressedManyTimesSendsOnce() throws Exception {
    Reporter.Browser browser = reporter.browser().writing(draft("once"), A_WHILE);
    try (var hands = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<MockHttpServletResponse>> presses = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        presses.add(hands.submit(() -> browser.post("/report/send", Map.of())));
      }
      for (Future<MockHttpServletResponse> press : presses) {
        assertGoes(press.get(), "/report/number");
      }
    }
    assertGoes(browser.post("/report/send", Map.of()), "/report/number");
    assertThat(waiting()).hasSize(1);
    browser.post("/report/1", Map.of("text", "a late step"));
    assertThat(browser.receipt()).as("a late step does not undo the sending").isNotEmpty();
  }

  @Test
  void twentyJunkReportsAnHourDoNotStopARealOne() throws Exception {
    for (int i = 0; i < 40; i++) {
      reporter
          .browser("203.0.113.7")
          .writing(draft("junk"), Duration.ofSeconds(90))
          .post("/report/send", Map.of());
    }
    assertThat(waiting()).hasSize(40);
    assertGoes(
        reporter
            .browser("203.0.113.8")
            .writing(draft("real"), A_WHILE)
            .post("/report/send", Map.of()),
        "/report/number");
    Reporter.Browser neighbour = reporter.browser("203.0.113.7").writing(draft("real"), A_WHILE);
    assertThat(neighbour.post("/report/send?lang=en", Map.of()).getContentAsString())
        .contains("wait one minute");
    neighbour.writing(draft("real"), Duration.ofSeconds(70));
    assertGoes(neighbour.post("/report/send", Map.of()), "/report/number");
  }

  @Test
  void aDraftIsGoneAfterItsTimeAfterLeavingAndAfterThrowingItAway() throws Exception {
    Reporter.Browser late = reporter.browser();
    late.hold(
        visits.begin(
            new Visit.Writing(
                draft("late"), Instant.now().minusSeconds(4000), Instant.now().minusSeconds(1))));
    assertThat(late.open("/report/check").getStatus()).isEqualTo(410);

    Reporter.Browser leaver = reporter.browser().writing(draft("left"), A_WHILE);
    byte[] row = leaver.key().id().bytes();
    leaver.open("/leave");
    assertThat(rows(row)).isZero();

    Reporter.Browser thrower = reporter.browser().writing(draft("thrown"), A_WHILE);
    row = thrower.key().id().bytes();
    assertGoes(thrower.post("/report/stop", Map.of()), "/");
    assertThat(rows(row)).isZero();
  }

  @Test
  void theSweepTakesWhatRanOutAndNothingElse() {
    VisitKey old =
        visits.begin(new Visit.Keeping("0".repeat(26), Instant.now().minus(Duration.ofHours(2))));
    VisitKey young = visits.begin(new Visit.Keeping("0".repeat(26), Instant.now().plusSeconds(60)));
    sweep.run();
    assertThat(rows(old.id().bytes())).isZero();
    assertThat(rows(young.id().bytes())).isEqualTo(1);
  }

  @Test
  void aDraftCannotBeReadWithoutItsCookie() {
    VisitKey key =
        visits.begin(
            new Visit.Writing(draft("secret words"), Instant.now(), Instant.now().plusSeconds(60)));
    byte[] sealed =
        sql.sql("select sealed from concern_visit where id = :id")
            .param("id", key.id().bytes())
            .query(byte[].class)
            .single();
    assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("secret");
    assertThat(visits.find(VisitKey.random())).isEmpty();
  }

  @Test
  void steppingInWithoutABeginningExplains() throws Exception {
    for (String path : List.of("/report/1", "/report/check", "/report/number", "/return/talk")) {
      assertThat(reporter.browser().open(path).getStatus()).as(path).isEqualTo(410);
    }
    assertGoes(reporter.browser().open("/report"), "/");
    assertThat(reporter.browser().open("/report/9").getStatus()).isEqualTo(404);
    assertThat(reporter.browser().post("/report/begin", Map.of("way", "NOBODY")).getStatus())
        .isEqualTo(400);
  }

  private Draft draft(String text) {
    return Draft.begun(Way.NEED_HELP).withText(text).withRecipient(harbour.id().value());
  }

  private int rows(byte[] visit) {
    return sql.sql("select count(*) from concern_visit where id = :id")
        .param("id", visit)
        .query(Integer.class)
        .single();
  }

  private List<ConcernSummary> waiting() {
    return within(() -> concerns.list(amina, Concerns.Shelf.WAITING, 0));
  }

  private <T> T within(java.util.function.Supplier<T> work) {
    return tenancy.within(harbour.id(), work);
  }

  private static void assertGoes(MockHttpServletResponse response, String path) {
    assertThat(response.getStatus()).isEqualTo(303);
    assertThat(response.getHeader("Location")).isEqualTo(path);
  }
}
