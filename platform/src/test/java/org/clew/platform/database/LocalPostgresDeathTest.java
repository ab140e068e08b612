package org.clew.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clew.platform.database.PostgresFixture.Host;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The server's process ends in every way a process can, and the database with it.
class LocalPostgresDeathTest {

  /// What a `PostgresHost` needs of the class path.
  private static final Pattern NEEDED =
      Pattern.compile(
          "(?!.*darwin).*(classes|postgres|commons-(compress|io|lang3|codec)|xz|slf4j|jspecify).*");

  @TempDir private Path folder;
  private Path data = Path.of("");

  @BeforeEach
  void prepareTheFolder() throws IOException {
    data = PreparedData.copyTo(folder.resolve("prepared"));
  }

  @Test
  void aKilledServerTakesItsDatabaseWithItAndTheNextStartFindsEveryRow() throws Exception {
    Host killed = Host.start(data, PreparedData.PROGRAMS);
    long postgres = killed.postgres();
    DatabaseLogin owner = owner(killed.port());
    PostgresFixture.order(owner, "create table clew.kept as select 7 as it");

    killed.process().destroyForcibly().waitFor();

    assertThat(PostgresFixture.soon(() -> !PostgresFixture.alive(postgres))).isTrue();
    try (var next = PostgresFixture.start(data)) {
      assertThat(PostgresFixture.ask(next.owner(), "select it from clew.kept")).isEqualTo("7");
    }
  }

  @Test
  void theNextStartNeedNotWaitForAKilledServersDatabaseToEnd() throws Exception {
    Host killed = Host.start(data, PreparedData.PROGRAMS);
    killed.process().destroyForcibly().waitFor();
    try (var next = PostgresFixture.start(data)) {
      assertThat(PostgresFixture.ask(next.owner(), "select 1")).isEqualTo("1");
    }
  }

  @Test
  void aDatabaseThatLostServerAndWatchdogIsStoppedByTheNextStart() throws Exception {
    Host host = Host.start(data, PreparedData.PROGRAMS);
    long orphan = host.postgres();
    PostgresFixture.order(owner(host.port()), "create table clew.kept as select 9 as it");
    List<ProcessHandle> watchdogs =
        host.process().descendants().filter(process -> !postgres(process)).toList();
    // Held still, so that it does not notice.
    Programs.run(List.of("kill", "-STOP", Long.toString(host.process().pid())));
    watchdogs.forEach(ProcessHandle::destroyForcibly);
    host.process().destroyForcibly().waitFor();
    assertThat(PostgresFixture.alive(orphan)).isTrue();

    try (var next = PostgresFixture.start(data)) {
      assertThat(PostgresFixture.alive(orphan)).isFalse();
      assertThat(PostgresFixture.ask(next.owner(), "select it from clew.kept")).isEqualTo("9");
    }
  }

  @Test
  void anotherProcessWithTheNumberOfADeadDatabaseIsLeftAlone() throws Exception {
    try (var first = PostgresFixture.start(data)) {
      assertThat(first.port()).isPositive();
    }
    Process innocent = new ProcessBuilder("sleep", "60").start();
    try {
      Files.writeString(
          data.resolve("postgres/postmaster.pid"),
          innocent.pid() + "\n" + data.resolve("postgres") + "\n0\n1\n\n127.0.0.1\n");
      try (Host next = Host.start(data, PreparedData.PROGRAMS)) {
        assertThat(innocent.isAlive()).isTrue();
        assertThat(next.answer()).startsWith("ready");
      }
    } finally {
      innocent.destroyForcibly();
    }
  }

  @Test
  void aSecondServerOnTheFolderIsRefusedInOneSentence() throws Exception {
    try (var _ = PostgresFixture.start(data);
        Host second = Host.start(data, PreparedData.PROGRAMS)) {
      assertThat(second.answer())
          .isEqualTo(
              "refused Another Clew is using "
                  + data
                  + ". Stop it, or choose another folder with --data.");
    }
  }

  @Test
  void anEndedServerLeavesNothingRunning() throws Exception {
    Host host = Host.start(data, PreparedData.PROGRAMS);
    List<ProcessHandle> family = host.process().descendants().toList();
    host.close();
    assertThat(family).hasSizeGreaterThan(3);
    assertThat(PostgresFixture.soon(() -> family.stream().noneMatch(ProcessHandle::isAlive)))
        .isTrue();
  }

  @Test
  void anOrdinaryUserNeedsNothingSpecial() throws Exception {
    Path open = Files.createDirectory(folder.resolve("open"));
    String classPath = copyClassPath(Files.createDirectory(folder.resolve("classpath")));
    Path fresh = open.resolve("data");
    List<String> prefix = List.of();
    if (PostgresFixture.root()) {
      letEverybodyIn(open);
      prefix = Unrooted.AS_NOBODY.prefix();
    }
    try (Host host = Host.start(prefix, classPath, fresh, fresh.resolve("programs"))) {
      assertThat(host.answer()).startsWith("ready");
    }
  }

  /// As root only; anybody else is shown that nothing stands in their way.
  @Test
  void aMachineThatForbidsNamespacesRunsItAsNobodyAndBack() throws Exception {
    letEverybodyIn(folder);
    String without = (PostgresFixture.root() ? Unrooted.AS_NOBODY : Unrooted.AS_WE_ARE).name();
    Path programs = folder.resolve("programs");
    try (Host host = Host.start(data, programs, without)) {
      assertThat(host.answer()).startsWith("ready");
      PostgresFixture.order(owner(host.port()), "create table clew.kept as select 5 as it");
    }
    try (Host host = Host.start(data, programs)) {
      assertThat(PostgresFixture.ask(owner(host.port()), "select it from clew.kept"))
          .isEqualTo("5");
    }
  }

  @Test
  void aFolderThatMayNotBeWrittenIsRefusedInOneSentence() throws Exception {
    Path closed = Files.createDirectory(folder.resolve("closed"));
    String classPath = copyClassPath(Files.createDirectory(folder.resolve("classpath")));
    List<String> prefix = PostgresFixture.root() ? Unrooted.AS_NOBODY.prefix() : List.of();
    letEverybodyIn(folder);
    Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("r-xr-xr-x"));
    Path fresh = closed.resolve("data");
    try (Host host = Host.start(prefix, classPath, fresh, fresh.resolve("programs"))) {
      assertThat(host.answer())
          .isEqualTo(
              "refused Clew may not write in the folder "
                  + fresh
                  + ". Give it to the user who runs Clew, or choose another folder with --data.");
    }
  }

  private DatabaseLogin owner(int port) throws IOException {
    return new DatabaseLogin(
        LocalPostgres.url(port, LocalPostgres.DATABASE),
        LocalPostgres.OWNER,
        Files.readString(data.resolve("passwords/clew_owner")));
  }

  private static boolean postgres(ProcessHandle process) {
    return process.info().command().orElse("").endsWith("postgres");
  }

  private void letEverybodyIn(Path open) throws IOException {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwxrwx"));
  }

  /// The clone and the user's own repository may be closed to others; the copy is not.
  private String copyClassPath(Path copy) throws IOException {
    letEverybodyIn(copy);
    int number = 0;
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      if (NEEDED.matcher(entry).matches() && Files.exists(Path.of(entry))) {
        PreparedData.copyTree(
            Path.of(entry), copy.resolve(number++ + "-" + Path.of(entry).getFileName()));
      }
    }
    try (Stream<Path> entries = Files.list(copy)) {
      return entries.map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }
  }
}
