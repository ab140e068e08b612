package org.clew.platform.database;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.callback.BaseCallback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/// How the tables of every module are brought up to date, whoever asks for it: the server at its
/// start, or a backup that is read in.
final class Migrations {

  static final String SCHEMA = "clew";

  private Migrations() {}

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
