package org.clew.platform.concerns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
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
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

@ClewTest
class PassPagesTest {

  @Autowired private As as;
  @Autowired private MockMvc mvc;
  @Autowired private Reports reports;
  @Autowired private Concerns concerns;
  @Autowired private PassingOn passing;
  @Autowired private Visits visits;
  @Autowired private Tenancy tenancy;

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
                Told.words("They lock the door at night.")));
    concern = waiting(amina).getFirst().id();
  }

  @Test
  void nobodyOfAnotherOrganisationAsksOrPasses() throws Exception {
    at(amina, () -> passing.ask(amina, concern, lantern.id(), "They can come."));
    reports.consent(
        reports.enter(receipt.digits()).orElseThrow(),
        lantern.id(),
        PassAsked.Consent.GIVEN,
        () -> {});
    for (String path :
        List.of("GET /inbox/%s/pass", "POST /inbox/%s/pass", "POST /inbox/%s/pass/now")) {
      assertThat(status(lena, path.formatted(concern)))
          .as(path)
          .isEqualTo(status(lena, path.formatted(UUID.randomUUID())))
          .isEqualTo(404);
    }
    assertThat(waiting(amina)).hasSize(1);
  }

  @Test
  void theWorkerAsksTheReporterAgreesTheWorkerPassesOn() throws Exception {
    assertThat(page(amina, "/inbox/" + concern + "/pass")).contains(lantern.name());
    for (Map<String, String> wrong :
        List.of(
            Map.of("recipient", lantern.id().toString(), "words", " "),
            Map.of("recipient", "", "words", "Why"),
            Map.of("recipient", "' or 1=1", "words", "Why"),
            Map.of("recipient", UUID.randomUUID().toString(), "words", "Why"),
            Map.of("recipient", lantern.id().toString(), "words", "x".repeat(10_001)))) {
      assertThat(send(amina, "/inbox/" + concern + "/pass", wrong).getStatus()).isEqualTo(422);
    }
    assertThat(send(amina, "/inbox/" + concern + "/pass/now", Map.of()).getStatus()).isEqualTo(422);
    String words = "They <b>can</b> come";
    assertThat(
            send(
                    amina,
                    "/inbox/" + concern + "/pass",
                    Map.of("recipient", lantern.id().toString(), "words", words))
                .getStatus())
        .isEqualTo(303);
    Reporter.Browser reporter = new Reporter(mvc, visits).browser("198.51.100.88");
    reporter.post("/return", Map.of("number", receipt.digits()));
    String talk = reporter.open("/return/talk").getContentAsString();
    assertThat(talk)
        .contains("May this go on to " + lantern.name(), "They &lt;b&gt;can&lt;/b&gt; come");
    Map<String, String> yes =
        Map.of("recipient", lantern.id().toString(), "answer", "yes", "once", once(talk));
    reporter.post("/return/pass", yes);
    talk = reporter.open("/return/talk").getContentAsString();
    assertThat(talk).contains("You agreed that this goes on to " + lantern.name());
    reporter.post(
        "/return/pass",
        Map.of("recipient", lantern.id().toString(), "answer", "no", "once", once(talk)));
    reporter.post("/return/pass", yes);
    assertThat(page(amina, "/inbox/" + concern)).contains("does not want it to go on");
    talk = reporter.open("/return/talk").getContentAsString();
    reporter.post(
        "/return/pass",
        Map.of("recipient", lantern.id().toString(), "answer", "yes", "once", once(talk)));
    assertThat(page(amina, "/inbox/" + concern)).contains("The reporter agrees that it goes on to");
    MockHttpServletResponse passed = send(amina, "/inbox/" + concern + "/pass/now", Map.of());
    assertThat(passed.getHeader("Location")).isEqualTo("/inbox/passed");
    assertThat(page(amina, "/inbox/passed")).contains(lantern.name(), "Amina K.");
    assertThat(reporter.open("/return/talk").getContentAsString())
        .contains(
            "With " + lantern.name(), harbour.name() + " passed this on to " + lantern.name());
    ConcernId there = waiting(lena).getFirst().id();
    assertThat(page(lena, "/inbox/" + there)).contains("Passed on by " + harbour.name());
  }

  private List<ConcernSummary> waiting(SignedIn who) {
    return at(who, () -> concerns.list(who, Concerns.Shelf.WAITING, 0));
  }

  private String page(SignedIn who, String path) throws Exception {
    return mvc.perform(MockMvcRequestBuilders.get(path).with(as.signedIn(who)))
        .andReturn()
        .getResponse()
        .getContentAsString();
  }

  private MockHttpServletResponse send(SignedIn who, String path, Map<String, String> form)
      throws Exception {
    MockHttpServletRequestBuilder request = MockMvcRequestBuilders.post(path);
    form.forEach(request::param);
    return mvc.perform(request.with(csrf()).with(as.signedIn(who))).andReturn().getResponse();
  }

  private int status(SignedIn who, String route) throws Exception {
    String path = route.substring(route.indexOf(' ') + 1);
    return route.startsWith("GET")
        ? mvc.perform(MockMvcRequestBuilders.get(path).with(as.signedIn(who)))
            .andReturn()
            .getResponse()
            .getStatus()
        : send(who, path, Map.of("recipient", harbour.id().toString(), "words", "Why")).getStatus();
  }

  private static String once(String page) {
    Matcher found = Pattern.compile("name=\"once\" value=\"([0-9a-f]+)\"").matcher(page);
    assertThat(found.find()).isTrue();
    return found.group(1);
  }

  private <T> T at(SignedIn who, Supplier<T> work) {
    return tenancy.within(who.organisation(), work);
  }

  private void at(SignedIn who, Runnable work) {
    tenancy.within(who.organisation(), work);
  }
}
