package org.clew.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.callback.BaseCallback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/// How the tables of every module are brought up to date, whoever asks for it: the server at its
/// start (through Spring Modulith, whose names for histories are used here too), or a backup that
/// is read in.
final class Migrations {

  static final String SCHEMA = "clew";

  private static final String HISTORY = "flyway_schema_history";
  private static final String ROOT = "__root";
  private static final String FOLDER = "db/migration/";

  private Migrations() {}

  /// How far the tables of one module are.
  ///
  /// @param module the module, or `__root`
  /// @param version the last migration that ran
  record Reached(String module, String version) {}

  /// How far each module's tables are, in the order in which they were begun.
  static List<Reached> reached(Connection connection) throws SQLException {
    var found = new TreeMap<Timestamp, Reached>();
    try (Statement statement = connection.createStatement()) {
      for (String table : histories(statement)) {
        try (ResultSet rows =
            statement.executeQuery(
                """
                select min(installed_on), (array_agg(version order by installed_rank desc))[1]
                from %s.%s where success and version is not null and type <> 'BASELINE'
                having count(*) > 0
                """
                    .formatted(SCHEMA, statement.enquoteIdentifier(table, true)))) {
          if (rows.next()) {
            found.put(rows.getTimestamp(1), new Reached(module(table), rows.getString(2)));
          }
        }
      }
    }
    return List.copyOf(found.values());
  }

  /// The modules that bring migrations, the foundation first.
  static List<String> modules() throws IOException {
    Resource[] found =
        new PathMatchingResourcePatternResolver().getResources("classpath*:" + FOLDER + "*/V*.sql");
    return Stream.of(found)
        .map(Migrations::module)
        .distinct()
        .sorted(Comparator.comparing((String module) -> !module.equals(ROOT)).thenComparing(m -> m))
        .toList();
  }

  /// Brings a module's tables to a version, or to the newest one.
  static void migrate(DatabaseLogin owner, String application, String module, String version) {
    FluentConfiguration flyway =
        Flyway.configure()
            .dataSource(owner.url(), owner.user(), owner.password())
            .locations("classpath:" + FOLDER + module)
            .table(module.equals(ROOT) ? HISTORY : HISTORY + "_" + module)
            .baselineOnMigrate(true)
            .baselineVersion("0")
            .target(version);
    configure(flyway, application);
    flyway.load().migrate();
  }

  private static List<String> histories(Statement statement) throws SQLException {
    var found = new ArrayList<String>();
    try (ResultSet tables =
        statement.executeQuery(
            "select tablename from pg_tables where schemaname = '%s' and tablename like '%s%%'"
                .formatted(SCHEMA, HISTORY))) {
      while (tables.next()) {
        found.add(tables.getString(1));
      }
    }
    return found;
  }

  private static String module(String history) {
    return history.equals(HISTORY) ? ROOT : history.substring(HISTORY.length() + 1);
  }

  private static String module(Resource migration) {
    try {
      String address = migration.getURL().toString();
      String inFolder = address.substring(address.lastIndexOf(FOLDER) + FOLDER.length());
      return inFolder.substring(0, inFolder.indexOf('/'));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// @param application the role to which migrations grant what it needs
  static void configure(FluentConfiguration flyway, String application) {
    flyway
        .defaultSchema(SCHEMA)
        .createSchemas(false)
        .placeholders(Map.of("application", application))
        // An older Clew must not write into tables whose newer form it does not know.
        .ignoreMigrationPatterns(new String[0])
        .callbacks(new HistoryIsTheOwners(application));
  }

  /// The application reads and writes what migrations make, but not which of them were run.
  private static final class HistoryIsTheOwners extends BaseCallback {

    private final String application;

    private HistoryIsTheOwners(String application) {
      this.application = application;
    }

    @Override
    public boolean supports(Event event, Context context) {
      return event == Event.AFTER_MIGRATE;
    }

    @Override
    public void handle(Event event, Context context) {
      String table = context.getConfiguration().getTable();
      try (Statement statement = context.getConnection().createStatement()) {
        statement.execute(
            "revoke all on %s.%s from %s"
                .formatted(SCHEMA, quoted(statement, table), quoted(statement, application)));
      } catch (SQLException e) {
        throw new FlywayException("the migration history could not be locked", e);
      }
    }

    private static String quoted(Statement statement, String name) throws SQLException {
      return statement.enquoteIdentifier(name, true);
    }
  }
}
