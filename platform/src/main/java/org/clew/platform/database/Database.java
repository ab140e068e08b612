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
    look(owner, Database::makeSchema);
    look(application, connection -> refusePowerful(connection, application.user()));
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

  private interface Look {
    void at(Connection connection) throws SQLException;
  }

  private static void look(DatabaseLogin login, Look look) {
    try (Connection connection = login.connect()) {
      refuseOld(connection.getMetaData().getDatabaseMajorVersion());
      look.at(connection);
    } catch (SQLException e) {
      throw new DatabaseRefused(
          "The database at %s does not let '%s' in (SQL state %s). Check the address, the role and its password file."
              .formatted(login.address(), login.user(), e.getSQLState()),
          e);
    }
  }

  private static void makeSchema(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      // "if not exists" asks for the right to create even where it does exist.
      if (!answer(statement, "select to_regnamespace('clew') is not null")) {
        statement.execute("create schema clew");
      }
    }
  }

  private static void refusePowerful(Connection connection, String user) throws SQLException {
    String powerful =
        """
        select exists (
          select from pg_roles able
          where pg_has_role(current_user, able.oid, 'member')
            and (able.rolsuper or able.rolbypassrls or able.rolcreaterole
              or able.rolname in (
                'pg_read_server_files', 'pg_write_server_files', 'pg_execute_server_program')
              or exists (
                select from pg_class owned
                where owned.relowner = able.oid and owned.relpersistence <> 't')
              or exists (select from pg_namespace owned where owned.nspowner = able.oid
                and owned.nspname = 'clew')))
        """;
    try (Statement statement = connection.createStatement()) {
      if (answer(statement, powerful)) {
        throw new DatabaseRefused(
            "The role '"
                + user
                + "' could read every organisation's rows. Give the application a role that is no"
                + " superuser, does not bypass row-level security, owns no table and is a member of"
                + " no role that does.");
      }
    }
  }

  private static boolean answer(Statement statement, String question) throws SQLException {
    try (ResultSet answer = statement.executeQuery(question)) {
      return answer.next() && answer.getBoolean(1);
    }
  }
}
