package org.clew.platform.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// The running PostgreSQL: a child that dies with us.
final class PostgresProcess {

  private static final Duration START_LIMIT = Duration.ofSeconds(60);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(30);

  /// Somebody may take the free port we found before PostgreSQL does.
  private static final int START_TRIES = 3;

  /// Holds the database's life to ours: when our end of the pipe closes, for whatever reason, `cat`
  /// ends and PostgreSQL gets a fast shutdown. When PostgreSQL ends by itself, so does this.
  /// Signals of a terminal reach neither.
  private static final String WATCHDOG =
      """
      trap "" INT TERM HUP
      exec 3<&0
      "$@" </dev/null 3<&- &
      postgres=$!
      { cat <&3 >/dev/null; kill -INT $postgres; } 2>/dev/null &
      wait $postgres
      kill -KILL $! 2>/dev/null
      """;

  private final DatabaseHome home;
  private final int port;
  private final Process process;

  private PostgresProcess(DatabaseHome home, int port, Process process) {
    this.home = home;
    this.port = port;
    this.process = process;
  }

  /// Starts the database of a folder that is ours, and waits until it answers.
  ///
  /// @throws IOException when it does not come up
  static PostgresProcess start(DatabaseHome home, Path programs, Unrooted unrooted)
      throws IOException {
    stopOrphan(home, programs, unrooted);
    keepLastWords(home);
    for (int tried = 1; ; tried++) {
      try {
        return start(home, programs, unrooted, freePort());
      } catch (IOException e) {
        if (tried == START_TRIES) {
          throw e;
        }
      }
    }
  }

  /// Starts it once more after it ended by itself, where those who knew it find it.
  static PostgresProcess startAgain(
      DatabaseHome home, Path programs, Unrooted unrooted, PostgresProcess ended)
      throws IOException {
    stopOrphan(home, programs, unrooted);
    return start(home, programs, unrooted, ended.port);
  }

  private static PostgresProcess start(
      DatabaseHome home, Path programs, Unrooted unrooted, int port) throws IOException {
    var started = new PostgresProcess(home, port, launch(home, programs, unrooted, port));
    try {
      started.awaitReady();
      return started;
    } catch (IOException e) {
      started.stop();
      throw e;
    }
  }

  int port() {
    return port;
  }

  /// The process of the database itself, for tests that kill it.
  long id() {
    return running(home).map(ProcessHandle::pid).orElseThrow();
  }

  /// Runs something once the database has ended, however it came to that.
  void whenEnded(Runnable action) {
    CompletableFuture<Void> _ = process.onExit().thenRun(action);
  }

  /// Completes all that is under way, and ends.
  void stop() {
    try {
      process.getOutputStream().close();
      if (!process.waitFor(STOP_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
        running(home).ifPresent(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
      }
    } catch (IOException _) {
      process.destroy();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /// The port on which a database that somebody started in this folder answers, if one runs.
  static Optional<Integer> portInUse(Path files) {
    return pidFile(files)
        .filter(lines -> lines.size() >= 4 && handle(lines, files).isPresent())
        .map(lines -> Integer.parseInt(lines.get(3).strip()));
  }

  private static Process launch(DatabaseHome home, Path programs, Unrooted unrooted, int port)
      throws IOException {
    var command = new ArrayList<String>();
    if (Files.isExecutable(Path.of("/usr/bin/setsid"))) {
      command.add("setsid");
    }
    command.addAll(List.of("sh", "-c", WATCHDOG, "clew-postgres"));
    command.addAll(
        Programs.with(
            unrooted.prefix(),
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
        .redirectOutput(ProcessBuilder.Redirect.appendTo(home.log().toFile()))
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
    while (System.nanoTime() < end) {
      if (!process.isAlive()) {
        throw new IOException("it ended at once; its last words are in " + home.log());
      }
      List<String> lines = pidFile(home.files()).orElse(List.of());
      if (lines.size() >= 8
          && lines.get(3).strip().equals(Integer.toString(port))
          && lines.get(7).strip().equals("ready")) {
        return;
      }
      pause();
    }
    throw new IOException("it was not ready after " + START_LIMIT.toSeconds() + " seconds");
  }

  /// An older server that outlived its JVM and its watchdog, or is just ending; we hold the
  /// folder's lock, so it is ours.
  private static void stopOrphan(DatabaseHome home, Path programs, Unrooted unrooted)
      throws IOException {
    if (running(home).isEmpty()) {
      // Its number may be another process's by now, for which PostgreSQL would stand back.
      Files.deleteIfExists(home.files().resolve("postmaster.pid"));
      return;
    }
    try {
      Programs.run(
          Programs.with(
              unrooted.prefix(),
              programs.resolve("bin/pg_ctl").toString(),
              "stop",
              "--pgdata=" + home.files(),
              "--mode=fast"));
    } catch (IOException e) {
      // It may have ended by itself in between.
      if (running(home).isPresent()) {
        throw e;
      }
    }
  }

  /// What the last run wrote stays to be read after a crash.
  private static void keepLastWords(DatabaseHome home) throws IOException {
    if (Files.exists(home.log())) {
      Files.move(
          home.log(),
          home.log().resolveSibling("postgres.log.before"),
          StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static Optional<ProcessHandle> running(DatabaseHome home) {
    return pidFile(home.files()).flatMap(lines -> handle(lines, home.files()));
  }

  /// The process whose number stands in the file, if it is a PostgreSQL on these files: after a
  /// crash the number may have become somebody else's.
  private static Optional<ProcessHandle> handle(List<String> pidFile, Path files) {
    if (pidFile.isEmpty()) {
      return Optional.empty();
    }
    return ProcessHandle.of(Long.parseLong(pidFile.getFirst().strip()))
        .filter(ProcessHandle::isAlive)
        .filter(process -> process.info().command().orElse("").endsWith("postgres"))
        .filter(
            process ->
                process.info().arguments().map(List::of).orElse(List.of()).stream()
                    .anyMatch(argument -> argument.equals(files.toString())));
  }

  private static Optional<List<String>> pidFile(Path files) {
    try {
      return Optional.of(Files.readAllLines(files.resolve("postmaster.pid")));
    } catch (IOException _) {
      return Optional.empty();
    }
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
