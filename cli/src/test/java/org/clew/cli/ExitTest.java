package org.clew.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.clew.linkage.ListTooLarge;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// With which exit code a command ends when it is stopped, and when it was too late to stop it.
class ExitTest {

  @TempDir private Path folder;
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final PrintStream to = new PrintStream(said, true, UTF_8);
  private final Terminal terminal = new Terminal(to, to, false);

  @Test
  void whoever_stops_it_when_all_is_done_hears_that_it_was_done() {
    var exit = new Exit(terminal, Duration.ofSeconds(30));

    exit.with(3);

    assertThat(exit.whenItEnds()).isEqualTo(3);
    assertThat(said.size()).isZero();
  }

  @Test
  void what_runs_is_asked_to_stop_and_ends_with_its_own_exit_code() throws Exception {
    var exit = new Exit(terminal, Duration.ofSeconds(30));
    CompletableFuture<Integer> ended = CompletableFuture.supplyAsync(exit::whenItEnds);
    while (!isStopped()) {
      Thread.onSpinWait();
    }

    exit.with(0);

    assertThat(ended.get(30, TimeUnit.SECONDS)).isZero();
    assertThat(said.size()).isZero();
  }

  @Test
  void a_list_too_large_to_be_held_is_bad_input_said_in_a_sentence() {
    Runnable command =
        () -> {
          throw new ListTooLarge("a column holds more than 2 GB of different text");
        };

    assertThat(Clew.ended(command, terminal)).isEqualTo(Ending.Code.BAD_INPUT.exit);
    assertThat(said.toString(UTF_8))
        .isEqualToIgnoringNewLines(
            "The list is too large: a column holds more than 2 GB of different text, however much"
                + " memory there is. Take fewer rows or columns at a time. Nothing is half written.");
  }

  private boolean isStopped() {
    try {
      terminal.demandGoingOn();
      return false;
    } catch (Ending _) {
      return true;
    }
  }

  @Test
  void what_does_not_hear_it_is_left_behind() {
    assertThat(new Exit(terminal, Duration.ofMillis(1)).whenItEnds()).isEqualTo(4);

    assertThat(said.toString(UTF_8)).contains("Nothing is half written");
  }

  /// `clew`, stopped from within at its last word, and not going on before that is heard. Stopped
  /// as a system stops it: what runs in the background may not hear Ctrl-C.
  static final class StoppedAtTheLastWord {

    private StoppedAtTheLastWord() {}

    public static void main(String[] words) {
      PrintStream real = System.out;
      System.setOut(
          new PrintStream(real, true, UTF_8) {
            @Override
            public void println(String line) {
              super.println(line);
              stopMyself();
            }
          });
      Clew.main(words);
    }

    private static void stopMyself() {
      try {
        new ProcessBuilder("kill", "-TERM", Long.toString(ProcessHandle.current().pid()))
            .start()
            .waitFor();
        while (isGoingOn()) {
          Thread.sleep(1);
        }
      } catch (IOException | InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }

    private static boolean isGoingOn() {
      try {
        var nothing = new Thread();
        Runtime.getRuntime().addShutdownHook(nothing);
        Runtime.getRuntime().removeShutdownHook(nothing);
        return true;
      } catch (IllegalStateException _) {
        return false;
      }
    }
  }

  private int process(Class<?> main, String... words) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                main.getName()));
    command.addAll(List.of(words));
    Path out = folder.resolve("said");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(out.toFile()).start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    said.writeBytes(Files.readAllBytes(out));
    return process.exitValue();
  }

  @Test
  void a_process_stopped_at_its_last_word_ends_as_what_it_has_done() throws Exception {
    assertThat(process(StoppedAtTheLastWord.class, "release", "--help")).isZero();

    assertThat(said.toString(UTF_8)).contains("Exit codes").doesNotContain("Exception");
  }

  @Test
  void a_process_that_nobody_stops_ends_with_the_exit_code_of_its_command() throws Exception {
    assertThat(process(Clew.class, "release", "--help")).isZero();
    assertThat(process(Clew.class, "release", "nonsense")).isEqualTo(2);
    assertThat(process(Clew.class, "release", "codebook", "no.csv", "--out", "c")).isEqualTo(3);
  }
}
