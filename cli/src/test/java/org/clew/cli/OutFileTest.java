package org.clew.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What stands where a command is told to write.
class OutFileTest {

  @TempDir private Path folder;
  private Shell shell = new Shell(Path.of(""));

  @BeforeEach
  void writeAList() throws IOException {
    shell = new Shell(folder);
    var list = new StringBuilder("sex,place\n");
    for (int i = 0; i < 200; i++) {
      list.append("%s,%s\n".formatted(i % 3 == 0 ? "m" : "f", i % 5 < 2 ? "NPL" : "QAT"));
    }
    shell.write("people.csv", list.toString());
  }

  private int release(String words, String place) {
    List<Object> all = new ArrayList<>(List.of(words.formatted(place).split(" ", -1)));
    return shell.release(all.toArray());
  }

  /// Neither an account nor a corrected codebook, and no file that a link leads to; nor does a
  /// folder or a link that leads nowhere become a file.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "aggregate people.csv --k 10 --out=%s",
        "cells people.csv --by sex --out=%s",
        "cells people.csv --by sex --round 5 --out=%s",
        "codebook people.csv --out=%s",
        "kanon generalise people.csv --quasi sex --k 10 --out=%s",
        "kanon generalise people.csv --quasi sex --k 10 --out=new.csv --report=%s",
        "risk people.csv --quasi sex --rows=%s",
        "risk people.csv --quasi sex --combinations=%s",
        "risk people.csv --quasi sex --report=%s"
      })
  void a_release_command_writes_new_files_and_nothing_over_what_is_there(String words)
      throws IOException {
    shell.release("account", "open", "there.json", "--epsilon", "1");
    String before = shell.read("there.json");
    Files.createSymbolicLink(shell.file("link.json"), shell.file("there.json"));
    Files.createSymbolicLink(shell.file("nowhere.json"), shell.file("none"));
    Files.createDirectory(shell.file("folder.json"));

    for (String place : List.of("there.json", "link.json", "nowhere.json", "folder.json")) {
      assertThat(release(words, place)).as(place).isEqualTo(3);
      assertThat(shell.said()).contains(place + " is there already");
    }

    assertThat(shell.read("there.json")).isEqualTo(before);
    assertThat(shell.file("link.json")).isSymbolicLink();
    assertThat(Files.isSymbolicLink(shell.file("nowhere.json"))).isTrue();
    assertThat(shell.file("folder.json")).isEmptyDirectory();
    assertThat(shell.names()).doesNotContain("none", "new.csv");
    assertThat(release(words, "fresh.json")).isZero();
    assertThat(shell.file("fresh.json")).isRegularFile();
    assertThat(shell.names()).noneMatch(name -> name.endsWith(".part"));
  }

  @Test
  void what_locks_an_account_is_no_place_for_a_table() throws IOException {
    shell.release("account", "open", "a.json", "--epsilon", "1");
    Files.delete(shell.file("a.json.lock"));

    assertThat(release("cells people.csv --by sex --account a.json --out=%s", "a.json.lock"))
        .isEqualTo(2);

    assertThat(shell.file("a.json.lock")).doesNotExist();
  }

  @Test
  void a_folder_is_made_over_nothing_not_even_a_link_that_leads_nowhere() throws IOException {
    Files.createSymbolicLink(shell.file("nowhere"), shell.file("none"));

    assertThatThrownBy(() -> OutFolder.write(shell.file("nowhere"), _ -> {}))
        .isInstanceOf(Ending.class)
        .hasMessageContaining("is there already");
    assertThat(Files.exists(shell.file("nowhere"), LinkOption.NOFOLLOW_LINKS)).isTrue();
  }

  /// Two commands with one place: whoever comes second finds it taken.
  @Test
  void what_another_command_wrote_meanwhile_stays() throws IOException {
    Path place = shell.file("out.csv");

    assertThatThrownBy(
            () ->
                OutFile.csv(
                    place,
                    csv -> {
                      csv.row(List.of("second"));
                      OutFile.bytes(place, new byte[] {'1'});
                    }))
        .isInstanceOf(Ending.class)
        .hasMessageContaining("is there already");
    assertThat(place).hasContent("1");

    Path out = shell.file("out");
    assertThatThrownBy(
            () -> OutFolder.write(out, _ -> OutFolder.write(out, own -> write(own.resolve("1")))))
        .isInstanceOf(Ending.class)
        .hasMessageContaining("is there already");
    assertThat(out).isDirectoryContaining(each -> each.endsWith("1"));
    assertThat(shell.names()).noneMatch(name -> name.endsWith(".part"));
  }

  private static void write(Path file) {
    OutFile.bytes(file, new byte[] {'1'});
  }

  @Test
  void where_an_earlier_result_may_be_written_over_it_is_an_ordinary_file() throws IOException {
    Path earlier = shell.write("earlier.csv", "1");
    OutFile.bytes(earlier, OutFile.Over.ORDINARY_FILE, new byte[] {'2'});
    assertThat(earlier).hasContent("2");

    Path link = Files.createSymbolicLink(shell.file("stdout"), earlier);
    for (Path place : List.of(link, Path.of("/dev/null"), folder)) {
      assertThatThrownBy(() -> OutFile.bytes(place, OutFile.Over.ORDINARY_FILE, new byte[] {'3'}))
          .isInstanceOf(Ending.class)
          .hasMessageContaining("a folder, a device or a link");
    }
    assertThat(earlier).hasContent("2");
    assertThat(link).isSymbolicLink();
  }
}
