package org.clew.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What happens to an account when others write it too, and when the machine lets it down: whole
/// processes, as people run them.
class AccountFileTest {

  @TempDir private Path folder;
  private Shell shell = new Shell(Path.of(""));

  @BeforeEach
  void openAnAccount() throws IOException {
    shell = new Shell(folder);
    var list = new StringBuilder("sex,place\n");
    for (int i = 0; i < 600; i++) {
      list.append("%s,%s\n".formatted(i % 3 == 0 ? "m" : "f", i % 5 < 2 ? "NPL" : "QAT"));
    }
    shell.write("people.csv", list.toString());
    shell.release("codebook", "people.csv", "--out", "c.json");
    shell.write("c.json", shell.read("c.json").replace("READ_OFF", "PUBLIC"));
    shell.release("account", "open", "account.json", "--epsilon", "1");
  }

  /// A process of its own, as a shell would start it.
  ///
  /// @param first what the shell does before
  private Process start(String first, String epsilon, String out) throws IOException {
    String classes =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    return new ProcessBuilder(
            "sh",
            "-c",
            first
                + " exec \"$0\" -XX:-UsePerfData -Xshare:auto -cp \"$1\" org.clew.cli.Clew release synth"
                + " people.csv --codebook c.json --account account.json --epsilon \"$2\" --out \"$3\"",
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            classes,
            epsilon,
            out)
        .directory(folder.toFile())
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve(out + ".said").toFile())
        .start();
  }

  private long told() throws IOException {
    return shell.read("account.json").lines().filter(line -> line.contains("\"told\"")).count();
  }

  @Test
  void two_commands_at_once_cannot_both_spend_the_same_rest() throws Exception {
    List<Process> both = List.of(start("", "0.8", "one"), start("", "0.8", "two"));
    List<Integer> exits = new ArrayList<>();
    for (Process each : both) {
      exits.add(each.waitFor());
    }

    assertThat(exits).containsExactlyInAnyOrder(0, 3);
    assertThat(told()).isEqualTo(1);
    assertThat(shell.read("one.said") + shell.read("two.said")).contains("Refused");
    assertThat(Files.exists(folder.resolve("one")) ^ Files.exists(folder.resolve("two"))).isTrue();
    assertThat(shell.release("account", "show", "account.json")).isZero();
  }

  @Test
  void of_many_at_once_each_is_booked_once_and_none_is_lost() throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      List<Future<Integer>> runs = new ArrayList<>();
      for (int i = 0; i < 16; i++) {
        var own = new Shell(folder);
        String out = folder.resolve("out" + i).toString();
        runs.add(
            threads.submit(
                () ->
                    own.release(
                        "synth",
                        "people.csv",
                        "--codebook=c.json",
                        "--account=account.json",
                        "--epsilon=0.1",
                        "--out",
                        out)));
      }
      for (Future<Integer> run : runs) {
        assertThat(run.get()).isZero();
      }
    }

    assertThat(told()).isEqualTo(16);
    assertThat(shell.release("account", "show", "account.json")).isZero();
    assertThat(shell.answered()).doesNotContain("nothing says");
  }

  @Test
  void without_room_for_the_booking_nothing_is_told_and_the_account_stays_whole() throws Exception {
    for (int i = 0; i < 14; i++) {
      String out = folder.resolve("out" + i).toString();
      assertThat(
              shell.release(
                  "synth",
                  "people.csv",
                  "--codebook=c.json",
                  "--account=account.json",
                  "--epsilon=0.1",
                  "--out",
                  out))
          .isZero();
    }
    String before = shell.read("account.json");
    assertThat(before.length()).isGreaterThan(24 * 512);

    // The rows have room, the account has not.
    int exit = start("trap '' XFSZ; ulimit -f 24;", "0.1", "more").waitFor();

    assertThat(shell.read("more.said")).contains("account.json cannot be written", "room");
    assertThat(exit).isEqualTo(3);
    assertThat(shell.read("account.json")).isEqualTo(before);
    assertThat(folder.resolve("more")).doesNotExist();
    assertThat(shell.names()).noneMatch(name -> name.endsWith(".part"));
  }

  @Test
  void what_there_was_no_room_for_is_not_booked() throws Exception {
    String before = shell.read("account.json");

    int exit = start("trap '' XFSZ; ulimit -f 4;", "0.8", "out").waitFor();

    assertThat(shell.read("out.said"))
        .contains("cannot be written")
        .doesNotContain("counts as told");
    assertThat(exit).isEqualTo(3);
    assertThat(shell.read("account.json")).isEqualTo(before);
    assertThat(folder.resolve("out")).doesNotExist();
  }

  /// There is room for the rows, and none for the report, which says as what it was booked.
  @Test
  void what_was_booked_and_could_not_be_written_counts() throws Exception {
    int exit = start("trap '' XFSZ; ulimit -f 16;", "0.8", "out").waitFor();

    assertThat(shell.read("out.said")).contains("as entry 1, and counts as told");
    assertThat(exit).isEqualTo(3);
    assertThat(folder.resolve("out")).doesNotExist();
    shell.release("account", "show", "account.json");
    assertThat(shell.answered())
        .contains(
            "nothing says that it was written, and it counts as told",
            "epsilon 0.80 was told with noise");
    assertThat(start("", "0.8", "again").waitFor()).isEqualTo(3);
  }

  @Test
  void a_file_with_two_names_is_no_account_because_it_would_become_two() throws Exception {
    Files.createLink(shell.file("second.json"), shell.file("account.json"));
    String before = shell.read("account.json");

    assertThat(start("", "0.1", "out").waitFor()).isEqualTo(3);
    assertThat(shell.read("out.said"))
        .contains("another name", "hard link", "Remove the other name");
    assertThat(shell.release("account", "show", "second.json")).isEqualTo(3);
    assertThat(shell.read("account.json")).isEqualTo(before);
    assertThat(folder.resolve("out")).doesNotExist();

    Files.delete(shell.file("second.json"));
    assertThat(start("", "0.1", "out").waitFor()).isZero();
  }

  /// Or no later release could be booked.
  @Test
  void what_could_not_be_read_again_is_not_booked() throws IOException {
    String before = shell.read("account.json");

    assertThat(aggregate("2000000000")).isEqualTo(3);
    assertThat(shell.said()).contains("stays as it was", "could not be read again");
    assertThat(shell.read("account.json")).isEqualTo(before);
    assertThat(folder.resolve("counts.tsv")).doesNotExist();
    assertThat(aggregate("10")).isZero();
  }

  private int aggregate(String k) {
    return shell.release(
        "aggregate",
        "people.csv",
        "--codebook=c.json",
        "--account=account.json",
        "--k=" + k,
        "--out",
        folder.resolve("counts.tsv").toString());
  }

  @Test
  void whoever_may_read_it_still_may_afterwards() throws Exception {
    Path account = shell.file("account.json");
    Files.setPosixFilePermissions(account, PosixFilePermissions.fromString("rw-rw----"));

    assertThat(start("", "0.1", "out").waitFor()).isZero();

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(account)))
        .isEqualTo("rw-rw----");
  }
}
