package org.clew.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.clew.platform.database.Backup.Existing;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/// What was backed up is what comes back, and what is no whole backup changes nothing.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BackupTest {

  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-03-01T12:00:00Z"));

  private static final String PASSPHRASE = "a clew of red wool";

  /// Rows that a careless format would not bring back: line ends, backslashes, scripts, bytes.
  private static final String ROWS =
      """
      insert into clew.organisation (id, name, countries, created_at) values
        ('aaaaaaaa-0000-7000-8000-000000000001', E'Harbour\\tHelp\\n\\\\N \\\\. line', '{GB,"x,y"}', '2026-01-02 03:04:05.678901+00'),
        ('bbbbbbbb-0000-7000-8000-000000000002', 'خط المساعدة 🧶', '{}', '2026-01-02 03:04:05+00');
      insert into clew.person (id, organisation_id, display_name, email, roles, created_at)
        select ('cccccccc-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid,
          'aaaaaaaa-0000-7000-8000-000000000001', 'Person ' || n, 'p' || n || '@example.org',
          '{RESPONDER}', '2026-01-01'
        from generate_series(1, 500) n;
      insert into clew.passkey select decode(md5('c'), 'hex'), organisation_id, id, 'Key', '\\x00ff0a0d5c',
        1, true, '{}', false, false, '\\x', '\\x', '2026-01-01', '2026-01-01'
        from clew.person limit 1;
      insert into clew.audit_event select organisation_id, 1, '2026-01-01', id, 'READ', 'CASE', id,
        repeat('a', 64) from clew.person limit 1;
      insert into clew.database_use (kind) values ('DEMO');
      """;

  @TempDir private static Path shared = Path.of("");
  @TempDir private Path folder;
  private Path data = Path.of("");
  private Path whole = Path.of("");
  private Path damaged = Path.of("");

  /// A folder with rows and keys, and a backup of it, written while its database ran.
  @BeforeAll
  void backUpARunningDatabase() throws IOException, SQLException {
    data = PreparedData.copyTo(shared.resolve("data"));
    whole = shared.resolve("whole.clew");
    Files.createDirectories(data.resolve("keys/old"));
    Files.write(data.resolve("keys/server.key"), new byte[] {0, 1, 2, -1});
    Files.writeString(data.resolve("keys/old/first.key"), "older");
    try (var postgres = PostgresFixture.start(data)) {
      for (String module : Migrations.modules()) {
        Migrations.migrate(postgres.owner(), LocalPostgres.APPLICATION, module, "latest");
      }
      PostgresFixture.order(postgres.owner(), ROWS);
      backup(data).write(whole);
    }
  }

  @BeforeEach
  void nameADamagedOne() {
    damaged = folder.resolve("damaged.clew");
  }

  @Test
  void bringsBackEveryRowOfEveryTableAndTheKeysByteForByte() throws Exception {
    Path place = folder.resolve("restored");
    long rows = backup(place).restore(whole, Existing.REFUSE);

    Path again = folder.resolve("again.clew");
    backup(place).write(again);
    try (BackupReader before = BackupReader.open(whole, PASSPHRASE);
        BackupReader after = BackupReader.open(again, PASSPHRASE)) {
      assertThat(after.manifest()).isEqualTo(before.manifest());
      assertThat(after.manifest().entries()).containsKeys("tables/person", "keys/old/first.key");
      assertThat(rows)
          .isEqualTo(before.manifest().tables().stream().mapToLong(t -> t.rows()).sum())
          .isGreaterThan(500);
    }
    try (var postgres = PostgresFixture.start(place)) {
      assertThat(
              PostgresFixture.ask(
                  postgres.owner(), "select name from clew.organisation where id::text like 'a%'"))
          .isEqualTo("Harbour\tHelp\n\\N \\. line");
      assertThat(PostgresFixture.ask(postgres.application(), "select count(*) from clew.person"))
          .as("the wall stands")
          .isEqualTo("0");
      assertThat(PostgresFixture.ask(postgres.owner(), "select kind from clew.database_use"))
          .as("the demo's data stay the demo's")
          .isEqualTo("DEMO");
      assertThatThrownBy(
              () -> PostgresFixture.order(postgres.owner(), "delete from clew.audit_event"))
          .as("triggers are awake again")
          .isInstanceOf(SQLException.class);
      assertThatThrownBy(
              () -> PostgresFixture.order(postgres.owner(), "delete from clew.organisation"))
          .as("foreign keys hold again")
          .isInstanceOf(SQLException.class);
    }
    assertThat(place.resolve("keys/server.key")).hasBinaryContent(new byte[] {0, 1, 2, -1});
  }

  @Test
  void isForItsOwnersEyesAlone() throws IOException {
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(whole)))
        .isEqualTo("rw-------");
    assertThat(shared.resolve("whole.clew.part")).doesNotExist();
  }

  @Test
  void opensUnderItsOwnPassphraseAlone() throws IOException {
    Path place = folder.resolve("place");
    assertThatThrownBy(() -> backup(place, "a clew of RED wool").restore(whole, Existing.REFUSE))
        .isInstanceOf(BackupRefused.class)
        .hasMessageContaining("The passphrase does not open the backup");
    assertThat(place.resolve("postgres")).doesNotExist();
    assertThat(place.resolve("keys")).doesNotExist();
  }

  @Test
  void opensHoweverAKeyboardWritesTheSameLetters() throws IOException {
    var terms = BackupSeal.Terms.fresh();
    var sealed = new ByteArrayOutputStream();
    try (OutputStream out = BackupSeal.of(terms, "l\u2019été à la mer, é").seal("a", sealed)) {
      out.write('x');
    }
    BackupSeal other = BackupSeal.of(terms, "l\u2019e\u0301te\u0301 a\u0300 la mer, e\u0301");
    try (InputStream in = other.open("a", new ByteArrayInputStream(sealed.toByteArray()))) {
      assertThat(in.readAllBytes()).containsExactly('x');
    }
  }

  @Test
  void asksForMoreThanAShortPassphrase() {
    Path file = folder.resolve("short.clew");
    assertThatThrownBy(() -> backup(data, "eleven char").write(file))
        .isInstanceOf(BackupRefused.class)
        .hasMessage("The passphrase is too short: it needs 12 characters or more.");
    assertThat(file).doesNotExist();
  }

  @Test
  void neverWritesOverAFile() {
    assertThatThrownBy(() -> backup(data).write(whole))
        .isInstanceOf(BackupRefused.class)
        .hasMessage("There is a file %s already. Choose another name.", whole);
  }

  @Test
  void isNotWrittenIntoAFolderThatIsNotThere() {
    Path file = folder.resolve("nowhere/a.clew");
    assertThatThrownBy(() -> backup(data).write(file))
        .isInstanceOf(BackupRefused.class)
        .hasMessageContaining("cannot be written: its folder is not there");
  }

  @Test
  void saysWhenThereIsNothingToWrite() {
    assertThatThrownBy(() -> backup(folder.resolve("nowhere")).write(folder.resolve("a.clew")))
        .isInstanceOf(BackupRefused.class)
        .hasMessageContaining("There is nothing to back up");
  }

  @Nested
  class IntoAFolderThatHoldsData {

    @Test
    void isRefused() throws Exception {
      Path place = PreparedData.copyTo(folder.resolve("used"));
      assertThatThrownBy(() -> backup(place).restore(whole, Existing.REFUSE))
          .isInstanceOf(BackupRefused.class)
          .hasMessageContaining("holds data already")
          .hasMessageContaining("--yes");
    }

    @Test
    void putsItAsideWhenToldTo() throws Exception {
      Path place = PreparedData.copyTo(folder.resolve("used"));
      backup(place).restore(whole, Existing.PUT_ASIDE);
      assertThat(place.resolve("before-restore-20260301-120000/postgres/PG_VERSION")).exists();
      try (var postgres = PostgresFixture.start(place)) {
        assertThat(PostgresFixture.ask(postgres.owner(), "select count(*) from clew.person"))
            .isEqualTo("500");
      }
    }

    @Test
    void isRefusedWhileAServerUsesIt() throws Exception {
      Path place = PreparedData.copyTo(folder.resolve("used"));
      try (var _ = PostgresFixture.start(place)) {
        assertThatThrownBy(() -> backup(place).restore(whole, Existing.PUT_ASIDE))
            .isInstanceOf(DatabaseRefused.class)
            .hasMessageContaining("Another Clew is using");
      }
    }
  }

  @Nested
  class WhatIsNoWholeBackup {

    @Test
    void cutShortIsRefused() throws IOException {
      byte[] bytes = Files.readAllBytes(whole);
      Files.write(damaged, Arrays.copyOf(bytes, bytes.length * 2 / 3));
      refused("is no backup of Clew, or is not whole");
    }

    @Test
    void withAByteChangedIsRefused() throws IOException {
      rewrite("tables/person", bytes -> bytes[100]++);
      refused("tables/person cannot be read");
    }

    @Test
    void withOneEntryInAnothersPlaceIsRefused() throws IOException {
      Files.copy(whole, damaged);
      try (FileSystem zip = FileSystems.newFileSystem(damaged)) {
        Files.copy(
            zip.getPath("keys/old/first.key"),
            zip.getPath("keys/server.key"),
            StandardCopyOption.REPLACE_EXISTING);
      }
      refused("keys/server.key cannot be read");
    }

    @Test
    void withATableMissingIsRefused() throws IOException {
      Files.copy(whole, damaged);
      try (FileSystem zip = FileSystems.newFileSystem(damaged)) {
        Files.delete(zip.getPath("tables/person"));
      }
      refused("its entries are not those it names");
    }

    @Test
    void withSomethingAddedIsRefused() throws IOException {
      Files.copy(whole, damaged);
      try (FileSystem zip = FileSystems.newFileSystem(damaged)) {
        Files.writeString(zip.getPath("keys/another"), "key");
      }
      refused("its entries are not those it names");
    }

    @Test
    void thatWantsToWriteOutsideItsFolderIsRefused() throws Exception {
      String sha = HexFormat.of().formatHex(BackupWriter.sha256().digest(new byte[] {'x'}));
      forge(
          Map.of(
              "keys/../../../escaped",
              "x",
              BackupManifest.ENTRY,
              manifest("", "\"keys/../../../escaped\":\"%s\"".formatted(sha))));
      try (BackupReader backup = BackupReader.open(damaged, PASSPHRASE)) {
        assertThatThrownBy(() -> backup.writeKeys(folder.resolve("place/keys")))
            .isInstanceOf(BackupRefused.class)
            .hasMessageContaining("a key lies outside its folder");
      }
      assertThat(folder.resolve("escaped")).doesNotExist();
    }

    @Test
    void ofANewerClewIsRefused() throws Exception {
      forge(
          Map.of(BackupManifest.ENTRY, manifest("{\"module\":\"routes\",\"version\":\"1\"}", "")));
      refused("was written by a newer Clew");
    }

    @Test
    void ofAnotherProgramIsRefused() throws IOException {
      try (OutputStream out = Files.newOutputStream(damaged);
          var zip = new ZipOutputStream(out)) {
        zip.putNextEntry(new ZipEntry("word/document.xml"));
        zip.closeEntry();
      }
      refused("is no backup of Clew: it bears no seal");
    }

    @Test
    void thatIsNoArchiveAtAllIsRefused() throws IOException {
      Files.writeString(damaged, "Dear Clew, these are all our cases.");
      refused("is no backup of Clew, or is not whole");
    }

    @Test
    void thatIsNotThereIsRefused() {
      refused("There is no file");
    }

    @Test
    void sealedWithLessThanWeAskForIsRefused() throws IOException {
      try (OutputStream out = Files.newOutputStream(damaged);
          var zip = new ZipOutputStream(out)) {
        zip.putNextEntry(new ZipEntry(BackupSeal.ENTRY));
        zip.write(
            """
            {"kdf":"argon2id","memoryKib":8,"passes":1,"salt":"00000000000000000000000000000000"}
            """
                .getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
      refused("sealed in a way this Clew does not know");
    }

    private static String manifest(String migrations, String entries) {
      return """
      {"format":"clew-backup","version":1,"madeAt":"","postgres":"","migrations":[%s],
       "tables":[],"sequences":[],"entries":{%s}}
      """
          .formatted(migrations, entries);
    }

    /// A backup that somebody made who knows the passphrase and means ill.
    private void forge(Map<String, String> entries) throws IOException {
      var terms = BackupSeal.Terms.fresh();
      BackupSeal seal = BackupSeal.of(terms, PASSPHRASE);
      try (OutputStream out = Files.newOutputStream(damaged);
          var zip = new ZipOutputStream(out)) {
        zip.putNextEntry(new ZipEntry(BackupSeal.ENTRY));
        zip.write(JsonMapper.builder().build().writeValueAsBytes(terms));
        zip.closeEntry();
        for (Map.Entry<String, String> entry : entries.entrySet()) {
          zip.putNextEntry(new ZipEntry(entry.getKey()));
          try (OutputStream sealed = seal.seal(entry.getKey(), zip)) {
            sealed.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
          }
          zip.closeEntry();
        }
      }
    }

    /// Refused with a sentence, and the folder it was meant for is as it was.
    private void refused(String sentence) {
      Path place = folder.resolve("place");
      assertThatThrownBy(() -> backup(place).restore(damaged, Existing.REFUSE))
          .isInstanceOf(BackupRefused.class)
          .hasMessageContaining(sentence);
      for (String name : new String[] {"postgres", "keys", "passwords", "restoring"}) {
        assertThat(place.resolve(name)).doesNotExist();
      }
    }

    private interface Change {
      void in(byte[] bytes);
    }

    private void rewrite(String entry, Change change) throws IOException {
      Files.copy(whole, damaged);
      try (FileSystem zip = FileSystems.newFileSystem(damaged)) {
        Path inside = zip.getPath(entry);
        byte[] bytes;
        try (InputStream in = Files.newInputStream(inside)) {
          bytes = in.readAllBytes();
        }
        change.in(bytes);
        Files.write(inside, bytes);
      }
    }
  }

  private static Backup backup(Path data) {
    return backup(data, PASSPHRASE);
  }

  private static Backup backup(Path data, String passphrase) {
    return new Backup(
        new DatabaseSettings(
            data, PreparedData.PROGRAMS, new DatabaseSettings.External("", "", null, "", null, 1)),
        passphrase,
        CLOCK);
  }
}
