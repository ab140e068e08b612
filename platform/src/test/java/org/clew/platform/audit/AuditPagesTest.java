package org.clew.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.clew.platform.ClewTest;
import org.clew.platform.access.As;
import org.clew.platform.access.Organisation;
import org.clew.platform.access.Role;
import org.clew.platform.access.SignedIn;
import org.clew.platform.casework.CaseFilter;
import org.clew.platform.casework.CaseHead;
import org.clew.platform.casework.CasePlan;
import org.clew.platform.casework.Casework;
import org.clew.platform.database.Tenancy;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@ClewTest
class AuditPagesTest {

  @Autowired private MockMvc mvc;
  @Autowired private As as;
  @Autowired private Audit audit;
  @Autowired private Casework casework;
  @Autowired private Tenancy tenancy;
  @Autowired private JdbcClient sql;

  @Test
  void showsWhoReadWhatAndThatTheChainHolds() throws Exception {
    SignedIn sam = as.person(Role.SUPERVISOR);
    var subject = new Subject(Subject.Kind.CASE, UUID.randomUUID());
    tenancy.within(sam.organisation(), () -> audit.record(sam, Deed.READ, subject));
    String page = ask(sam, get("/audit")).getContentAsString();
    assertThat(page)
        .contains("Amina K.", "read", subject.id().toString().substring(24), "The chain holds");
  }

  @Test
  void lookingIsWrittenDownToo() throws Exception {
    SignedIn sam = as.person(Role.SUPERVISOR);
    ask(sam, get("/audit"));
    assertThat(tenancy.within(sam.organisation(), () -> audit.find(AuditFilter.everything())))
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.deed()).isEqualTo(Deed.LISTED);
              assertThat(event.subject().kind()).isEqualTo(Subject.Kind.AUDIT);
            });
  }

  @Test
  void namesClewWhereNobodyDidIt() throws Exception {
    SignedIn sam = as.person(Role.SUPERVISOR);
    var forgotten = new Subject(Subject.Kind.IMPORT, UUID.randomUUID());
    tenancy.within(
        sam.organisation(),
        () -> {
          audit.record(Audit.ITSELF, Deed.UNDID, List.of(forgotten));
          return forgotten;
        });
    String itself = Audit.ITSELF.toString();
    assertThat(ask(sam, get("/audit").param("person", itself)).getContentAsString())
        .contains(forgotten.id().toString().substring(24), ">Clew<")
        .doesNotContain(itself + "<");
  }

  @Test
  void narrowsByPersonDeedAndKindAndShrugsAtNonsense() throws Exception {
    SignedIn sam = as.person(Role.SUPERVISOR);
    var seen = new Subject(Subject.Kind.CASE, UUID.randomUUID());
    tenancy.within(sam.organisation(), () -> audit.record(sam, Deed.READ, seen));
    String end = seen.id().toString().substring(24);
    assertThat(ask(sam, get("/audit").param("kind", "CASE")).getContentAsString()).contains(end);
    assertThat(ask(sam, get("/audit").param("kind", "TOKEN")).getContentAsString())
        .doesNotContain(end);
    assertThat(ask(sam, get("/audit").param("deed", "EXPORTED")).getContentAsString())
        .doesNotContain(end);
    assertThat(ask(sam, get("/audit").param("person", sam.id().toString())).getContentAsString())
        .contains(end);
    MockHttpServletResponse odd =
        ask(
            sam,
            get("/audit")
                .param("person", "'; drop table person")
                .param("deed", "<script>")
                .param("page", "-7"));
    assertThat(odd.getStatus()).isEqualTo(200);
    assertThat(odd.getContentAsString()).doesNotContain("<script>");
  }

  @Test
  void whoReadACaseCanBeAskedOfTheCase() throws Exception {
    Organisation harbour = as.organisation();
    SignedIn sam = as.person(harbour, Role.SUPERVISOR);
    CaseHead asked = open(sam);
    CaseHead other = open(sam);
    String about = "/audit?kind=CASE&amp;subject=" + asked.id();
    assertThat(ask(sam, get("/cases/" + asked.id())).getContentAsString()).contains(about);
    String page =
        ask(sam, get("/audit").param("kind", "CASE").param("subject", asked.id().toString()))
            .getContentAsString();
    assertThat(page)
        .contains("/cases/" + asked.id())
        .contains(">" + asked.reference() + "<")
        .doesNotContain(other.reference());
    SignedIn amina = as.person(harbour, Role.HELPLINE_WORKER);
    assertThat(ask(amina, get("/cases/" + asked.id())).getContentAsString())
        .doesNotContain("/audit?");
    SignedIn stranger = as.person(Role.SUPERVISOR);
    assertThat(
            ask(
                    stranger,
                    get("/audit").param("kind", "CASE").param("subject", asked.id().toString()))
                .getContentAsString())
        .doesNotContain(asked.reference());
  }

  @Test
  void whatStoodInOneListIsOneRow() throws Exception {
    SignedIn sam = as.person(Role.SUPERVISOR);
    for (int i = 0; i < 3; i++) {
      open(sam);
    }
    tenancy.within(sam.organisation(), () -> casework.list(sam, CaseFilter.EVERYTHING));
    String page =
        ask(sam, get("/audit").param("deed", "LISTED").param("kind", "CASE")).getContentAsString();
    assertThat(page.split("href=\"/cases/", -1)).as("one row").hasSize(2);
    assertThat(page).contains("and 2 more");
  }

  @Test
  void narrowsByDayAndShrugsAtNonsense() throws Exception {
    SignedIn sam = as.person(Role.SUPERVISOR);
    CaseHead made = open(sam);
    String today = LocalDate.now(ZoneOffset.UTC).toString();
    assertThat(ask(sam, get("/audit").param("day", today)).getContentAsString())
        .contains(made.reference());
    assertThat(ask(sam, get("/audit").param("day", "2001-01-01")).getContentAsString())
        .doesNotContain(made.reference());
    assertThat(ask(sam, get("/audit").param("day", "-999999999-01-01")).getStatus()).isEqualTo(200);
    assertThat(ask(sam, get("/audit").param("subject", "<script>")).getContentAsString())
        .doesNotContain("<script>");
  }

  private CaseHead open(SignedIn who) {
    return tenancy.within(
        who.organisation(), () -> casework.open(who, new CasePlan("A case", "", null)));
  }

  @Test
  void saysAtWhichRowTheChainBreaks() throws Exception {
    SignedIn sam = as.person(Role.SUPERVISOR);
    tenancy.within(
        sam.organisation(),
        () ->
            sql.sql(
                    """
                    insert into audit_event
                    values (:organisation, 1, now(), :person, 'READ', 'CASE', :subject, :hash)
                    """)
                .param("organisation", sam.organisation().value())
                .param("person", sam.id().value())
                .param("subject", UUID.randomUUID())
                .param("hash", "f".repeat(64))
                .update());
    assertThat(ask(sam, get("/audit")).getContentAsString())
        .contains("The chain is broken at row 1")
        .doesNotContain("The chain holds");
  }

  @Test
  void writesDownWhatPeopleDoToPeople() throws Exception {
    Organisation harbour = as.organisation();
    SignedIn ana = as.person(harbour, Role.ADMINISTRATOR);
    SignedIn rosa = as.person(harbour, Role.RESPONDER);
    ask(ana, post("/people/" + rosa.id() + "/roles").param("roles", "CASEWORKER").with(csrf()));
    ask(ana, post("/people/" + rosa.id() + "/block").with(csrf()));
    assertThat(
            tenancy.within(
                harbour.id(),
                () ->
                    audit.find(
                        AuditFilter.about(new Subject(Subject.Kind.PERSON, rosa.id().value())))))
        .extracting(AuditEvent::deed)
        .containsExactly(Deed.BLOCKED, Deed.ROLES_CHANGED);
  }

  @Test
  void whatDidNotHappenIsNotWrittenDown() throws Exception {
    SignedIn ana = as.person(Role.ADMINISTRATOR);
    ask(ana, post("/people/" + ana.id() + "/block").with(csrf()));
    assertThat(tenancy.within(ana.organisation(), () -> audit.count(AuditFilter.everything())))
        .isZero();
  }

  @Test
  void leavesAsAFileThatRunsNothing() throws Exception {
    SignedIn sam = as.person(Role.SUPERVISOR);
    tenancy.within(
        sam.organisation(),
        () ->
            sql.sql("update person set display_name = '=cmd()' where id = :id")
                .param("id", sam.id().value())
                .update());
    MockHttpServletResponse file = ask(sam, get("/audit/export"));
    assertThat(file.getContentType()).startsWith("text/csv");
    assertThat(file.getHeader("Content-Disposition")).contains("attachment");
    assertThat(file.getContentAsString())
        .contains("'=cmd()", "EXPORTED", "AUDIT")
        .doesNotContain(",=cmd()");
  }

  private MockHttpServletResponse ask(SignedIn who, MockHttpServletRequestBuilder request)
      throws Exception {
    return mvc.perform(request.with(as.proven(who))).andReturn().getResponse();
  }
}
