package org.clew.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// A made-up coalition and real people never lie in one database.
class DatabaseUseTest {

  @Test
  void aRealClewIsNeverFilledWithTheDemo() throws IOException {
    DatabaseUseStore fresh = store(Catalogue.ofTables());
    new DatabaseUse(fresh, false);
    new DatabaseUse(fresh, false);
    assertThatThrownBy(() -> new DatabaseUse(fresh, true))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("give ./clew demo another folder");
    assertThat(fresh.agree(DatabaseUse.Kind.DEMO)).isEqualTo(DatabaseUse.Kind.REAL);
  }

  @Test
  void theDemosIsNeverStartedForRealWork() throws IOException {
    DatabaseUseStore fresh = store(Catalogue.ofTables());
    new DatabaseUse(fresh, true);
    assertThatThrownBy(() -> new DatabaseUse(fresh, false))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("give ./clew start another folder");
  }

  @Test
  void anOlderDatabaseIsWhatItsPeopleAre() throws IOException, SQLException {
    assertThat(older("amina@harbour.example.org")).isEqualTo("DEMO");
    assertThat(older("amina@harbour.example.org", "ana@ngo.example")).isEqualTo("REAL");
    assertThat(older("harbour.example.org@ngo.example")).isEqualTo("REAL");
    assertThat(older()).as("nobody has decided yet").isEqualTo("null");
  }

  private static String older(String... emails) throws IOException, SQLException {
    String url = TestDatabase.create();
    DatabaseLogin owner = TestDatabase.login(url + "?currentSchema=clew", TestDatabase.Role.OWNER);
    Migrations.migrate(owner, LocalPostgres.APPLICATION, "__root", "2");
    Migrations.migrate(owner, LocalPostgres.APPLICATION, "access", "latest");
    PostgresFixture.order(
        owner,
        "insert into clew.organisation (id, name, countries, created_at)"
            + " values ('aaaaaaaa-0000-7000-8000-000000000001', 'One', '{}', now())");
    for (String email : emails) {
      PostgresFixture.order(
          owner,
          """
          insert into clew.person (id, organisation_id, display_name, email, roles, created_at)
          values (gen_random_uuid(), 'aaaaaaaa-0000-7000-8000-000000000001', 'Somebody', '%s',
            '{RESPONDER}', now())
          """
              .formatted(email));
    }
    Migrations.migrate(owner, LocalPostgres.APPLICATION, "__root", "latest");
    return PostgresFixture.ask(owner, "select max(kind) from clew.database_use");
  }

  private static DatabaseUseStore store(Catalogue catalogue) {
    DatabaseLogin login = catalogue.application();
    var source = new DriverManagerDataSource(login.url(), login.user(), login.password());
    source.setSchema("clew");
    return new DatabaseUseStore(JdbcClient.create(source));
  }
}
