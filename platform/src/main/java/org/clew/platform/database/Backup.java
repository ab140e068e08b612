package org.clew.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/// One file that holds all there is: written from a database that runs or one that rests, read into
/// a folder or an external database that holds nothing yet. How to use it:
/// `docs/guides/operator.md`.
final class Backup {

  private static final List<String> CONTENT =
      List.of("postgres", "passwords", "keys", "postgres.log", "postgres.log.before");

  /// Leaves the schema itself: its owner may have been given it, and be unable to make another.
  private static final String EMPTY =
      """
      do $$
      declare
        statements text[] := array(
          select format('drop table if exists clew.%I cascade', relname) from pg_class
          where relnamespace = 'clew'::regnamespace and relkind in ('r', 'p')
          union all
          select format('drop routine if exists clew.%I(%s) cascade',
            proname, pg_get_function_identity_arguments(oid)) from pg_proc
          where pronamespace = 'clew'::regnamespace);
        statement text;
      begin
        foreach statement in array statements loop
          execute statement;
        end loop;
      end $$
      """;

  private final DatabaseSettings settings;
  private final String passphrase;
  private final InstantSource clock;

  /// @param passphrase under which the file is sealed
  Backup(DatabaseSettings settings, String passphrase, InstantSource clock) {
    this.settings = settings;
    this.passphrase = passphrase;
    this.clock = clock;
  }

  /// Whether what is there already may be put aside.
  enum Existing {
    REFUSE,
    PUT_ASIDE
  }

  /// Writes everything into a file.
  void write(Path file) {
    try {
      if (settings.external()) {
        writeFrom(settings.ownerLogin(), file);
        return;
      }
      Path home = settings.folder().toAbsolutePath().normalize();
      Path files = home.resolve("postgres");
      if (!Files.exists(files.resolve("PG_VERSION"))) {
        throw new BackupRefused("There is nothing to back up in " + home + ".");
      }
      Optional<Integer> port = PostgresProcess.portInUse(files);
      if (port.isPresent()) {
        writeFrom(LocalPostgres.ownerOf(home, port.get()), file);
      } else {
        try (var postgres = LocalPostgres.start(home, settings.programs())) {
          writeFrom(postgres.owner(), file);
        }
      }
    } catch (SQLException e) {
      throw new BackupRefused(
          "The backup could not be written: the database refused (SQL state "
              + e.getSQLState()
              + ").",
          e);
    }
  }

  /// Reads a file into an empty place.
  ///
  /// @return how many rows it held
  long restore(Path file, Existing existing) {
    try (BackupReader backup = BackupReader.open(file, passphrase)) {
      BackupRestore.refuseNewer(backup.manifest());
      return settings.external()
          ? restoreOutside(backup, existing)
          : restoreInside(backup, existing);
    } catch (SQLException e) {
      throw new BackupRefused(
          "The backup could not be restored: the database refused (SQL state "
              + e.getSQLState()
              + ").",
          e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void writeFrom(DatabaseLogin owner, Path file) throws SQLException {
    BackupWriter.write(owner, DatabaseHome.keys(settings.folder()), file, passphrase, clock);
  }

  /// Everything is made in a folder within, and takes its place only when it is whole.
  private long restoreInside(BackupReader backup, Existing existing)
      throws IOException, SQLException {
    try (DatabaseHome home = DatabaseHome.take(settings.folder())) {
      Path folder = home.folder();
      if (existing == Existing.REFUSE && holdsAnything(folder)) {
        throw new BackupRefused(
            "The folder "
                + folder
                + " holds data already. Restore into another one with --data, or say --yes to put"
                + " these aside and restore here.");
      }
      Unrooted.find().own(folder, home.files());
      Path fresh = folder.resolve("restoring");
      deleteIfThere(fresh);
      try {
        long rows;
        try (var postgres = LocalPostgres.start(fresh, settings.programs())) {
          rows = BackupRestore.into(postgres.owner(), postgres.application().user(), backup);
        }
        backup.writeKeys(fresh.resolve("keys"));
        putAside(folder);
        move(fresh, folder);
        return rows;
      } finally {
        deleteIfThere(fresh);
      }
    }
  }

  private long restoreOutside(BackupReader backup, Existing existing)
      throws IOException, SQLException {
    Path folder = settings.folder().toAbsolutePath().normalize();
    Path keys = DatabaseHome.keys(folder);
    if (existing == Existing.REFUSE && Files.exists(keys)) {
      throw new BackupRefused(
          "There are keys in " + keys + " already. Say --yes to put them aside.");
    }
    DatabaseLogin owner = settings.ownerLogin();
    Database.external(owner, settings.applicationLogin());
    if (holdsTables(owner)) {
      throw new BackupRefused(
          "The database at "
              + owner.address()
              + " holds a Clew already. Restore into an empty database.");
    }
    try {
      long rows = BackupRestore.into(owner, settings.applicationLogin().user(), backup);
      putAside(folder);
      backup.writeKeys(keys);
      return rows;
    } catch (SQLException | IOException | RuntimeException e) {
      empty(owner);
      throw e;
    }
  }

  private static boolean holdsAnything(Path folder) {
    return CONTENT.stream().anyMatch(name -> Files.exists(folder.resolve(name)));
  }

  private static boolean holdsTables(DatabaseLogin owner) throws SQLException {
    try (Connection connection = owner.connect();
        Statement statement = connection.createStatement();
        ResultSet found =
            statement.executeQuery(
                "select exists (select from pg_class where relnamespace = to_regnamespace('clew'))")) {
      return found.next() && found.getBoolean(1);
    }
  }

  private static void empty(DatabaseLogin owner) throws SQLException {
    try (Connection connection = owner.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(EMPTY);
    }
  }

  private void putAside(Path folder) throws IOException {
    if (holdsAnything(folder)) {
      String moment =
          DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss")
              .withZone(ZoneOffset.UTC)
              .format(clock.instant());
      Path aside = folder.resolve("before-restore-" + moment);
      Files.createDirectory(aside, DatabaseHome.OURS_ALONE);
      move(folder, aside);
    }
  }

  private static void move(Path from, Path to) throws IOException {
    for (String name : CONTENT) {
      if (Files.exists(from.resolve(name))) {
        Files.move(from.resolve(name), to.resolve(name));
      }
    }
  }

  private static void deleteIfThere(Path folder) throws IOException {
    if (Files.exists(folder)) {
      PostgresBinaries.deleteTree(folder);
    }
  }
}
