package org.clew.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A database of our own, from its first start through everything that can happen to it.
class LocalPostgresTest {

  @TempDir private Path folder;

  @Nested
  class AFirstStart {

    @Test
    void makesADatabaseThatIsDurableAndAsksForPasswords() throws Exception {
      try (var postgres = PostgresFixture.start(folder.resolve("data"))) {
        DatabaseLogin owner = postgres.owner();
        assertThat(PostgresFixture.ask(owner, "show fsync")).isEqualTo("on");
        assertThat(PostgresFixture.ask(owner, "show synchronous_commit")).isEqualTo("on");
        assertThat(PostgresFixture.ask(owner, "show full_page_writes")).isEqualTo("on");
        assertThat(PostgresFixture.ask(owner, "show data_checksums")).isEqualTo("on");
        assertThat(PostgresFixture.ask(owner, "show listen_addresses")).isEqualTo("127.0.0.1");
        assertThat(PostgresFixture.ask(owner, "show log_statement")).isEqualTo("none");
        for (String role : new String[] {"postgres", "clew_owner", "clew_app"}) {
          var guess = new DatabaseLogin(owner.url(), role, "guessed");
          assertThatThrownBy(guess::connect)
              .isInstanceOf(SQLException.class)
              .extracting(e -> ((SQLException) e).getSQLState())
              .isEqualTo("28P01");
        }
      }
    }

    @Test
    void keepsEverythingFromOtherPeopleOfTheMachine() throws Exception {
      Path data = folder.resolve("data");
      try (var postgres = PostgresFixture.start(data)) {
        assertThat(postgres.port()).isPositive();
        assertThat(permissions(data)).isEqualTo("rwx------");
        assertThat(permissions(data.resolve("postgres"))).isEqualTo("rwx------");
        assertThat(permissions(data.resolve("passwords"))).isEqualTo("rwx------");
        assertThat(permissions(data.resolve("passwords/postgres"))).isEqualTo("rw-------");
        assertThat(permissions(data.resolve("passwords/clew_owner"))).isEqualTo("rw-------");
        assertThat(permissions(data.resolve("passwords/clew_app"))).isEqualTo("rw-------");
        assertThat(data.resolve("password.new")).doesNotExist();
      }
    }

    @Test
    void beginsAnewWhereOneWasInterrupted() throws Exception {
      Path data = folder.resolve("data");
      Files.createDirectories(data.resolve("postgres.new/base"));
      Files.writeString(data.resolve("postgres.new/PG_VERSION"), "18\n");
      Files.createDirectories(data.resolve("postgres"));
      Files.writeString(data.resolve("postgres/half"), "made");
      try (var postgres = PostgresFixture.start(data)) {
        assertThat(PostgresFixture.ask(postgres.owner(), "select 1")).isEqualTo("1");
        assertThat(data.resolve("postgres.new")).doesNotExist();
      }
    }

    @Test
    void givesTheApplicationARoleThatIsNobody() throws Exception {
      try (var postgres = PostgresFixture.start(PreparedData.copyTo(folder.resolve("data")))) {
        assertThat(
                PostgresFixture.ask(
                    postgres.application(),
                    """
                    select concat_ws(' ', rolsuper, rolbypassrls, rolcreaterole, rolcreatedb,
                      rolreplication, (select count(*) from pg_auth_members where member = r.oid))
                    from pg_roles r where rolname = current_user
                    """))
            .isEqualTo("f f f f f 0");
        assertThatThrownBy(
                () -> PostgresFixture.order(postgres.application(), "create table clew.mine ()"))
            .hasMessageContaining("permission denied");
        assertThatThrownBy(
                () -> PostgresFixture.order(postgres.application(), "create schema mine"))
            .hasMessageContaining("permission denied");
        assertThatThrownBy(
                () -> PostgresFixture.order(postgres.application(), "set role clew_owner"))
            .hasMessageContaining("permission denied");
      }
    }
  }

  @Nested
  class ALaterStart {

    private Path data = Path.of("");

    @BeforeEach
    void prepareTheFolder() throws IOException {
      data = PreparedData.copyTo(folder.resolve("data"));
    }

    @Test
    void findsEveryRowAgain() throws Exception {
      try (var postgres = PostgresFixture.start(data)) {
        PostgresFixture.order(postgres.owner(), "create table clew.kept as select 42 as it");
      }
      try (var postgres = PostgresFixture.start(data)) {
        assertThat(PostgresFixture.ask(postgres.owner(), "select it from clew.kept"))
            .isEqualTo("42");
      }
    }

    @Test
    void isRefusedWhileTheFirstStillRuns() {
      try (var _ = PostgresFixture.start(data)) {
        assertThatThrownBy(() -> PostgresFixture.start(data))
            .isInstanceOf(DatabaseRefused.class)
            .hasMessage(
                "Another Clew is using %s. Stop it, or choose another folder with --data.", data);
      }
    }

    @Test
    void isRefusedOnFilesOfAnotherPostgres() throws IOException {
      Files.writeString(data.resolve("postgres/PG_VERSION"), "17\n");
      assertThatThrownBy(() -> PostgresFixture.start(data))
          .isInstanceOf(DatabaseRefused.class)
          .hasMessageContaining("was written by PostgreSQL 17; this Clew brings PostgreSQL 18")
          .hasMessageContaining("restore it here");
      assertThat(data.resolve("postgres")).isDirectoryContaining("glob:**/PG_VERSION");
    }

    @Test
    void givesTheFolderBackWhenItFails() throws Exception {
      Path control = data.resolve("postgres/global/pg_control");
      Path aside = folder.resolve("pg_control");
      Files.move(control, aside);
      assertThatThrownBy(() -> PostgresFixture.start(data))
          .isInstanceOf(DatabaseRefused.class)
          .hasMessageContaining("its last words are in " + data.resolve("postgres.log"));
      assertThat(Files.readString(data.resolve("postgres.log"))).contains("pg_control");
      Files.move(aside, control);
      try (var postgres = PostgresFixture.start(data)) {
        assertThat(postgres.port()).isPositive();
      }
    }
  }

  @Nested
  class WhenPostgresIsKilled {

    @Test
    void itComesBackByItselfWithEveryCommittedRow() throws Exception {
      Path data = PreparedData.copyTo(folder.resolve("data"));
      try (var postgres = PostgresFixture.start(data)) {
        DatabaseLogin owner = postgres.owner();
        PostgresFixture.order(
            owner, "create table clew.kept as select generate_series(1, 10000) as it");
        long killed = postgres.processId();
        ProcessHandle.of(killed).orElseThrow().destroyForcibly();
        assertThat(PostgresFixture.soon(() -> answers(owner))).isTrue();
        assertThat(PostgresFixture.ask(owner, "select count(*) from clew.kept")).isEqualTo("10000");
        assertThat(postgres.processId()).isNotEqualTo(killed);
      }
    }

    private boolean answers(DatabaseLogin login) {
      try {
        return PostgresFixture.ask(login, "select 1").equals("1");
      } catch (SQLException _) {
        return false;
      }
    }
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
