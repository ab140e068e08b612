package org.clew.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.clew.platform.ClewTest;
import org.clew.platform.access.As;
import org.clew.platform.access.Role;
import org.clew.platform.access.SignedIn;
import org.clew.platform.database.Tenancy;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@ClewTest
class AuditTest {

  @Autowired private As as;
  @Autowired private Audit audit;
  @Autowired private Tenancy tenancy;
  @Autowired private JdbcClient sql;

  private final Subject someCase = new Subject(Subject.Kind.CASE, UUID.randomUUID());

  @Test
  void tellsWhoReadACaseNewestFirst() {
    SignedIn amina = as.person(Role.HELPLINE_WORKER);
    within(amina, () -> audit.record(amina, Deed.CREATED, someCase));
    within(amina, () -> audit.record(amina, Deed.READ, someCase));
    assertThat(tenancy.within(amina.organisation(), () -> audit.find(AuditFilter.about(someCase))))
        .extracting(AuditEvent::sequence, AuditEvent::person, AuditEvent::deed)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(2L, amina.id(), Deed.READ),
            org.assertj.core.groups.Tuple.tuple(1L, amina.id(), Deed.CREATED));
  }

  @Test
  void anotherOrganisationSeesNoneOfIt() {
    SignedIn amina = as.person(Role.HELPLINE_WORKER);
    within(amina, () -> audit.record(amina, Deed.READ, someCase));
    SignedIn stranger = as.person(Role.SUPERVISOR);
    assertThat(tenancy.within(stranger.organisation(), () -> audit.count(AuditFilter.everything())))
        .isZero();
  }

  @Test
  void theChainHoldsUnderManyHands() throws Exception {
    SignedIn amina = as.person(Role.HELPLINE_WORKER);
    try (var hands = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> all =
          java.util.stream.IntStream.range(0, 40)
              .<Future<?>>mapToObj(
                  _ ->
                      hands.submit(
                          () -> within(amina, () -> audit.record(amina, Deed.READ, someCase))))
              .toList();
      for (Future<?> one : all) {
        one.get();
      }
    }
    assertThat(tenancy.within(amina.organisation(), () -> audit.count(AuditFilter.everything())))
        .isEqualTo(40);
    assertThat(tenancy.within(amina.organisation(), audit::firstBroken)).isEmpty();
  }

  @Test
  void theApplicationCanNeitherChangeNorRemoveARow() {
    SignedIn amina = as.person(Role.HELPLINE_WORKER);
    within(amina, () -> audit.record(amina, Deed.READ, someCase));
    for (String attempt :
        List.of("update audit_event set deed = 'CREATED'", "delete from audit_event")) {
      assertThatThrownBy(() -> within(amina, () -> sql.sql(attempt).update()))
          .isInstanceOf(DataAccessException.class);
    }
  }

  @Test
  void aForgedRowShows() {
    SignedIn amina = as.person(Role.HELPLINE_WORKER);
    within(amina, () -> audit.record(amina, Deed.READ, someCase));
    within(
        amina,
        () ->
            sql.sql(
                    """
                    insert into audit_event
                    values (:organisation, 2, now(), :person, 'READ', 'CASE', :subject, :hash)
                    """)
                .param("organisation", amina.organisation().value())
                .param("person", amina.id().value())
                .param("subject", UUID.randomUUID())
                .param("hash", "f".repeat(64))
                .update());
    assertThat(tenancy.within(amina.organisation(), audit::firstBroken)).contains(2L);
  }

  private void within(SignedIn who, Runnable work) {
    tenancy.within(who.organisation(), work);
  }
}
