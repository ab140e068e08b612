package org.clew.platform.database;

import java.sql.SQLException;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.flywaydb.core.internal.exception.FlywayMigrateException;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/// Says which migration failed and why, without the rows it failed on.
final class MigrationFailedAnalyzer extends AbstractFailureAnalyzer<FlywayException> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, FlywayException cause) {
    return new FailureAnalysis(describe(cause), null, cause);
  }

  static String describe(FlywayException cause) {
    return switch (cause) {
      case FlywayValidateException validation ->
          "The tables were made by another version of Clew, newer or changed: "
              + firstProblem(validation)
              + ". Start the Clew that wrote them, or a newer one. Nothing was changed.";
      case FlywayMigrateException migration ->
          "The database could not be brought up to date: "
              + script(migration)
              + " failed ("
              + reason(migration)
              + "). It was rolled back; the data are as they were.";
      default ->
          "The database could not be brought up to date ("
              + reason(cause)
              + "). Nothing was changed.";
    };
  }

  private static String script(FlywayMigrateException migration) {
    var failed = migration.getMigration();
    return failed == null ? "a migration" : failed.getScript();
  }

  private static String firstProblem(FlywayValidateException validation) {
    return String.valueOf(validation.getMessage())
        .lines()
        .map(String::strip)
        .filter(line -> line.contains("migration") && !line.startsWith("Validate failed"))
        .findFirst()
        .orElse("their history does not match");
  }

  /// PostgreSQL's main sentence; its detail may quote a row.
  private static String reason(Throwable failure) {
    String found = "no reason was given";
    for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof PSQLException refused) {
        ServerErrorMessage server = refused.getServerErrorMessage();
        if (server != null && server.getMessage() != null) {
          return server.getMessage();
        }
      }
      if (cause instanceof SQLException refused) {
        found = "SQL state " + refused.getSQLState();
      }
    }
    return found;
  }
}
