package org.clew.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Why the tables could not be brought up to date is said in one sentence, and no row is in it.
class MigrationsTest {

  @Test
  void beginWithTheFoundation() throws IOException {
    assertThat(Migrations.modules()).startsWith("__root").contains("access", "audit", "casework");
  }

  @Test
  void refuseTablesThatANewerClewMade() throws Exception {
    Catalogue catalogue = Catalogue.ofTables();
    PostgresFixture.order(
        catalogue.owner(),
        """
        insert into clew.flyway_schema_history_audit
        select 100, '99', 'from the future', 'SQL', 'V99__from_the_future.sql', 1, 'x', now(), 1, true
        """);
    assertThat(refusal(catalogue, "audit"))
        .startsWith("The tables were made by another version of Clew, newer or changed:")
        .contains("99")
        .endsWith("Nothing was changed.");
  }

  @Test
  void sayWhichOfThemFailedWithoutTheRowsItFailedOn() throws Exception {
    Catalogue catalogue = Catalogue.ofTables();
    PostgresFixture.order(catalogue.owner(), "drop table clew.flyway_schema_history_audit");
    assertThat(refusal(catalogue, "audit"))
        .isEqualTo(
            "The database could not be brought up to date: V1__audit_event.sql failed (relation"
                + " \"audit_event\" already exists). It was rolled back; the data are as they"
                + " were.");
  }

  @Test
  void tellHowFarEachModuleIs() throws IOException, SQLException {
    Catalogue catalogue = Catalogue.ofTables();
    try (var connection = catalogue.owner().connect()) {
      assertThat(Migrations.reached(connection))
          .startsWith(new Migrations.Reached("__root", "3"))
          .hasSameSizeAs(Migrations.modules());
    }
  }

  @Test
  void carryTheFingerprintsOfTheKeysAlong(@TempDir Path folder) throws Exception {
    try (var postgres = PostgresFixture.start(PreparedData.copyTo(folder.resolve("data")))) {
      migrate(postgres, "__root", "latest");
      migrate(postgres, "access", "3");
      migrate(postgres, "concerns", "1");
      PostgresFixture.order(
          postgres.owner(),
          """
          insert into clew.server_key_check (fingerprint) values (sha256('server'));
          insert into clew.access_key_check (fingerprint) values (sha256('access'));
          """);
      for (String module : Migrations.modules()) {
        migrate(postgres, module, "latest");
      }
      assertThat(
              PostgresFixture.ask(
                  postgres.owner(),
                  """
                  select string_agg(name, ' ' order by name) from clew.key_check
                  where fingerprint = sha256(split_part(name, '.', 1)::bytea)
                  """))
          .isEqualTo("access server.key");
    }
  }

  @Test
  void putTogetherWhatHadBeenJudgedBeforeEntitiesHadIds(@TempDir Path folder) throws Exception {
    try (var postgres = PostgresFixture.start(PreparedData.copyTo(folder.resolve("data")))) {
      migrate(postgres, "__root", "latest");
      migrate(postgres, "investigation", "3");
      PostgresFixture.order(
          postgres.owner(),
          """
          insert into clew.record (id, organisation_id, source_kind, source_id, source_name, said)
          select ('00000000-0000-7000-8000-00000000000' || n)::uuid,
                 ('aaaaaaaa-0000-7000-8000-00000000000' || n / 5)::uuid,
                 'CASE', gen_random_uuid(), '26-0418', '[]'
          from generate_series(1, 7) n;
          insert into clew.judgement (id, organisation_id, left_id, right_id, verdict, judged_by,
                                      judged_at, undone_at)
          select gen_random_uuid(), ('aaaaaaaa-0000-7000-8000-00000000000' || l / 5)::uuid,
                 ('00000000-0000-7000-8000-00000000000' || l)::uuid,
                 ('00000000-0000-7000-8000-00000000000' || r)::uuid,
                 verdict, gen_random_uuid(), now(), undone
          from (values (1, 2, 'SAME', null), (2, 3, 'SAME', null), (3, 4, 'SAME', now()),
                       (5, 6, 'SAME', null), (6, 7, 'DIFFERENT', null), (4, 9, 'SAME', null))
               as judged (l, r, verdict, undone);
          """);
      migrate(postgres, "investigation", "latest");
      assertThat(
              PostgresFixture.ask(
                  postgres.owner(),
                  """
                  select string_agg(records, ' ' order by records) from (
                    select string_agg(right(m.record_id::text, 1), '' order by m.record_id) as records
                    from clew.entity_member m
                    join clew.entity e on e.id = m.entity_id and e.organisation_id = m.organisation_id
                    join clew.entity_move v on v.to_id = e.id and m.record_id = any(v.records)
                    group by e.id) each
                  """))
          .isEqualTo("123 56");
    }
  }

  private static void migrate(LocalPostgres postgres, String module, String version) {
    Migrations.migrate(postgres.owner(), LocalPostgres.APPLICATION, module, version);
  }

  private static String refusal(Catalogue catalogue, String module) {
    return MigrationFailedAnalyzer.describe(
        catchThrowableOfType(
            FlywayException.class,
            () ->
                Migrations.migrate(
                    catalogue.owner(), LocalPostgres.APPLICATION, module, "latest")));
  }
}
