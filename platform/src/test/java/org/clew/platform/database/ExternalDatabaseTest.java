package org.clew.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.clew.platform.database.TestDatabase.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A PostgreSQL that somebody else runs is looked at before a single row goes into it.
class ExternalDatabaseTest {

  private static final String GUESTS_PASSWORD = "guest";

  private DatabaseLogin owner = new DatabaseLogin("", "", "");
  private DatabaseLogin application = owner;
  private DatabaseLogin superuser = owner;
  private DatabaseLogin guest = owner;

  @BeforeEach
  void makeADatabaseAndAGuest() throws SQLException {
    String url = TestDatabase.create();
    owner = TestDatabase.login(url, Role.OWNER);
    application = TestDatabase.login(url, Role.APPLICATION);
    superuser = TestDatabase.login(url, Role.SUPERUSER);
    guest = new DatabaseLogin(url, "guest", GUESTS_PASSWORD);
    PostgresFixture.order(superuser, "create role guest login password 'guest'");
  }

  @AfterEach
  void sendTheGuestAway() throws SQLException {
    PostgresFixture.order(superuser, "drop owned by guest");
    PostgresFixture.order(superuser, "drop role guest");
  }

  @Test
  void isUsedWithAnOwnerAndAnApplicationRole() {
    try (Database database = Database.external(owner, application)) {
      assertThat(database.application().user()).isEqualTo("clew_app");
    }
  }

  @Test
  void getsItsSchemaWhereTheOwnerMayMakeIt() throws SQLException {
    PostgresFixture.order(superuser, "drop schema clew");
    PostgresFixture.order(superuser, "grant create on database " + name() + " to clew_owner");
    Database.external(owner, application).close();
    assertThat(PostgresFixture.ask(owner, "select to_regnamespace('clew')")).isEqualTo("clew");
  }

  @Test
  void isRefusedWhenItIsTooOld() {
    assertThatThrownBy(() -> Database.refuseOld(15))
        .isInstanceOf(DatabaseRefused.class)
        .hasMessage("This is PostgreSQL 15; Clew needs 16 or newer.");
    assertThatCode(() -> Database.refuseOld(16)).doesNotThrowAnyException();
    assertThatCode(() -> Database.refuseOld(18)).doesNotThrowAnyException();
  }

  @Test
  void isRefusedWhenThePasswordIsWrong() {
    var wrong = new DatabaseLogin(guest.url() + "?password=hidden", guest.user(), "wrong");
    assertThatThrownBy(() -> Database.external(owner, wrong))
        .isInstanceOf(DatabaseRefused.class)
        .hasMessageContaining("does not let 'guest' in (SQL state 28P01)")
        .hasMessageNotContaining("hidden");
  }

  @Test
  void isRefusedWhenNobodyAnswers() {
    var nowhere = new DatabaseLogin("jdbc:postgresql://127.0.0.1:1/clew", "clew_owner", "x");
    assertThatThrownBy(() -> Database.external(nowhere, nowhere))
        .isInstanceOf(DatabaseRefused.class)
        .hasMessageContaining("jdbc:postgresql://127.0.0.1:1/clew")
        .hasMessageContaining("08001");
  }

  @Test
  void lastsWithARoleThatIsNobody() {
    assertThatCode(() -> Database.external(owner, guest).close()).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "alter role guest superuser",
        "alter role guest bypassrls",
        "alter role guest createrole",
        "grant clew_owner to guest",
        "grant pg_read_server_files to guest",
        "create table clew.mine (); alter table clew.mine owner to guest",
      })
  void isRefusedWhenTheApplicationsRoleCouldReadPastTheWall(String power) throws SQLException {
    // The owner of a schema owns what makes membership in it dangerous.
    PostgresFixture.order(superuser, power);
    try {
      assertThatThrownBy(() -> Database.external(owner, guest))
          .isInstanceOf(DatabaseRefused.class)
          .hasMessageContaining("The role 'guest' could read every organisation's rows");
    } finally {
      PostgresFixture.order(superuser, "revoke clew_owner from guest");
    }
  }

  @Test
  void isRefusedWhenOwnerAndApplicationAreOne() {
    assertThatThrownBy(() -> Database.external(owner, owner))
        .isInstanceOf(DatabaseRefused.class)
        .hasMessageContaining("The role 'clew_owner' could read every organisation's rows");
  }

  private String name() {
    return owner.url().substring(owner.url().lastIndexOf('/') + 1);
  }
}
