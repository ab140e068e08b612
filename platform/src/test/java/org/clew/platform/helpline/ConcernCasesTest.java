package org.clew.platform.helpline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.clew.platform.ClewTest;
import org.clew.platform.access.As;
import org.clew.platform.access.Organisation;
import org.clew.platform.access.Role;
import org.clew.platform.access.SignedIn;
import org.clew.platform.audit.Audit;
import org.clew.platform.casework.Case;
import org.clew.platform.casework.CaseId;
import org.clew.platform.casework.Channel;
import org.clew.platform.casework.Desk;
import org.clew.platform.casework.Fact;
import org.clew.platform.casework.Identifier;
import org.clew.platform.casework.PlaceKind;
import org.clew.platform.casework.Precision;
import org.clew.platform.casework.Speaker;
import org.clew.platform.casework.StandingFact;
import org.clew.platform.casework.Statement;
import org.clew.platform.concerns.ConcernId;
import org.clew.platform.concerns.Concerns;
import org.clew.platform.concerns.Reports;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/// From a concern to a case: everything that was confirmed, once.
@ClewTest
class ConcernCasesTest {

  @Autowired private As as;
  @Autowired private Desk desk;
  @Autowired private Reports reports;
  @Autowired private Concerns concerns;
  @Autowired private Audit audit;
  @Autowired private MockMvc mvc;
  @Autowired private JdbcClient sql;

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
  void offersWhatWasFoundAndOpensACaseOfItWithoutRetyping() throws Exception {
    String form =
        mvc.perform(get("/inbox/" + concern + "/case").with(as.signedIn(amina)))
            .andExpect(status().isOk())
            .andReturn()
            .getResponse()
            .getContentAsString();
    assertThat(form)
        .contains("value=\"Dario\"")
        .contains("value=\"020 7946 0123\"")
        .contains("value=\"Dario Marin\"")
        .contains("value=\"+44 7700 900188\"")
        .contains("value=\"14 Mill Lane, Easton\"");
    CaseId id =
        opened(
            rows()
                .param("to", "new")
                .param("title", "Packing house, Easton")
                .param("facts", "HARBOURING", "WITHHOLDS_DOCUMENTS"));
    Case made = desk.read(amina, id);
    assertThat(made.participants())
        .singleElement()
        .satisfies(p -> assertThat(p.details().name()).isEqualTo("Dario Marin"));
    assertThat(made.identifiers())
        .extracting(Identifier::normalised)
        .containsExactlyInAnyOrder("+447700900188", "+442079460123");
    assertThat(made.identifiers())
        .filteredOn(i -> i.written().equals("+44 7700 900188"))
        .singleElement()
        .satisfies(i -> assertThat(i.participant()).isEqualTo(made.participants().getFirst().id()));
    Statement statement = made.statements().getFirst();
    assertThat(statement.words()).isEqualTo(HouseReport.WORDS);
    assertThat(statement.speaker()).isEqualTo(Speaker.ANONYMOUS_REPORTER);
    assertThat(statement.mentions()).hasSize(4);
    assertThat(made.contacts().getFirst())
        .satisfies(
            contact -> {
              assertThat(contact.concern()).isEqualTo(concern.value());
              assertThat(contact.channel()).isEqualTo(Channel.PUBLIC_REPORT);
              assertThat(contact.precision()).isEqualTo(Precision.HOUR);
            });
    assertThat(made.facts())
        .extracting(StandingFact::fact)
        .containsExactly(Fact.HARBOURING, Fact.WITHHOLDS_DOCUMENTS);
    assertThat(desk.as(amina, () -> concerns.summary(amina, concern)).caseId())
        .isEqualTo(id.value());
  }

  @Test
  void addsAConcernToACaseByItsNumber() throws Exception {
    CaseId there = desk.open(amina, "Packing house");
    String reference = desk.read(amina, there).head().reference();
    assertThat(opened(rows().param("to", "existing").param("reference", reference)))
        .isEqualTo(there);
    assertThat(desk.read(amina, there).statements()).hasSize(1);
  }

  @Test
  void whatNobodySaidOfAPlaceStaysUnsaid() throws Exception {
    String form =
        mvc.perform(get("/inbox/" + concern + "/case").with(as.signedIn(amina)))
            .andReturn()
            .getResponse()
            .getContentAsString();
    assertThat(form).contains("Easton").doesNotContain("value=\"EXPLOITATION\" selected");
    CaseId id =
        opened(
            post("/inbox/" + concern + "/case")
                .param("rows", "1")
                .param("take", "0")
                .param("kind-0", "PLACE")
                .param("text-0", "Mill Lane, Easton")
                .param("to", "new")
                .param("title", "Mill Lane"));
    assertThat(desk.read(amina, id).places())
        .singleElement()
        .satisfies(place -> assertThat(place.kind()).isEqualTo(PlaceKind.NOT_SAID));
  }

  @Test
  void aDoubleClickMakesOneCase() throws Exception {
    String number = UUID.randomUUID().toString();
    try (var hands = Executors.newVirtualThreadPerTaskExecutor()) {
      var all = new ArrayList<Future<CaseId>>();
      for (int i = 0; i < 4; i++) {
        all.add(
            hands.submit(
                () ->
                    opened(
                        rows()
                            .param("number", number)
                            .param("to", "new")
                            .param("title", "Mill Lane"))));
      }
      var made = new HashSet<CaseId>();
      for (Future<CaseId> each : all) {
        made.add(each.get());
      }
      assertThat(made).hasSize(1);
      assertThat(desk.read(amina, made.iterator().next()).statements()).hasSize(1);
    }
  }

  @Test
  void saysInWhichCaseItIsBeforeItGoesIntoAnother() throws Exception {
    CaseId first = opened(rows().param("to", "new").param("title", "Mill Lane"));
    String reference = desk.read(amina, first).head().reference();
    mvc.perform(get("/inbox/" + concern + "/case").with(as.signedIn(amina)))
        .andExpect(content().string(containsString("This report is in a case already")))
        .andExpect(content().string(containsString(reference)));
    mvc.perform(
            rows()
                .param("to", "new")
                .param("title", "Once more")
                .with(csrf())
                .with(as.signedIn(amina)))
        .andExpect(status().isUnprocessableContent())
        .andExpect(content().string(containsString("href=\"#again\"")))
        .andExpect(content().string(containsString("value=\"Once more\"")));
    assertThat(opened(again().param("to", "new").param("title", "Once more"))).isNotEqualTo(first);
  }

  @Test
  void aNumberOfNobodysCaseIsAMistakeAndNothingIsLost() throws Exception {
    SignedIn stranger = as.person(Role.HELPLINE_WORKER);
    desk.open(stranger, "Elsewhere");
    for (String wrong : List.of("99-9999", "' or 1=1", "26-0001")) {
      mvc.perform(
              rows()
                  .param("to", "existing")
                  .param("reference", wrong)
                  .with(csrf())
                  .with(as.signedIn(amina)))
          .andExpect(status().isUnprocessableContent())
          .andExpect(content().string(containsString("You have no case with this number")))
          .andExpect(content().string(containsString("value=\"+44 7700 900188\"")));
    }
  }

  @Test
  void whatIsNoPhoneIsNamedAtItsRow() throws Exception {
    mvc.perform(
            post("/inbox/" + concern + "/case")
                .param("rows", "1")
                .param("take", "0")
                .param("kind-0", "PHONE")
                .param("text-0", "no number")
                .param("to", "new")
                .param("title", "A case")
                .with(csrf())
                .with(as.signedIn(amina)))
        .andExpect(status().isUnprocessableContent())
        .andExpect(content().string(containsString("href=\"#text-0\"")));
  }

  @Test
  void manyHandsAtOnceLoseNothing() throws Exception {
    CaseId there = desk.open(amina, "Packing house");
    String reference = desk.read(amina, there).head().reference();
    try (var hands = Executors.newVirtualThreadPerTaskExecutor()) {
      var all = new ArrayList<Future<?>>();
      for (int i = 0; i < 6; i++) {
        all.add(hands.submit(() -> desk.open(amina, "By hand")));
        all.add(hands.submit(() -> opened(again().param("to", "new").param("title", "Of it"))));
        all.add(
            hands.submit(
                () -> opened(again().param("to", "existing").param("reference", reference))));
        all.add(hands.submit(() -> desk.said(amina, there, "Words", Set.of(), Set.of())));
      }
      for (Future<?> each : all) {
        each.get();
      }
    }
    assertThat(desk.read(amina, there).statements()).hasSize(12);
    assertThat(desk.as(amina, audit::firstBroken)).isEmpty();
  }

  @Test
  void whoMakesACaseOfAConcernWaitsForWhoAnswersItWithNothingInHand() throws Exception {
    try (var hands = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<CaseId> made =
          desk.as(
              amina,
              () -> {
                sql.sql("select id from concern where id = :id for update")
                    .param("id", concern.value())
                    .query(UUID.class)
                    .single();
                Future<CaseId> waiting =
                    hands.submit(() -> opened(rows().param("to", "new").param("title", "Of it")));
                awaitSomebodyWaiting();
                concerns.answer(amina, concern, "We are coming.");
                return waiting;
              });
      assertThat(desk.read(amina, made.get()).statements()).hasSize(1);
    }
  }

  private void awaitSomebodyWaiting() {
    while (sql.sql("select count(*) from pg_locks where not granted").query(Long.class).single()
        == 0) {
      Thread.onSpinWait();
    }
  }

  private MockHttpServletRequestBuilder again() {
    return rows().param("again", "yes");
  }

  private MockHttpServletRequestBuilder rows() {
    return post("/inbox/" + concern + "/case")
        .param("rows", "5")
        .param("take", "1", "2", "3", "4")
        .param("kind-0", "PERSON")
        .param("text-0", "Dario")
        .param("kind-1", "PERSON")
        .param("text-1", "Dario Marin")
        .param("role-1", "EXPLOITER")
        .param("kind-2", "PHONE")
        .param("text-2", "+44 7700 900188")
        .param("whose-2", "1")
        .param("kind-3", "PHONE")
        .param("text-3", "+44 20 7946 0123")
        .param("kind-4", "PLACE")
        .param("text-4", "Mill Lane, Easton")
        .param("role-4", "EXPLOITATION");
  }

  private CaseId opened(MockHttpServletRequestBuilder form) throws Exception {
    String location =
        mvc.perform(form.with(csrf()).with(as.signedIn(amina)))
            .andExpect(status().isSeeOther())
            .andReturn()
            .getResponse()
            .getHeader("Location");
    return new CaseId(
        UUID.fromString(Objects.requireNonNull(location).substring("/cases/".length())));
  }
}
