package org.clew.platform.database;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/// What tests of the database's own life share: programs that are unpacked once, a program beside
/// this one, a question or an order in SQL.
final class PostgresFixture {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private PostgresFixture() {}

  static LocalPostgres start(Path data) {
    return LocalPostgres.start(data, PreparedData.PROGRAMS);
  }

  static void order(DatabaseLogin login, String sql) throws SQLException {
    try (Connection connection = login.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  static String ask(DatabaseLogin login, String sql) throws SQLException {
    try (Connection connection = login.connect();
        Statement statement = connection.createStatement();
        ResultSet answer = statement.executeQuery(sql)) {
      answer.next();
      return String.valueOf(answer.getString(1));
    }
  }

  static boolean soon(BooleanSupplier condition) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < end) {
      if (condition.getAsBoolean()) {
        return true;
      }
      Thread.sleep(20);
    }
    return false;
  }

  /// A process that has ended but that nobody has buried has no command.
  static boolean alive(long processId) {
    return ProcessHandle.of(processId)
        .filter(ProcessHandle::isAlive)
        .flatMap(process -> process.info().command())
        .isPresent();
  }

  static boolean root() throws IOException {
    return Objects.equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"), 0);
  }

  /// A `PostgresHost` in a JVM of its own.
  record Host(Process process, String answer) implements AutoCloseable {

    static Host start(Path data, Path programs, String... more) throws IOException {
      return start(List.of(), System.getProperty("java.class.path"), data, programs, more);
    }

    static Host start(
        List<String> prefix, String classPath, Path data, Path programs, String... more)
        throws IOException {
      var command = new ArrayList<>(prefix);
      command.addAll(
          List.of(
              ProcessHandle.current().info().command().orElse("java"),
              "-XX:TieredStopAtLevel=1",
              "-XX:+UseSerialGC",
              "-cp",
              classPath,
              PostgresHost.class.getName(),
              data.toString(),
              programs.toString()));
      command.addAll(List.of(more));
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
      var said =
          new BufferedReader(
              new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
      return new Host(process, String.valueOf(said.readLine()));
    }

    int port() {
      return Integer.parseInt(answer.split(" ", -1)[1]);
    }

    long postgres() {
      return Long.parseLong(answer.split(" ", -1)[2]);
    }

    /// Asks it to end, and waits until it has.
    @Override
    public void close() {
      try {
        process.getOutputStream().close();
        process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } finally {
        process.destroyForcibly();
      }
    }
  }
}
