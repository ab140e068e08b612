package org.clew.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `clew release synth --tiers`: one release, for those who are told less and those who are told
/// more.
class TiersCommandTest {

  @TempDir private Path folder;
  private Shell shell = new Shell(Path.of(""));

  @BeforeEach
  void writeTheList() throws IOException {
    shell = new Shell(folder);
    var list = new StringBuilder("sex,place,work\n");
    for (int i = 0; i < 600; i++) {
      list.append("%s,%s,%s\n".formatted(i % 3 == 0 ? "m" : "f", i % 5 < 2 ? "NPL" : "QAT", i % 2));
    }
    shell.write("people.csv", list.toString());
    shell.release("codebook", "people.csv", "--out", "c.json");
    shell.write("c.json", shell.read("c.json").replace("READ_OFF", "PUBLIC"));
  }

  private int synth(String... more) {
    var words = new ArrayList<Object>(List.of("synth", "people.csv", "--codebook", "c.json"));
    words.addAll(List.of(more));
    words.addAll(List.of("--out", folder.resolve("out")));
    return shell.release(words.toArray());
  }

  @Test
  void each_tier_has_a_folder_with_its_own_report_and_the_highest_is_booked() throws IOException {
    shell.release("account", "open", "account.json", "--epsilon", "4");

    assertThat(synth("--tiers", "vetted=4,public=1", "--account", "account.json")).isZero();

    for (String tier : List.of("public", "vetted")) {
      for (String file :
          List.of(
              "synthetic.csv",
              "synthetic.parquet",
              "aggregates.tsv",
              "datapackage.json",
              "privacy-report.html")) {
        assertThat(folder.resolve("out").resolve(tier).resolve(file)).isRegularFile();
      }
      assertThat(shell.read("out/%s/privacy-report.json".formatted(tier)))
          .contains("\"name\": \"%s\"".formatted(tier), "\"entry\": 1", "\"rho_left\": 0");
    }
    assertThat(shell.read("out/public/privacy-report.json")).contains("\"epsilon\": 1,");
    try (Stream<Path> there = Files.list(folder.resolve("out"))) {
      assertThat(there.map(each -> each.getFileName().toString()))
          .containsExactlyInAnyOrder("public", "vetted");
    }
    assertThat(shell.read("account.json"))
        .contains("\"epsilon\": 4", "\"public/synthetic.csv\"", "\"vetted/synthetic.csv\"");
    assertThat(shell.answered()).contains("out/public", "out/vetted");
  }

  @Test
  void together_they_are_refused_where_the_highest_does_not_fit() {
    shell.release("account", "open", "account.json", "--epsilon", "2");

    assertThat(synth("--tiers", "public=1,vetted=4", "--account", "account.json")).isEqualTo(3);

    assertThat(shell.said()).contains("Refused", "would still fit");
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --tiers=public=1 --epsilon=1     | Leave out --epsilon
          --tiers=public                   | names with an epsilon
          --tiers=public=1,vetted=much     | takes a number
          --tiers=public=1,vetted=-2       | Epsilon is from
          --tiers=public=1,../vetted=2     | named by small letters
          --tiers=public=1,vetted=1        | told the same
          --tiers=                         | names with an epsilon
          """)
  void tiers_that_make_no_sense_are_refused(String words, String why) {
    assertThat(synth(words.split(" ", -1))).isEqualTo(2);

    assertThat(shell.said()).contains(why);
    assertThat(folder.resolve("out")).doesNotExist();
  }
}
