package org.clew.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A PostgreSQL of our own, started as a child process on the loopback address, with its files in
/// the data folder. It is as durable as any other (fsync on, passwords by SCRAM), dies with the JVM
/// that started it even when that is killed, and heals after a crash by PostgreSQL's own recovery.
///
/// Why our own launcher: `docs/adr/0001-our-own-postgres-launcher.md`.
public final class LocalPostgres implements AutoCloseable {

  static final String DATABASE = "clew";
  static final String SUPERUSER = "postgres";
  static final String OWNER = "clew_owner";
  static final String APPLICATION = "clew_app";

  private static final Logger LOG = LoggerFactory.getLogger(LocalPostgres.class);

  private final DatabaseHome home;
  private final Path programs;
  private final Unrooted unrooted;
  private final Object life = new Object();
  private PostgresProcess process;
  private boolean closed;

  private LocalPostgres(
      DatabaseHome home, Path programs, Unrooted unrooted, PostgresProcess process) {
    this.home = home;
    this.programs = programs;
    this.unrooted = unrooted;
    this.process = process;
  }

  /// Starts the database of this folder, making it the first time.
  ///
  /// @param shared where PostgreSQL's programs are unpacked for several folders; null for a copy in
  ///   the folder itself
  /// @throws DatabaseRefused when the folder is taken or foreign, or PostgreSQL does not come up
  public static LocalPostgres start(Path data, @Nullable Path shared) {
    return start(data, shared, Unrooted.find());
  }

  static LocalPostgres start(Path data, @Nullable Path shared, Unrooted unrooted) {
    DatabaseHome home = DatabaseHome.take(data);
    try {
      Path programs = PostgresBinaries.unpackInto(shared == null ? home.programs() : shared);
      unrooted.own(home.folder(), home.files());
      initialise(home, programs, unrooted);
      var process = PostgresProcess.start(home, programs, unrooted);
      var started = new LocalPostgres(home, programs, unrooted, process);
      try {
        started.prepareRoles();
      } catch (SQLException | RuntimeException e) {
        process.stop();
        throw e;
      }
      process.whenEnded(started::startAgain);
      return started;
    } catch (IOException | SQLException e) {
      home.close();
      throw new DatabaseRefused("PostgreSQL did not start: " + e.getMessage(), e);
    } catch (RuntimeException e) {
      home.close();
      throw e;
    }
  }

  public int port() {
    synchronized (life) {
      return process.port();
    }
  }

  /// How the owner of the tables reaches the database.
  public DatabaseLogin owner() {
    return login(OWNER);
  }

  /// How the application reaches it: no ownership, no way around row-level security.
  public DatabaseLogin application() {
    return login(APPLICATION);
  }

  DatabaseLogin superuser() {
    return new DatabaseLogin(url(port(), "postgres"), SUPERUSER, home.password(SUPERUSER));
  }

  private DatabaseLogin login(String role) {
    return new DatabaseLogin(url(port(), DATABASE), role, home.password(role));
  }

  /// How the owner reaches the database of a folder that another process holds.
  static DatabaseLogin ownerOf(Path data, int port) {
    return new DatabaseLogin(url(port, DATABASE), OWNER, DatabaseHome.knownPassword(data, OWNER));
  }

  static String url(int port, String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  /// The process of the database, for tests that kill it.
  long processId() {
    synchronized (life) {
      return process.id();
    }
  }

  /// Stops the database and gives the folder back.
  @Override
  public void close() {
    synchronized (life) {
      if (!closed) {
        closed = true;
        process.stop();
        home.close();
      }
    }
  }

  /// Somebody ended PostgreSQL but not us: a killer of processes when memory ran out, say. What was
  /// committed is there again after its recovery.
  private void startAgain() {
    synchronized (life) {
      if (closed) {
        return;
      }
      try {
        LOG.warn("PostgreSQL ended by itself and is started again");
        process = PostgresProcess.startAgain(home, programs, unrooted, process);
        process.whenEnded(this::startAgain);
      } catch (IOException e) {
        LOG.error("PostgreSQL ended and does not start again; restart Clew", e);
      }
    }
  }

  private static void initialise(DatabaseHome home, Path programs, Unrooted unrooted)
      throws IOException {
    if (Files.exists(home.files().resolve("PG_VERSION"))) {
      return;
    }
    if (Files.exists(home.files())) {
      PostgresBinaries.deleteTree(home.files());
    }
    // Made beside its place and renamed, so that an interrupted first start is simply repeated.
    Path fresh = home.folder().resolve("postgres.new");
    if (Files.exists(fresh)) {
      PostgresBinaries.deleteTree(fresh);
    }
    Files.createDirectory(fresh, DatabaseHome.OURS_ALONE);
    unrooted.own(home.folder(), fresh);
    Path password = home.passwordCopy(SUPERUSER);
    try {
      unrooted.own(home.folder(), password);
      Programs.run(
          Programs.with(
              unrooted.prefix(),
              programs.resolve("bin/initdb").toString(),
              "--pgdata=" + fresh,
              "--username=" + SUPERUSER,
              "--auth=scram-sha-256",
              "--pwfile=" + password,
              "--encoding=UTF8",
              "--locale-provider=builtin",
              "--builtin-locale=C.UTF-8",
              "--locale=C"));
    } finally {
      Files.deleteIfExists(password);
    }
    Files.move(fresh, home.files());
  }

  private void prepareRoles() throws SQLException {
    DatabaseLogin superuser = superuser();
    try (Connection connection = superuser.connect();
        Statement statement = connection.createStatement()) {
      for (String role : List.of(OWNER, APPLICATION)) {
        if (!exists(statement, "select from pg_roles where rolname = '" + role + "'")) {
          statement.execute(
              "create role %s login nosuperuser nocreatedb nocreaterole nobypassrls password '%s'"
                  .formatted(role, home.password(role)));
        }
      }
      if (!exists(statement, "select from pg_database where datname = '" + DATABASE + "'")) {
        statement.execute("create database " + DATABASE + " owner " + OWNER);
      }
      statement.execute("revoke all on database " + DATABASE + " from public");
      statement.execute("grant connect, temporary on database " + DATABASE + " to " + APPLICATION);
    }
    try (Connection connection =
            DriverManager.getConnection(
                url(port(), DATABASE), SUPERUSER, home.password(SUPERUSER));
        Statement statement = connection.createStatement()) {
      statement.execute("create schema if not exists clew authorization " + OWNER);
    }
  }

  private static boolean exists(Statement statement, String query) throws SQLException {
    try (ResultSet found = statement.executeQuery(query)) {
      return found.next();
    }
  }
}
