package org.clew.platform.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.clew.platform.ClewTest;
import org.clew.platform.access.As;
import org.clew.platform.access.Organisation;
import org.clew.platform.access.Role;
import org.clew.platform.access.SignedIn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@ClewTest
class CasePagesTest {

  @Autowired private As as;
  @Autowired private Desk desk;
  @Autowired private MockMvc mvc;

  private Organisation harbour;
  private SignedIn amina;
  private CaseId id;
  private PartId ana;
  private PartId phone;
  private PartId said;

  @BeforeEach
  void aCase() {
    harbour = as.organisation();
    amina = as.person(harbour, Role.HELPLINE_WORKER);
    id = desk.open(amina, "Packing house, Easton");
    ana = desk.person(amina, id, "Ana", ParticipantRole.PERSON_AFFECTED);
    phone = desk.phone(amina, id, ana, "+44 7700 900188");
    said =
        desk.said(
            amina, id, "He keeps our passports.", Set.of(Fact.WITHHOLDS_DOCUMENTS), Set.of(ana));
  }

  @Test
  void showsWhatWasSaidAndWhatIsMissing() throws Exception {
    mvc.perform(get("/cases/" + id).with(as.signedIn(amina)))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("He keeps our passports.")))
        .andExpect(content().string(containsString("Missing: Purpose.")))
        .andExpect(content().string(containsString("Papers kept")))
        .andExpect(content().string(containsString("No safe contact plan yet.")));
  }

  @Test
  void speaksArabicAndSpanish() throws Exception {
    mvc.perform(get("/cases/" + id + "?lang=ar").with(as.signedIn(amina)))
        .andExpect(content().string(containsString("حجز الأوراق")))
        .andExpect(content().string(containsString("dir=\"rtl\"")));
    mvc.perform(get("/cases?lang=es").with(as.signedIn(amina)))
        .andExpect(content().string(containsString("Los casos que puede ver")));
  }

  @Test
  void aScriptInANameStaysAName() throws Exception {
    desk.person(amina, id, "<script>alert(1)</script>", ParticipantRole.WITNESS);
    CaseId other = desk.open(amina, "<img src=x onerror=alert(1)>");
    mvc.perform(get("/cases/" + id).with(as.signedIn(amina)))
        .andExpect(content().string(not(containsString("<script>alert"))))
        .andExpect(content().string(containsString("&lt;script&gt;alert(1)")));
    mvc.perform(get("/cases/" + other).with(as.signedIn(amina)))
        .andExpect(content().string(not(containsString("<img src=x"))));
  }

  @Test
  void everyWayIntoACaseIsShutToOthersAsIfItWereNotThere() throws Exception {
    UUID nowhere = UUID.randomUUID();
    SignedIn stranger = as.person(Role.SUPERVISOR, Role.HELPLINE_WORKER);
    SignedIn unassigned = as.person(harbour, Role.CASEWORKER);
    for (SignedIn who : List.of(stranger, unassigned)) {
      for (String path : paths(id.value())) {
        int there = answer(ask(path, who));
        int unknown = answer(ask(path.replace(id.toString(), nowhere.toString()), who));
        assertThat(there).as(path).isIn(403, 404).isEqualTo(unknown);
      }
    }
    assertThat(answer(ask("GET /cases/" + id, stranger))).isEqualTo(404);
    assertThat(answer(ask("GET /cases/" + id, unassigned))).isEqualTo(404);
    assertThat(desk.read(amina, id).head().title()).isEqualTo("Packing house, Easton");
    assertThat(desk.read(amina, id).statements().getFirst().stands()).isTrue();
  }

  @Test
  void whoMayReadNoCaseIsNotLetIn() throws Exception {
    for (Role role : List.of(Role.ANALYST, Role.ADMINISTRATOR)) {
      assertThat(answer(ask("GET /cases", as.person(harbour, role)))).isEqualTo(403);
      assertThat(answer(ask("GET /cases/" + id, as.person(harbour, role)))).isEqualTo(403);
    }
    assertThat(mvc.perform(get("/cases")).andReturn().getResponse().getStatus()).isEqualTo(303);
  }

  @Test
  void aFormWithoutItsProofIsRefused() throws Exception {
    mvc.perform(post("/cases").param("title", "Forged").with(as.signedIn(amina)))
        .andExpect(status().isForbidden());
  }

  @Test
  void opensACaseByHandWithItsFirstCall() throws Exception {
    String location =
        mvc.perform(
                post("/cases")
                    .param("title", "Car wash, Weston")
                    .param("channel", "CALL")
                    .param("began", "2026-03-12T14:05")
                    .param("minutes", "11")
                    .param("speaker", "Ben")
                    .param("speakerRole", "WITNESS")
                    .param("phone", "+44 20 7946 0123")
                    .param("words", "They sleep behind the car wash.")
                    .with(csrf())
                    .with(as.signedIn(amina)))
            .andExpect(status().isSeeOther())
            .andReturn()
            .getResponse()
            .getHeader("Location");
    assertThat(location).isNotNull().startsWith("/cases/");
    Case opened =
        desk.read(
            amina,
            new CaseId(
                UUID.fromString(Objects.requireNonNull(location).substring("/cases/".length()))));
    assertThat(opened.statements())
        .singleElement()
        .satisfies(s -> assertThat(s.speaker()).isEqualTo(Speaker.PARTICIPANT));
    assertThat(opened.contacts().getFirst().began()).isEqualTo("2026-03-12T14:05:00Z");
  }

  @Test
  void aTitleThatNobodyCanSeeIsNone() throws Exception {
    mvc.perform(
            post("/cases")
                .param("title", "\u200B\u2060")
                .param("channel", "CALL")
                .param("speakerRole", "REPORTER")
                .with(csrf())
                .with(as.signedIn(amina)))
        .andExpect(status().isUnprocessableContent())
        .andExpect(content().string(containsString("href=\"#title\"")));
  }

  @Test
  void aReasonThatIsTooLongIsToldHowLongItMayBe() throws Exception {
    mvc.perform(
            post("/cases/" + id + "/status")
                .param("status", "CLOSED_REFERRED")
                .param("reason", "x".repeat(Limits.NOTE + 1))
                .param("version", "0")
                .with(csrf())
                .with(as.signedIn(amina)))
        .andExpect(status().isUnprocessableContent())
        .andExpect(content().string(containsString("write at most 4,000 characters")))
        .andExpect(content().string(not(containsString("{0}"))));
  }

  @Test
  void aFormThatDoesNotSayWhatItWasMadeFromIsRefused() throws Exception {
    for (String version : List.of("", "99999999999", "-1", "x")) {
      mvc.perform(
              post("/cases/" + id + "/plan")
                  .param("title", "Overwritten")
                  .param("version", version)
                  .with(csrf())
                  .with(as.signedIn(amina)))
          .andExpect(status().isUnprocessableContent());
    }
    assertThat(desk.read(amina, id).head().title()).isEqualTo("Packing house, Easton");
  }

  @Test
  void aFormThatIsSentTwiceOpensOneCase() throws Exception {
    String first = openedWith("Night shift");
    assertThat(openedWith("Night shift")).isEqualTo(first);
    assertThat(openedWith("Another night")).as("other words, another case").isNotEqualTo(first);
    amina = as.person(harbour, Role.HELPLINE_WORKER);
    assertThat(openedWith("Night shift")).as("another person's form").isNotEqualTo(first);
  }

  private String openedWith(String title) throws Exception {
    return Objects.requireNonNull(
        mvc.perform(
                post("/cases")
                    .param("number", "8b0e5b62-6a3f-4f0e-9f55-0f3a6b1d7c11")
                    .param("title", title)
                    .param("channel", "CALL")
                    .param("speakerRole", "REPORTER")
                    .with(csrf())
                    .with(as.signedIn(amina)))
            .andExpect(status().isSeeOther())
            .andReturn()
            .getResponse()
            .getHeader("Location"));
  }

  @Test
  void namesEveryMistakeAndKeepsWhatWasWritten() throws Exception {
    mvc.perform(
            post("/cases")
                .param("channel", "PIGEON")
                .param("minutes", "many")
                .param("words", "They sleep behind the car wash.")
                .with(csrf())
                .with(as.signedIn(amina)))
        .andExpect(status().isUnprocessableContent())
        .andExpect(content().string(containsString("href=\"#title\"")))
        .andExpect(content().string(containsString("href=\"#channel\"")))
        .andExpect(content().string(containsString("href=\"#minutes\"")))
        .andExpect(content().string(containsString("They sleep behind the car wash.")));
  }

  @Test
  void twoWhoSaveAtOnceSeeBoth() throws Exception {
    String path = "/cases/" + id + "/participants/" + ana;
    mvc.perform(change(path, "Ana Maria")).andExpect(status().isSeeOther());
    mvc.perform(change(path, "Anna"))
        .andExpect(status().isUnprocessableContent())
        .andExpect(content().string(containsString("Somebody saved in between")))
        .andExpect(content().string(containsString("Ana Maria")))
        .andExpect(content().string(containsString("value=\"Anna\"")))
        .andExpect(content().string(containsString("name=\"version\" value=\"1\"")));
  }

  @Test
  void retractsAndUndoesFromTheThread() throws Exception {
    String path = "/cases/" + id + "/statements/" + said;
    mvc.perform(
            post(path + "/retract")
                .param("version", "0")
                .param("reason", "She mixed up two houses")
                .with(csrf())
                .with(as.signedIn(amina)))
        .andExpect(header().string("Location", "/cases/" + id));
    mvc.perform(get("/cases/" + id).with(as.signedIn(amina)))
        .andExpect(content().string(containsString("She mixed up two houses")))
        .andExpect(content().string(containsString("Missing: Means.")));
    mvc.perform(post(path + "/undo").param("version", "1").with(csrf()).with(as.signedIn(amina)))
        .andExpect(status().isSeeOther());
    assertThat(desk.read(amina, id).statements().getFirst().stands()).isTrue();
  }

  @Test
  void everyFormOfACaseShows() throws Exception {
    for (String form :
        List.of(
            "/plan",
            "/participants/new",
            "/participants/" + ana,
            "/participants/" + ana + "/safe-contact",
            "/identifiers/new",
            "/identifiers/" + phone,
            "/places/new",
            "/statements/" + said,
            "/consents/new",
            "/determinations/new")) {
      assertThat(answer(ask("GET /cases/" + id + form, amina))).as(form).isEqualTo(200);
    }
    assertThat(answer(ask("GET /cases/new", amina))).isEqualTo(200);
  }

  @Test
  void listsWithinReachFilteredAndSorted() throws Exception {
    desk.open(amina, "A second case");
    mvc.perform(get("/cases?sort=title&status=ACTIVE&whose=mine").with(as.signedIn(amina)))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("A second case")));
    mvc.perform(get("/cases?status=CLOSED").with(as.signedIn(amina)))
        .andExpect(content().string(not(containsString("A second case"))));
    mvc.perform(get("/cases?sort=drop&page=-3&status=x").with(as.signedIn(amina)))
        .andExpect(status().isOk());
  }

  private MockHttpServletRequestBuilder change(String path, String name) {
    return post(path)
        .param("version", "0")
        .param("name", name)
        .param("kind", "PERSON")
        .param("ageGroup", "ADULT")
        .param("roles", "PERSON_AFFECTED")
        .with(csrf())
        .with(as.signedIn(amina));
  }

  private List<String> paths(UUID of) {
    String path = "/cases/" + of;
    return List.of(
        "GET " + path,
        "GET " + path + "/plan",
        "POST " + path + "/plan",
        "POST " + path + "/status",
        "POST " + path + "/assign",
        "POST " + path + "/unassign",
        "POST " + path + "/statements",
        "GET " + path + "/statements/" + said,
        "POST " + path + "/statements/" + said,
        "POST " + path + "/statements/" + said + "/retract",
        "POST " + path + "/statements/" + said + "/corroborate",
        "POST " + path + "/statements/" + said + "/undo",
        "GET " + path + "/participants/new",
        "POST " + path + "/participants",
        "GET " + path + "/participants/" + ana,
        "POST " + path + "/participants/" + ana,
        "GET " + path + "/participants/" + ana + "/safe-contact",
        "POST " + path + "/participants/" + ana + "/safe-contact",
        "GET " + path + "/identifiers/new",
        "POST " + path + "/identifiers",
        "GET " + path + "/identifiers/" + phone,
        "POST " + path + "/identifiers/" + phone,
        "POST " + path + "/identifiers/" + phone + "/remove",
        "GET " + path + "/places/new",
        "POST " + path + "/places",
        "POST " + path + "/places/" + phone + "/remove",
        "GET " + path + "/consents/new",
        "POST " + path + "/consents",
        "POST " + path + "/consents/" + phone + "/withdraw",
        "GET " + path + "/determinations/new",
        "POST " + path + "/determinations");
  }

  private MockHttpServletRequestBuilder ask(String route, SignedIn who) {
    String path = route.substring(route.indexOf(' ') + 1);
    return route.startsWith("GET ")
        ? get(path).with(as.signedIn(who))
        : filled(post(path)).with(csrf()).with(as.signedIn(who));
  }

  /// All that any of the forms needs, so that only the case decides.
  private MockHttpServletRequestBuilder filled(MockHttpServletRequestBuilder request) {
    return request
        .param("version", "0")
        .param("title", "Stolen")
        .param("status", "ACTIVE")
        .param("person", amina.id().toString())
        .param("words", "Words")
        .param("speaker", "WORKER")
        .param("channel", "CALL")
        .param("reason", "Because")
        .param("name", "Name")
        .param("kind", "OTHER", "PERSON", "PHONE")
        .param("ageGroup", "ADULT")
        .param("roles", "WITNESS")
        .param("written", "+44 7700 900188")
        .param("way", "CALL_ONLY")
        .param("voicemail", "NO")
        .param("participant", ana.toString());
  }

  private int answer(MockHttpServletRequestBuilder request) throws Exception {
    return mvc.perform(request).andReturn().getResponse().getStatus();
  }
}
