package org.clew.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import org.clew.platform.database.Backup.Existing;
import org.clew.platform.database.TestDatabase.Role;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Backup and restore where somebody else runs the PostgreSQL: rows go from one database of theirs
/// to another, keys from one folder to another.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExternalBackupTest {

  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-03-01T12:00:00Z"));
  private static final String PASSPHRASE = "a clew of red wool";
  private static final byte[] KEY = {0, 1, 2, -1};

  private static final String ROWS =
      """
      insert into clew.organisation (id, name, countries, created_at) values
        ('aaaaaaaa-0000-7000-8000-000000000001', E'Harbour\\tHelp\\n\\\\N خط 🧶', '{GB,"x,y"}', '2026-01-02'),
        ('bbbbbbbb-0000-7000-8000-000000000002', 'Meridian', '{}', '2026-01-02');
      insert into clew.person (id, organisation_id, display_name, email, roles, created_at)
        select ('cccccccc-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid,
          'aaaaaaaa-0000-7000-8000-000000000001', 'Person ' || n, 'p' || n || '@example.org',
          '{RESPONDER}', '2026-01-01'
        from generate_series(1, 50) n;
      insert into clew.audit_event select organisation_id, 1, '2026-01-01', id, 'READ', 'CASE', id,
        repeat('a', 64) from clew.person limit 1;
      insert into clew.key_check values ('server.key', decode(repeat('ab', 32), 'hex'));
      """;

  @TempDir private static Path shared = Path.of("");
  @TempDir private Path folder = Path.of("");
  private Place from = new Place("", Path.of(""));
  private Place to = from;
  private Path file = Path.of("");

  /// A database of somebody else's and a folder with the keys of its rows.
  private record Place(String url, Path folder) {

    static Place empty(Path folder) {
      return new Place(TestDatabase.create(), folder);
    }

    DatabaseLogin login(Role role) {
      return TestDatabase.login(url, role);
    }

    Path key() {
      return folder.resolve("keys/server.key");
    }

    Backup backup() throws IOException {
      return new Backup(
          new DatabaseSettings(
              folder,
              PreparedData.PROGRAMS,
              new DatabaseSettings.External(
                  url,
                  login(Role.OWNER).user(),
                  password(Role.OWNER),
                  login(Role.APPLICATION).user(),
                  password(Role.APPLICATION),
                  1)),
          PASSPHRASE,
          CLOCK);
    }

    private Path password(Role role) throws IOException {
      Path passwords = Files.createDirectories(folder.resolveSibling("secrets"));
      return Files.writeString(passwords.resolve(role.name()), login(role).password() + "\n");
    }
  }

  /// A database with rows and the key they were sealed under, and a backup of both.
  @BeforeAll
  void backUp() throws Exception {
    from = Place.empty(shared.resolve("from"));
    file = shared.resolve("whole.clew");
    for (String module : Migrations.modules()) {
      Migrations.migrate(
          from.login(Role.OWNER), from.login(Role.APPLICATION).user(), module, "latest");
    }
    PostgresFixture.order(from.login(Role.OWNER), ROWS);
    Files.createDirectories(from.folder().resolve("keys"));
    Files.write(from.key(), KEY);
    from.backup().write(file);
  }

  @BeforeEach
  void findAnEmptyPlace() {
    to = Place.empty(folder.resolve("to"));
  }

  @Test
  void bringsEveryRowAndEveryKeyWhereClewMayUseThem() throws Exception {
    long rows = to.backup().restore(file, Existing.REFUSE);

    Path again = folder.resolve("again.clew");
    to.backup().write(again);
    try (BackupReader before = BackupReader.open(file, PASSPHRASE);
        BackupReader after = BackupReader.open(again, PASSPHRASE)) {
      assertThat(after.manifest()).isEqualTo(before.manifest());
    }
    assertThat(rows).isGreaterThan(50);
    assertThat(to.key()).hasBinaryContent(KEY);
    Database.external(to.login(Role.OWNER), to.login(Role.APPLICATION)).close();
    assertThat(people(to, Role.OWNER)).isEqualTo("50");
    assertThat(people(to, Role.APPLICATION)).as("the wall stands").isEqualTo("0");
    assertThatThrownBy(
            () -> PostgresFixture.order(to.login(Role.OWNER), "delete from clew.audit_event"))
        .as("triggers are awake again")
        .isInstanceOf(SQLException.class);
  }

  @Test
  void movesIntoADatabaseOfOurOwnAndOutAgain() throws Exception {
    Backup own =
        new Backup(
            new DatabaseSettings(
                folder.resolve("own"),
                PreparedData.PROGRAMS,
                new DatabaseSettings.External("", "", null, "", null, 1)),
            PASSPHRASE,
            CLOCK);
    Path moved = folder.resolve("moved.clew");
    own.restore(file, Existing.REFUSE);
    own.write(moved);

    to.backup().restore(moved, Existing.REFUSE);

    assertThat(people(to, Role.OWNER)).isEqualTo("50");
    assertThat(to.key()).hasBinaryContent(KEY);
  }

  @Test
  void isNotRestoredOverTablesWhateverIsSaid() throws Exception {
    Place used = new Place(from.url(), to.folder());
    assertThatThrownBy(() -> used.backup().restore(file, Existing.PUT_ASIDE))
        .isInstanceOf(BackupRefused.class)
        .hasMessageContaining("holds a Clew already. Restore into an empty database");
    assertThat(people(from, Role.OWNER)).isEqualTo("50");
  }

  @Test
  void putsKeysAsideOnlyWhenToldTo() throws Exception {
    Files.createDirectories(to.folder().resolve("keys"));
    Files.writeString(to.key(), "another");
    assertThatThrownBy(() -> to.backup().restore(file, Existing.REFUSE))
        .isInstanceOf(BackupRefused.class)
        .hasMessageContaining("Say --yes to put them aside");
    assertThat(to.key()).hasContent("another");

    to.backup().restore(file, Existing.PUT_ASIDE);

    assertThat(to.key()).hasBinaryContent(KEY);
    assertThat(to.folder().resolve("before-restore-20260301-120000/keys/server.key"))
        .hasContent("another");
  }

  /// The owner of the tables need not own the database, and could then make no schema again.
  @Test
  void thatFailsLeavesAnEmptySchemaInWhichItCanBeTriedAgain() throws Exception {
    PostgresFixture.order(
        to.login(Role.SUPERUSER),
        "alter database %s owner to %s"
            .formatted(
                to.url().substring(to.url().lastIndexOf('/') + 1),
                to.login(Role.SUPERUSER).user()));
    PostgresFixture.order(from.login(Role.OWNER), "create table clew.surplus (id int)");
    Path strange = folder.resolve("strange.clew");
    from.backup().write(strange);
    PostgresFixture.order(from.login(Role.OWNER), "drop table clew.surplus");
    assertThatThrownBy(() -> to.backup().restore(strange, Existing.REFUSE))
        .isInstanceOf(BackupRefused.class)
        .hasMessageContaining("tables are not those that this Clew makes");
    assertThat(to.key()).doesNotExist();

    to.backup().restore(file, Existing.REFUSE);

    assertThat(people(to, Role.OWNER)).isEqualTo("50");
  }

  @Test
  void isNotWrittenWithoutTheKeysOfItsRows() {
    Place elsewhere = new Place(from.url(), folder.resolve("elsewhere"));
    Path keyless = folder.resolve("keyless.clew");
    assertThatThrownBy(() -> elsewhere.backup().write(keyless))
        .isInstanceOf(BackupRefused.class)
        .hasMessage(
            "The key file %s is missing, and without it the backup would open nothing. Say with"
                    .formatted(elsewhere.key())
                + " --data where the keys of this database are.");
    assertThat(keyless).doesNotExist();
    assertThat(folder.resolve("keyless.clew.part")).doesNotExist();
  }

  private static String people(Place place, Role role) throws SQLException {
    return PostgresFixture.ask(place.login(role), "select count(*) from clew.person");
  }
}
