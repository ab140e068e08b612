package org.clew.platform.helpline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Set;
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
import org.clew.platform.casework.CaseId;
import org.clew.platform.casework.Desk;
import org.clew.platform.casework.PartId;
import org.clew.platform.casework.ParticipantRole;
import org.clew.platform.concerns.ConcernId;
import org.clew.platform.concerns.Concerns;
import org.clew.platform.concerns.Reports;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@ClewTest
class InboxTest {

  @Autowired private As as;
  @Autowired private Desk desk;
  @Autowired private Reports reports;
  @Autowired private Concerns concerns;
  @Autowired private Audit audit;
  @Autowired private MockMvc mvc;

  private Organisation harbour;
  private SignedIn amina;
  private ConcernId concern;

  @BeforeEach
  void aConcern() {
    harbour = as.organisation();
    amina = as.person(harbour, Role.HELPLINE_WORKER);
    reports.file(HouseReport.to(harbour));
    concern = desk.as(amina, () -> concerns.list(amina, Concerns.Shelf.WAITING, 0)).getFirst().id();
  }

  @Test
  void theInboxSaysWhyButNotWhat() throws Exception {
    mvc.perform(get("/inbox").with(as.signedIn(amina)))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("Somebody is in danger now · Still there")))
        .andExpect(content().string(containsString("Español")))
        .andExpect(content().string(not(containsString("Mill Lane"))))
        .andExpect(content().string(not(containsString("Dario"))));
    assertThat(deeds()).doesNotContain(Deed.READ);
  }

  @Test
  void openingShowsTheWordsAndIsWrittenDown() throws Exception {
    mvc.perform(get("/inbox/" + concern).with(as.signedIn(amina)))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("14 Mill Lane, Easton</mark>")))
        .andExpect(content().string(containsString("&lt;b&gt;Please&lt;/b&gt;")))
        .andExpect(content().string(containsString("every night")));
    assertThat(deeds()).contains(Deed.READ);
  }

  @Test
  void saysWhatOfItIsKnownBefore() throws Exception {
    mvc.perform(get("/inbox/" + concern).with(as.signedIn(amina)))
        .andExpect(content().string(containsString("No number, plate or address in it is known")));
    CaseId there = desk.open(amina, "Agencies");
    PartId marin = desk.person(amina, there, "D. Marin", ParticipantRole.RECRUITER);
    desk.phone(amina, there, marin, "+447700900188");
    mvc.perform(get("/inbox/" + concern).with(as.signedIn(amina)))
        .andExpect(content().string(containsString("D. Marin")))
        .andExpect(content().string(containsString("Same phone")))
        .andExpect(content().string(containsString("known: the very same is written there")))
        .andExpect(content().string(not(containsString("weak"))));
  }

  @Test
  void answers() throws Exception {
    mvc.perform(
            post("/inbox/" + concern + "/answer")
                .param("answer", "¿Está usted a salvo ahora?")
                .with(csrf())
                .with(as.signedIn(amina)))
        .andExpect(status().isSeeOther());
    mvc.perform(get("/inbox/" + concern).with(as.signedIn(amina)))
        .andExpect(content().string(containsString("¿Está usted a salvo ahora?")));
    mvc.perform(
            post("/inbox/" + concern + "/answer")
                .param("answer", " ")
                .with(csrf())
                .with(as.signedIn(amina)))
        .andExpect(status().isUnprocessableContent())
        .andExpect(content().string(containsString("href=\"#answer\"")));
    mvc.perform(
            post("/inbox/" + concern + "/answer")
                .param("answer", "x".repeat(InboxPages.ANSWER + 1))
                .with(csrf())
                .with(as.signedIn(amina)))
        .andExpect(status().isUnprocessableContent());
  }

  @Test
  void othersGetTheSameAnswerAsForAnUnknownConcern() throws Exception {
    SignedIn stranger = as.person(Role.HELPLINE_WORKER);
    for (String path : List.of("GET /inbox/%s", "GET /inbox/%s/case", "POST /inbox/%s/close")) {
      assertThat(answer(path.formatted(concern), stranger))
          .as(path)
          .isEqualTo(answer(path.formatted(UUID.randomUUID()), stranger))
          .isEqualTo(404);
    }
    for (Role role : Set.of(Role.CASEWORKER, Role.ANALYST, Role.RESPONDER)) {
      SignedIn them = as.person(harbour, role);
      assertThat(answer("GET /inbox", them)).isEqualTo(403);
      assertThat(answer("GET /inbox/" + concern, them)).isEqualTo(403);
      assertThat(answer("GET /inbox/" + concern + "/case", them)).isIn(403);
    }
  }

  @Test
  void aFormWithoutItsProofIsRefused() throws Exception {
    mvc.perform(
            post("/inbox/" + concern + "/answer").param("answer", "Hi").with(as.signedIn(amina)))
        .andExpect(status().isForbidden());
  }

  private int answer(String route, SignedIn who) throws Exception {
    String path = route.substring(route.indexOf(' ') + 1);
    MockHttpServletRequestBuilder request =
        route.startsWith("GET") ? get(path) : post(path).with(csrf());
    return mvc.perform(request.with(as.signedIn(who))).andReturn().getResponse().getStatus();
  }

  private List<Deed> deeds() {
    var subject = new Subject(Subject.Kind.CONCERN, concern.value());
    return desk.as(amina, () -> audit.find(AuditFilter.about(subject))).stream()
        .map(AuditEvent::deed)
        .toList();
  }
}
