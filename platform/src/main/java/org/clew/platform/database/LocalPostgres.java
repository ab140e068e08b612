package org.clew.platform.database;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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

  private static final Duration START_LIMIT = Duration.ofSeconds(60);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(30);

  /// Holds the database's life to ours: when our end of the pipe closes, for whatever reason, `cat`
  /// ends and PostgreSQL gets a fast shutdown. Signals of a terminal do not reach it.
  private static final String WATCHDOG =
      """
      trap "" INT TERM HUP
      "$@" </dev/null &
      pg=$!
      cat >/dev/null
      kill -INT $pg
      wait $pg
      """;

  private final DatabaseHome home;
  private final int port;
  private final Process process;

  private LocalPostgres(DatabaseHome home, int port, Process process) {
    this.home = home;
    this.port = port;
    this.process = process;
  }

  /// Starts the database of this folder, making it the first time.
  ///
  /// @param shared where PostgreSQL's programs are unpacked for several folders; null for a copy in
  ///   the folder itself
  /// @throws DatabaseRefused when the folder is taken or foreign, or PostgreSQL does not come up
  public static LocalPostgres start(Path data, @Nullable Path shared) {
    DatabaseHome home = DatabaseHome.take(data);
    try {
      Path programs = PostgresBinaries.unpackInto(shared == null ? home.programs() : shared);
      initialise(home, programs);
      stopOrphan(home, programs);
      int port = freePort();
      var started = new LocalPostgres(home, port, launch(home, programs, port));
      started.awaitReady();
      started.prepareRoles();
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
    return port;
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
    return new DatabaseLogin(url(port, "postgres"), SUPERUSER, home.password(SUPERUSER));
  }

  private DatabaseLogin login(String role) {
    return new DatabaseLogin(url(port, DATABASE), role, home.password(role));
  }

  static String url(int port, String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  /// The process of the database, for tests that kill it.
  long processId() {
    return postmaster(home).orElseThrow();
  }

  /// Stops the database and gives the folder back.
  @Override
  public void close() {
    try {
      process.getOutputStream().close();
      if (!process.waitFor(STOP_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
      }
    } catch (IOException _) {
      process.destroy();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } finally {
      home.close();
    }
  }

  private static void initialise(DatabaseHome home, Path programs) throws IOException {
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
    home.password(SUPERUSER);
    run(
        List.of(
            programs.resolve("bin/initdb").toString(),
            "--pgdata=" + fresh,
            "--username=" + SUPERUSER,
            "--auth=scram-sha-256",
            "--pwfile=" + home.folder().resolve("passwords").resolve(SUPERUSER),
            "--encoding=UTF8",
            "--locale-provider=builtin",
            "--builtin-locale=C.UTF-8",
            "--locale=C"));
    Files.move(fresh, home.files());
  }

  private static Process launch(DatabaseHome home, Path programs, int port) throws IOException {
    var command = new ArrayList<String>();
    if (Files.isExecutable(Path.of("/usr/bin/setsid"))) {
      command.add("setsid");
    }
    command.addAll(List.of("sh", "-c", WATCHDOG, "clew-postgres"));
    command.addAll(withoutRoot());
    command.addAll(
        List.of(
            programs.resolve("bin/postgres").toString(),
            "-D",
            home.files().toString(),
            "-p",
            Integer.toString(port)));
    for (String setting : settings()) {
      command.addAll(List.of("-c", setting));
    }
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.to(home.log().toFile()))
        .start();
  }

  /// Small, durable and silent: a statement's text may hold a person's name, so none is logged.
  private static List<String> settings() {
    return List.of(
        "listen_addresses=127.0.0.1",
        "unix_socket_directories=",
        "fsync=on",
        "synchronous_commit=on",
        "full_page_writes=on",
        "shared_buffers=64MB",
        "max_connections=40",
        "jit=off",
        "log_statement=none",
        "log_min_error_statement=panic",
        "log_error_verbosity=terse",
        "log_min_messages=fatal",
        "timezone=UTC");
  }

  private void awaitReady() throws IOException {
    long end = System.nanoTime() + START_LIMIT.toNanos();
    Path pidFile = home.files().resolve("postmaster.pid");
    while (System.nanoTime() < end) {
      if (!process.isAlive()) {
        throw new IOException("it ended at once; its last words are in " + home.log());
      }
      if (Files.exists(pidFile)) {
        List<String> lines = Files.readAllLines(pidFile);
        if (lines.size() >= 8
            && lines.get(3).strip().equals(Integer.toString(port))
            && lines.get(7).strip().equals("ready")) {
          return;
        }
      }
      pause();
    }
    close();
    throw new IOException("it was not ready after " + START_LIMIT.toSeconds() + " seconds");
  }

  /// An older server that outlived its JVM and its watchdog; we hold the folder's lock, so it is
  /// ours.
  private static void stopOrphan(DatabaseHome home, Path programs) throws IOException {
    Optional<Long> orphan = postmaster(home);
    if (orphan.flatMap(ProcessHandle::of).filter(LocalPostgres::isPostgres).isPresent()) {
      run(
          List.of(
              programs.resolve("bin/pg_ctl").toString(),
              "stop",
              "--pgdata=" + home.files(),
              "--mode=fast"));
    }
  }

  private static boolean isPostgres(ProcessHandle process) {
    return process.info().command().map(c -> c.endsWith("postgres")).orElse(true);
  }

  private static Optional<Long> postmaster(DatabaseHome home) {
    Path pidFile = home.files().resolve("postmaster.pid");
    try (Stream<String> lines = Files.lines(pidFile)) {
      return lines.findFirst().map(line -> Long.parseLong(line.strip()));
    } catch (IOException _) {
      return Optional.empty();
    }
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
            DriverManager.getConnection(url(port, DATABASE), SUPERUSER, home.password(SUPERUSER));
        Statement statement = connection.createStatement()) {
      statement.execute("create schema if not exists clew authorization " + OWNER);
    }
  }

  private static boolean exists(Statement statement, String query) throws SQLException {
    try (ResultSet found = statement.executeQuery(query)) {
      return found.next();
    }
  }

  private static void run(List<String> command) throws IOException {
    var whole = new ArrayList<>(withoutRoot());
    whole.addAll(command);
    Process process = new ProcessBuilder(whole).redirectErrorStream(true).start();
    try (OutputStream in = process.getOutputStream()) {
      in.flush();
    }
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (process.waitFor() != 0) {
        throw new IOException(said.strip());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  /// PostgreSQL refuses to run as root; in a user namespace of its own it does not see that it is.
  private static List<String> withoutRoot() {
    return "root".equals(System.getProperty("user.name")) ? List.of("unshare", "-U") : List.of();
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(20);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
