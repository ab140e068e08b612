package org.clew.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.clew.platform.database.TestDatabase.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Two connections, lent to one organisation after another: none remembers whom it served before.
class TenancyTest {

  private static final OrganisationId HARBOUR =
      new OrganisationId(UUID.fromString("aaaaaaaa-0000-7000-8000-000000000001"));
  private static final OrganisationId LANTERN =
      new OrganisationId(UUID.fromString("bbbbbbbb-0000-7000-8000-000000000002"));

  private TenantDataSource source = new TenantDataSource(new HikariDataSource());
  private JdbcClient sql = JdbcClient.create(source);
  private TransactionTemplate transaction = new TransactionTemplate();
  private Tenancy tenancy = new Tenancy(new JdbcTransactionManager());

  @BeforeEach
  void openAPoolOfTwo() {
    DatabaseLogin login = TestDatabase.login(TestDatabase.create(), Role.APPLICATION);
    var pool = new HikariDataSource();
    pool.setJdbcUrl(login.url());
    pool.setUsername(login.user());
    pool.setPassword(login.password());
    pool.setMaximumPoolSize(2);
    source = new TenantDataSource(pool);
    sql = JdbcClient.create(source);
    var manager = new JdbcTransactionManager(source);
    transaction = new TransactionTemplate(manager);
    tenancy = new Tenancy(manager);
  }

  @AfterEach
  void closeThePool() {
    source.close();
  }

  private String served() {
    return sql.sql("select current_setting('clew.organisation')").query(String.class).single();
  }

  @Test
  void bindsEveryConnectionToWhomItWasTakenFor() {
    assertThat(tenancy.within(HARBOUR, this::served)).isEqualTo(HARBOUR.toString());
    assertThat(tenancy.within(LANTERN, this::served)).isEqualTo(LANTERN.toString());
    assertThat(Tenancy.bind(HARBOUR, this::served)).isEqualTo(HARBOUR.toString());
    assertThat(served()).isEmpty();
  }

  @Test
  void forgetsAfterAnException() {
    assertThatThrownBy(
            () ->
                tenancy.within(
                    HARBOUR,
                    () -> {
                      sql.sql("select 1 / 0").query(Integer.class).single();
                    }))
        .isInstanceOf(DataAccessException.class);
    assertThat(Tenancy.current()).isEmpty();
    assertThat(served()).isEmpty();
    assertThat(tenancy.within(LANTERN, this::served)).isEqualTo(LANTERN.toString());
  }

  @Test
  void opensAnotherConnectionForAnotherOrganisationInTheMiddleOfATransaction() {
    tenancy.within(
        HARBOUR,
        () -> {
          assertThat(tenancy.within(LANTERN, this::served)).isEqualTo(LANTERN.toString());
          assertThat(served()).isEqualTo(HARBOUR.toString());
        });
  }

  @Test
  void doesNotTakeAnOpenTransactionOfNobodyAlong() {
    transaction.executeWithoutResult(
        _ -> {
          assertThat(served()).isEmpty();
          assertThat(tenancy.within(HARBOUR, this::served)).isEqualTo(HARBOUR.toString());
          assertThat(served()).isEmpty();
        });
  }

  @Test
  void rollsBackWhatItsOwnTransactionDidAndNothingElse() {
    tenancy.within(HARBOUR, () -> sql.sql("create temporary table t (n int)").update());
    assertThatThrownBy(
            () ->
                tenancy.within(
                    HARBOUR,
                    () -> {
                      throw new IllegalStateException("stop");
                    }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(served()).isEmpty();
  }

  @Test
  void neverMixesUpManyThreadsOnTwoConnections() throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var tries =
          IntStream.range(0, 200)
              .mapToObj(
                  n -> {
                    var organisation = new OrganisationId(new UUID(0x7000L, Long.MIN_VALUE + n));
                    Callable<Boolean> mine =
                        () ->
                            Tenancy.bind(organisation, this::served)
                                .equals(organisation.toString());
                    Callable<Boolean> nobodys = () -> served().isEmpty();
                    return n % 3 == 0 ? nobodys : mine;
                  })
              .toList();
      for (var outcome : threads.invokeAll(tries)) {
        assertThat(outcome.get()).isTrue();
      }
    }
  }

  @Test
  void hasNoOtherWayIn() {
    assertThatThrownBy(() -> source.getConnection("postgres", "guessed"))
        .hasMessage("the application has one login");
  }
}
