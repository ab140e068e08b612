package org.clew.platform.database;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/// The wall between organisations, tried on every table of every module.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TenantTablesTest {

  private static final String OURS = "aaaaaaaa-0000-7000-8000-000000000001";
  private static final String THEIRS = "bbbbbbbb-0000-7000-8000-000000000002";
  private static final String NOBODY = "";
  private static final String NOT_ALLOWED = "42501";

  /// Tables that no organisation owns, each with the reason why. A new one belongs here only if
  /// every organisation may read all of it; otherwise it needs `organisation_id` and
  /// `clew.protect`.
  private static final Map<String, String> SHARED =
      Map.ofEntries(
          entry(
              "concern_receipt",
              "keyed tags of receipts, for reporters who belong to no organisation"),
          entry(
              "concern_visit",
              "how far a reporter's own conversation got, found by the receipt's tag"),
          entry("organisation", "members of the coalition, as anybody may know them"),
          entry("failed_try", "keyed hashes of tries to sign in, before anybody is known"),
          entry("setup_code", "hash of the code of a first start, before there is an organisation"),
          entry("key_check", "shows whether the key files fit, about no organisation"),
          entry("database_use", "whether this is the demo's database, about no organisation"),
          entry("event_publication", "ids between modules; handled by the server, not by a person"),
          entry("scheduled_tasks", "which server does which recurring work"),
          entry("spring_session", "ids and times of sessions; the cookie is the key to each"),
          entry("spring_session_attributes", "what a session remembers"));

  /// Functions that answer across organisations, each with the reason why that is safe.
  private static final Map<String, String> CROSSING =
      Map.of(
          "person_by_email", "who signs in is not known before; answers ids alone",
          "administrator_by_email", "for the machine's own shell; answers ids alone",
          "organisation_of_passkey", "the same for a passkey",
          "organisation_of_invitation", "the same for an invitation's secret",
          "token_by_hash",
              "one token with what whoever made it may do, for the whole hash of its text",
          "anybody_can_sign_in", "whether this is a first start; a yes or no");

  private Catalogue catalogue;
  private Connection application;

  @BeforeAll
  void putARowOfTwoOrganisationsIntoEveryTable() throws SQLException, IOException {
    catalogue = Catalogue.ofBareTables();
    application = catalogue.application().connect();
    application.setAutoCommit(false);
    for (String table : catalogue.tenantTables()) {
      PostgresFixture.order(catalogue.owner(), catalogue.insert(table, OURS));
      PostgresFixture.order(catalogue.owner(), catalogue.insert(table, THEIRS));
    }
  }

  @AfterAll
  void close() throws SQLException {
    application.close();
  }

  @TestFactory
  Stream<DynamicTest> everyTenantTableHidesOtherOrganisations() throws SQLException {
    List<String> tables = catalogue.tenantTables();
    assertThat(tables).contains("person", "audit_event", "concern");
    return tables.stream().map(table -> DynamicTest.dynamicTest(table, () -> tryTheWall(table)));
  }

  private void tryTheWall(String table) throws SQLException {
    var tries = new SoftAssertions();
    tries.assertThat(rows(OURS, table)).as("rows seen by their owner").isEqualTo(1);
    tries.assertThat(rows(THEIRS, table)).as("rows seen by the other owner").isEqualTo(1);
    tries.assertThat(rows(NOBODY, table)).as("rows seen by nobody").isZero();
    for (String who : List.of(OURS, NOBODY)) {
      String as = who.isEmpty() ? "by nobody" : "by another organisation";
      tries
          .assertThat(state(who, catalogue.insert(table, THEIRS)))
          .as("insert " + as)
          .isEqualTo(NOT_ALLOWED);
      tries
          .assertThat(
              state(
                  who,
                  "update clew.%s set organisation_id = organisation_id where organisation_id = '%s'"
                      .formatted(table, THEIRS)))
          .as("update " + as)
          .isIn("0 rows", NOT_ALLOWED);
      tries
          .assertThat(
              state(
                  who, "delete from clew.%s where organisation_id = '%s'".formatted(table, THEIRS)))
          .as("delete " + as)
          .isIn("0 rows", NOT_ALLOWED);
    }
    tries
        .assertThat(
            state(OURS, "update clew.%s set organisation_id = '%s'".formatted(table, THEIRS)))
        .as("giving a row away")
        .isEqualTo(NOT_ALLOWED);
    for (String tearingDown :
        List.of(
            "alter table clew.%s disable row level security",
            "drop policy organisation on clew.%s",
            "create policy mine on clew.%s using (true)",
            "truncate clew.%s",
            "drop table clew.%s")) {
      tries
          .assertThat(state(OURS, tearingDown.formatted(table)))
          .as(tearingDown)
          .isEqualTo(NOT_ALLOWED);
    }
    tries.assertAll();
  }

  @Test
  void everyOtherTableHasAReasonToBeShared() throws SQLException {
    List<String> unowned = catalogue.tables();
    unowned.removeAll(catalogue.tenantTables());
    assertThat(unowned)
        .as("give each a column organisation_id and clew.protect, or name it in SHARED and say why")
        .isSubsetOf(SHARED.keySet());
  }

  @Test
  void everyTableOfAnOrganisationOrAPersonHasTheWall() throws SQLException {
    List<String> open =
        catalogue.list(
            """
                select distinct relname from pg_class join pg_attribute on attrelid = pg_class.oid
                where relnamespace = 'clew'::regnamespace and relkind in ('r', 'p')
                  and (attname = 'organisation_id'
                    or col_description(pg_class.oid, attnum) like 'personal:%')
                  and not attisdropped
                  and not (relrowsecurity and exists (select from pg_policy where polrelid = pg_class.oid))
                """);
    open.removeAll(SHARED.keySet());
    assertThat(open).isEmpty();
  }

  @Test
  void noPolicyLetsThroughMoreThanTheOrganisationsOwnRows() throws SQLException {
    assertThat(
            catalogue.list(
                """
                select tablename || '.' || policyname from pg_policies
                where schemaname = 'clew' and permissive = 'PERMISSIVE'
                  and (coalesce(qual, with_check) not like '%organisation_id = current_organisation()%'
                    and coalesce(qual, with_check) not like '%organisation_id = clew.current_organisation()%')
                """))
        .isEmpty();
  }

  @Test
  void noViewReadsWithTheRightsOfTheOwner() throws SQLException {
    assertThat(
            catalogue.list(
                """
                select relname from pg_class where relnamespace = 'clew'::regnamespace
                  and (relkind = 'm' or relkind = 'v'
                    and not coalesce(reloptions::text, '') like '%security_invoker=true%')
                """))
        .as("make each 'with (security_invoker = true)'")
        .isEmpty();
  }

  @Test
  void everyFunctionWithTheRightsOfTheOwnerHasAReason() throws SQLException {
    assertThat(
            catalogue.list(
                "select proname from pg_proc where pronamespace = 'clew'::regnamespace and prosecdef"))
        .as("name each in CROSSING and say why it is safe")
        .isSubsetOf(CROSSING.keySet());
    assertThat(
            catalogue.list(
                """
                select proname from pg_proc where pronamespace = 'clew'::regnamespace and prosecdef
                  and not coalesce(proconfig::text, '') like '%search_path%'
                """))
        .as("a function with the owner's rights must fix its search_path")
        .isEmpty();
  }

  @Test
  void theApplicationOwnsNothingAndCannotBecomeMore() throws SQLException {
    DatabaseLogin application = catalogue.application();
    assertThat(
            PostgresFixture.ask(
                application,
                """
                select count(*) from pg_roles able where pg_has_role(current_user, able.oid, 'member')
                  and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication
                    or exists (select from pg_class where relowner = able.oid)
                    or exists (select from pg_proc where proowner = able.oid)
                    or exists (select from pg_namespace where nspowner = able.oid))
                """))
        .isEqualTo("0");
    assertThat(state(OURS, "set role clew_owner")).isEqualTo(NOT_ALLOWED);
    assertThat(state(OURS, "alter role clew_app bypassrls")).isEqualTo(NOT_ALLOWED);
    assertThat(state(OURS, "set session_replication_role = replica")).isEqualTo(NOT_ALLOWED);
    assertThat(state(OURS, "create table clew.mine ()")).isEqualTo(NOT_ALLOWED);
    assertThat(state(OURS, "select clew.protect('person')")).isEqualTo(NOT_ALLOWED);
  }

  @Test
  void theApplicationCannotTouchTheHistoryOfMigrations() {
    assertThatThrownBy(() -> rows(OURS, "flyway_schema_history"))
        .hasMessageContaining("permission denied");
    assertThatThrownBy(() -> rows(OURS, "flyway_schema_history_access"))
        .hasMessageContaining("permission denied");
  }

  private int rows(String organisation, String table) throws SQLException {
    bind(organisation);
    try (Statement statement = application.createStatement();
        ResultSet count = statement.executeQuery("select count(*) from clew." + table)) {
      count.next();
      return count.getInt(1);
    } finally {
      application.rollback();
    }
  }

  /// How PostgreSQL answers: the state it refuses with, or how many rows it did it to. Nothing
  /// stays.
  private String state(String organisation, String sql) throws SQLException {
    bind(organisation);
    try (Statement statement = application.createStatement()) {
      statement.execute(sql);
      return statement.getUpdateCount() + " rows";
    } catch (SQLException e) {
      return e.getSQLState();
    } finally {
      application.rollback();
    }
  }

  private void bind(String organisation) throws SQLException {
    try (Statement statement = application.createStatement()) {
      statement.execute("set local clew.organisation = '%s'".formatted(organisation));
    }
  }
}
