package org.clew.platform.concerns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
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
import org.clew.platform.database.Tenancy;
import org.clew.platform.web.Language;
import org.clew.platform.web.NotFound;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@ClewTest
class ConcernSettingsTest {

  private static final String HERE = "/settings/concerns";

  @Autowired private As as;
  @Autowired private Concerns concerns;
  @Autowired private Reports reports;
  @Autowired private VisitStore visits;
  @Autowired private ReceiptStore receipts;
  @Autowired private ConcernStore store;
  @Autowired private PassStore passes;
  @Autowired private Organisations organisations;
  @Autowired private Audit audit;
  @Autowired private Tenancy tenancy;
  @Autowired private JdbcClient sql;
  @Autowired private MockMvc mvc;

  private Organisation harbour;
  private SignedIn omar;
  private SignedIn amina;

  @BeforeEach
  void anOrganisation() {
    harbour = as.organisation();
    omar = as.person(harbour, Role.ADMINISTRATOR);
    amina = as.person(harbour, Role.HELPLINE_WORKER);
  }

  @Test
  void theSweepDeletesAConcernItsTalkAndItsReceiptAfterTheirLastDay() {
    Receipt receipt = file();
    WayBack way = reports.enter(receipt.digits()).orElseThrow();
    within(() -> concerns.answer(amina, waiting().getFirst().id(), "We are here."));
    LocalDate lastDay = reports.read(way).keptUntil();
    assertThat(lastDay).isEqualTo(today().plusDays(Limits.RETENTION_DAYS));
    sweepOn(lastDay);
    assertThat(reports.read(way).messages()).hasSize(1);
    sweepOn(lastDay.plusDays(1));
    assertThat(waiting()).isEmpty();
    assertThat(within(() -> count("concern_message"))).isZero();
    assertThat(reports.enter(receipt.digits())).isEmpty();
    assertThat(within(() -> receipts.pointer(way.tag(), today()))).isEmpty();
    assertThatThrownBy(() -> reports.read(way)).isInstanceOf(NotFound.class);
  }

  @Test
  void saysWhatWouldGoAndWhenBeforeItDoesIt() throws Exception {
    file();
    cameDaysAgo(40);
    file();
    keep("30")
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("Keep reports for 30 days?")))
        .andExpect(content().string(containsString("2 reports that are here now are deleted")))
        .andExpect(content().string(containsString("They go 30 days after the day each")))
        .andExpect(content().string(containsString("The time of one of them would be over")));
    assertThat(lastDays()).containsOnly(today().plusDays(Limits.RETENTION_DAYS));
    assertThat(deeds()).isEmpty();
    keep("30", "sure", "yes").andExpect(status().isSeeOther());
    assertThat(lastDays())
        .containsExactlyInAnyOrder(today().plusDays(Limits.GRACE_DAYS), today().plusDays(30));
    assertThat(deeds()).containsExactly(Deed.CHANGED);
    sweepOn(today().plusDays(Limits.GRACE_DAYS + 1));
    assertThat(waiting()).hasSize(1);
    mvc.perform(get(HERE).with(as.proven(omar)))
        .andExpect(content().string(containsString("A report is kept for 30 days")))
        .andExpect(content().string(containsString("One report is here now.")));
  }

  @Test
  void nothingStaysLongerThanItsReporterWasTold() throws Exception {
    file();
    keep("3650").andExpect(content().string(containsString("No report that is here now")));
    keep("3650", "sure", "yes").andExpect(status().isSeeOther());
    assertThat(lastDays()).containsExactly(today().plusDays(Limits.RETENTION_DAYS));
    file();
    assertThat(lastDays()).contains(today().plusDays(3650));
  }

  @Test
  void whatIsNoNumberOfDaysIsNamedAtItsField() throws Exception {
    for (String wrong :
        List.of(
            "", "0", "6", "3651", "-30", "1e3", "9".repeat(3000), "<script>alert(1)</script>")) {
      keep(wrong, "sure", "yes")
          .andExpect(status().isUnprocessableContent())
          .andExpect(content().string(containsString("href=\"#days\"")));
    }
    assertThat(deeds()).isEmpty();
  }

  @Test
  void anotherOrganisationsConcernsKeepTheirTime() throws Exception {
    file();
    SignedIn stranger = as.person(Role.ADMINISTRATOR);
    mvc.perform(
            post(HERE + "/keep")
                .param("days", "7")
                .param("sure", "yes")
                .with(csrf())
                .with(as.proven(stranger)))
        .andExpect(status().isSeeOther());
    assertThat(lastDays()).containsExactly(today().plusDays(Limits.RETENTION_DAYS));
  }

  @Test
  void aNewKeyIsMadeAndTheOldReportsStayReadable() throws Exception {
    mvc.perform(get(HERE).with(as.proven(omar)))
        .andExpect(content().string(containsString("There is no key yet")));
    file();
    within(
        () ->
            sql.sql("update sealing_key set made_on = :day")
                .param("day", LocalDate.of(2026, 3, 12))
                .update());
    mvc.perform(get(HERE).with(as.proven(omar)))
        .andExpect(content().string(containsString("In use since Mar 12, 2026")));
    mvc.perform(post(HERE + "/key").with(csrf()).with(as.proven(omar)))
        .andExpect(status().isSeeOther())
        .andExpect(header().string("Location", HERE));
    file();
    assertThat(within(() -> count("sealing_key"))).isEqualTo(2);
    assertThat(
            within(
                () ->
                    sql.sql("select distinct key_id from concern_message")
                        .query(UUID.class)
                        .list()))
        .hasSize(2);
    assertThat(waiting())
        .allSatisfy(
            concern ->
                assertThat(within(() -> concerns.open(amina, concern.id())).told().text())
                    .isEqualTo("They keep her passport."));
    mvc.perform(get(HERE).with(as.proven(omar)))
        .andExpect(content().string(org.hamcrest.Matchers.not(containsString("Mar 12, 2026"))));
    assertThat(deeds()).containsExactly(Deed.CHANGED);
  }

  @Test
  void onlyAnAdministratorWhoHasJustProvedWhoTheyAreChangesAnything() throws Exception {
    for (String path : List.of(HERE + "/keep", HERE + "/key")) {
      mvc.perform(
              post(path)
                  .param("days", "7")
                  .param("sure", "yes")
                  .with(csrf())
                  .with(as.signedIn(omar)))
          .andExpect(status().isSeeOther())
          .andExpect(header().string("Location", "/account/confirm?to=%2Fsettings%2Fconcerns"));
      mvc.perform(post(path).with(csrf()).with(as.proven(amina))).andExpect(status().isForbidden());
      mvc.perform(post(path).with(as.proven(omar))).andExpect(status().isForbidden());
    }
    assertThat(deeds()).isEmpty();
  }

  private ResultActions keep(String days, String... more) throws Exception {
    var form = post(HERE + "/keep").param("days", days).with(csrf()).with(as.proven(omar));
    for (int i = 0; i < more.length; i += 2) {
      form.param(more[i], more[i + 1]);
    }
    return mvc.perform(form);
  }

  private Receipt file() {
    return reports.file(
        new Report(
            harbour.id(),
            Way.WORRIED,
            Language.ENGLISH,
            Answers.UNSAID,
            Told.words("They keep her passport.")));
  }

  private void cameDaysAgo(int days) {
    within(
        () ->
            sql.sql("update concern set received_hour = received_hour - :days * interval '1 day'")
                .param("days", days)
                .update());
  }

  private void sweepOn(LocalDate day) {
    Instant then = day.atStartOfDay(ZoneOffset.UTC).toInstant().plus(1, ChronoUnit.HOURS);
    new Sweep(visits, receipts, store, passes, organisations, tenancy, () -> then).run();
  }

  private List<ConcernSummary> waiting() {
    return within(() -> concerns.list(amina, Concerns.Shelf.WAITING, 0));
  }

  private List<LocalDate> lastDays() {
    return within(() -> sql.sql("select expires_on from concern").query(LocalDate.class).list());
  }

  private int count(String table) {
    return sql.sql("select count(*) from " + table).query(Integer.class).single();
  }

  private List<Deed> deeds() {
    var settings = new Subject(Subject.Kind.SETTINGS, harbour.id().value());
    return within(() -> audit.find(AuditFilter.about(settings))).stream()
        .map(AuditEvent::deed)
        .toList();
  }

  private static LocalDate today() {
    return LocalDate.now(ZoneOffset.UTC);
  }

  private <T> T within(java.util.function.Supplier<T> work) {
    return tenancy.within(harbour.id(), work);
  }

  private void within(Runnable work) {
    tenancy.within(harbour.id(), work);
  }
}
