package org.clew.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.clew.disclosure.Progress;
import org.clew.disclosure.account.Kind;
import org.clew.disclosure.account.Promise;
import org.clew.disclosure.release.KAnonymousRelease;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a release that is stopped costs.
class SynthesisJobTest {

  @TempDir private Path folder;
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final PrintStream to = new PrintStream(said, true, UTF_8);
  private final Terminal terminal = new Terminal(to, to, false);
  private Shell shell = new Shell(Path.of(""));

  @BeforeEach
  void openAnAccount() throws IOException {
    shell = new Shell(folder);
    shell.write("people.csv", "sex,work\n" + "f,1\nm,0\n".repeat(150));
    shell.write(
        "c.json",
        """
        {"clew_codebook": 1, "domains": "PUBLIC", "person": null, "columns": [
          {"name": "sex", "values": ["f", "m"]}, {"name": "work", "values": ["0", "1"]}]}
        """);
    shell.release("account", "open", "a.json", "--epsilon", "1");
  }

  private void release(Consumer<Path> more) {
    var words =
        List.of(
            shell.file("people.csv").toString(),
            "--codebook=" + shell.file("c.json"),
            "--account=" + shell.file("a.json"),
            "--out=" + shell.file("out"));
    Arguments arguments = Arguments.read(words, SynthesisJob.VALUED, Set.of());
    Accounting accounting =
        Accounting.asked(arguments, Kind.KANON_SYNTH, new Promise.WithoutNoise(10));
    SynthesisJob job = SynthesisJob.asked("kanon synth", arguments, accounting, terminal);
    KAnonymousRelease made =
        job.made(
            () ->
                KAnonymousRelease.of(
                    job.list().codebook(),
                    job.list().coding(),
                    job.list().people(),
                    10,
                    2,
                    job.bits(),
                    Progress.NONE));
    job.write(List.of(new SynthesisJob.Part("", made, more)));
  }

  @Test
  void stopped_while_its_rows_are_written_it_is_not_booked() throws IOException {
    String before = shell.read("a.json");

    assertThatThrownBy(() -> release(_ -> terminal.stop())).isInstanceOf(Ending.class);

    assertThat(shell.read("a.json")).isEqualTo(before);
    assertThat(shell.names())
        .containsExactlyInAnyOrder("people.csv", "c.json", "a.json", "a.json.lock");
    assertThat(said.toString(UTF_8)).doesNotContain("counts as told");
  }

  @Test
  void refused_by_what_is_at_its_place_meanwhile_it_is_not_booked() throws IOException {
    String before = shell.read("a.json");

    assertThatThrownBy(
            () ->
                release(
                    _ -> {
                      try {
                        Files.createDirectory(shell.file("out"));
                      } catch (IOException e) {
                        throw new UncheckedIOException(e);
                      }
                    }))
        .hasMessageContaining("is there already");

    assertThat(shell.read("a.json")).isEqualTo(before);
  }

  /// More than an array holds; nothing but zeros, it takes no room.
  @Test
  void however_large_its_files_are_what_was_written_is_noted() throws IOException {
    release(
        folder -> {
          try (var large = new RandomAccessFile(folder.resolve("large").toFile(), "rw")) {
            large.setLength(2L << 30);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });

    assertThat(shell.read("a.json")).contains("\"large\"");
    assertThat(said.toString(UTF_8)).contains("Booked in");
  }

  @Test
  void not_stopped_it_is_booked_and_there() throws IOException {
    release(_ -> {});

    assertThat(shell.read("a.json")).contains("kanon");
    assertThat(shell.file("out").resolve("privacy-report.html")).isRegularFile();
    assertThat(shell.file("out").resolve("synthetic.csv")).isRegularFile();
  }
}
