package org.clew.platform.database;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.flywaydb.core.api.FlywayException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/// Reads a backup into an empty database: makes the tables as they were then, fills them in one
/// transaction, and leaves it to the next start to bring them up to date.
final class BackupRestore {

  private static final String NEWER =
      "The backup was written by a newer Clew. Restore it with that one, or a newer one.";

  private static final String FOREIGN_KEYS =
      """
      select conrelid::regclass, quote_ident(conname), pg_get_constraintdef(oid)
      from pg_constraint where contype = 'f' and connamespace = 'clew'::regnamespace
        and conparentid = 0
      """;

  private static final String TABLES =
      """
      select relname from pg_class where relnamespace = 'clew'::regnamespace and relkind = 'r'
        and not starts_with(relname, 'flyway_') and not starts_with(relname, 'spring_session')
      """;

  private final BackupReader backup;
  private final Connection connection;

  private BackupRestore(BackupReader backup, Connection connection) {
    this.backup = backup;
    this.connection = connection;
  }

  /// Fills an empty database.
  ///
  /// @return how many rows it read in
  /// @throws BackupRefused when the rows do not fit
  static long into(DatabaseLogin owner, String application, BackupReader backup)
      throws SQLException, IOException {
    BackupManifest manifest = backup.manifest();
    makeTables(owner, application, manifest);
    try (Connection connection = owner.connect()) {
      connection.setAutoCommit(false);
      if (!new HashSet<>(Migrations.reached(connection))
          .equals(new HashSet<>(manifest.migrations()))) {
        throw new BackupRefused(NEWER);
      }
      long rows = new BackupRestore(backup, connection).fill();
      connection.commit();
      return rows;
    }
  }

  /// Refuses what speaks of modules that this Clew has not.
  static void refuseNewer(BackupManifest manifest) throws IOException {
    List<String> known = Migrations.modules();
    if (!manifest.migrations().stream().map(Migrations.Reached::module).allMatch(known::contains)) {
      throw new BackupRefused(NEWER);
    }
  }

  private static void makeTables(DatabaseLogin owner, String application, BackupManifest manifest) {
    try {
      for (Migrations.Reached reached : manifest.migrations()) {
        Migrations.migrate(owner, application, reached.module(), reached.version());
      }
    } catch (FlywayException e) {
      throw new BackupRefused(
          "The tables of the backup could not be made: " + MigrationFailedAnalyzer.describe(e), e);
    }
  }

  private long fill() throws SQLException, IOException {
    // What cannot hold while rows come in table by table is taken away and put back at the end,
    // where it is checked. Triggers speak of what people do, not of what was.
    List<String> tables = tables();
    List<String> putBack = new ArrayList<>();
    order("set row_security = off");
    for (ForeignKey key : foreignKeys()) {
      order("alter table %s drop constraint %s".formatted(key.table, key.name));
      putBack.add(
          "alter table %s add constraint %s %s".formatted(key.table, key.name, key.definition));
    }
    for (String table : tables) {
      order("alter table %s disable trigger user".formatted(table));
      putBack.add("alter table %s enable trigger user".formatted(table));
    }
    order("truncate " + String.join(", ", tables));
    long rows = 0;
    CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
    for (BackupManifest.Table table : backup.manifest().tables()) {
      rows += fill(copy, table);
    }
    for (BackupManifest.Sequence sequence : backup.manifest().sequences()) {
      order(
          "select setval('clew.%s', %d, %b)"
              .formatted(
                  BackupWriter.quoted(sequence.name()).replace("'", "''"),
                  sequence.value(),
                  sequence.called()));
    }
    for (String statement : putBack) {
      order(statement);
    }
    return rows;
  }

  private long fill(CopyManager copy, BackupManifest.Table table) throws IOException {
    try (InputStream rows = backup.rows(table)) {
      long read = copy.copyIn(BackupWriter.copyStatement(table) + " from stdin", rows);
      if (read != table.rows()) {
        throw new BackupRefused(
            "The backup holds %d rows of %s where it names %d."
                .formatted(read, table.name(), table.rows()));
      }
      return read;
    } catch (SQLException e) {
      // PostgreSQL quotes the row it stumbled on; nobody needs to see it here.
      throw new BackupRefused(
          "The rows of %s do not fit into its table (SQL state %s)."
              .formatted(table.name(), e.getSQLState()));
    }
  }

  private List<String> tables() throws SQLException {
    var found = new ArrayList<String>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(TABLES)) {
      while (rows.next()) {
        found.add(rows.getString(1));
      }
    }
    var named =
        backup.manifest().tables().stream()
            .map(BackupManifest.Table::name)
            .collect(Collectors.toSet());
    if (!named.equals(new HashSet<>(found))) {
      throw new BackupRefused("The backup's tables are not those that this Clew makes.");
    }
    return found.stream().map(name -> "clew." + BackupWriter.quoted(name)).toList();
  }

  private record ForeignKey(String table, String name, String definition) {}

  private List<ForeignKey> foreignKeys() throws SQLException {
    var found = new ArrayList<ForeignKey>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(FOREIGN_KEYS)) {
      while (rows.next()) {
        found.add(new ForeignKey(rows.getString(1), rows.getString(2), rows.getString(3)));
      }
    }
    return found;
  }

  private void order(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
