package org.clew.platform.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/// The PostgreSQL in use, and whether it is ours to stop.
final class Database implements AutoCloseable {

  /// PostgreSQL 15 and older lack what row-level security on views and our functions rely on.
  static final int OLDEST_MAJOR_VERSION = 16;

  private final DatabaseLogin owner;
  private final DatabaseLogin application;
  private final @Nullable LocalPostgres local;

  private Database(DatabaseLogin owner, DatabaseLogin application, @Nullable LocalPostgres local) {
    this.owner = owner;
    this.application = application;
    this.local = local;
  }

  static Database local(LocalPostgres postgres) {
    return new Database(postgres.owner(), postgres.application(), postgres);
  }

  /// A server somebody else runs, once it has been looked at.
  ///
  /// @throws DatabaseRefused when it is too old, cannot be reached, or when the application's role
  ///   could see more than one organisation's rows
  static Database external(DatabaseLogin owner, DatabaseLogin application) {
    try (Connection connection = application.connect();
        Statement statement = connection.createStatement()) {
      refuseOld(connection.getMetaData().getDatabaseMajorVersion());
      refusePowerful(statement, application.user());
    } catch (SQLException e) {
      throw new DatabaseRefused(
          "The database at "
              + application.url()
              + " does not let '"
              + application.user()
              + "' in (SQL state "
              + e.getSQLState()
              + "). Check the address, the role and its password file.",
          e);
    }
    return new Database(owner, application, null);
  }

  DatabaseLogin owner() {
    return owner;
  }

  DatabaseLogin application() {
    return application;
  }

  @Override
  public void close() {
    if (local != null) {
      local.close();
    }
  }

  static void refuseOld(int majorVersion) {
    if (majorVersion < OLDEST_MAJOR_VERSION) {
      throw new DatabaseRefused(
          "This is PostgreSQL "
              + majorVersion
              + "; Clew needs "
              + OLDEST_MAJOR_VERSION
              + " or newer.");
    }
  }

  private static void refusePowerful(Statement statement, String user) throws SQLException {
    String query =
        """
        select rolsuper or rolbypassrls or rolcreaterole,
               exists (select from pg_class where relowner = pg_roles.oid)
        from pg_roles where rolname = current_user
        """;
    try (ResultSet role = statement.executeQuery(query)) {
      role.next();
      if (role.getBoolean(1) || role.getBoolean(2)) {
        throw new DatabaseRefused(
            "The role '"
                + user
                + "' could read every organisation's rows. Give the application a role that is no"
                + " superuser, does not bypass row-level security and owns no table.");
      }
    }
  }
}
