package org.clew.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.clew.tables.Json;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuditCommandTest {

  @TempDir private Path folder;
  private Shell shell = new Shell(Path.of(""));

  @BeforeEach
  void writeTheList() throws IOException {
    shell = new Shell(folder);
    var list = new StringBuilder("name,sex,place,work,year\n");
    for (int i = 0; i < 600; i++) {
      list.append(
          "Person %d,%s,%s,%s,%d\n"
              .formatted(
                  i, i % 3 == 0 ? "m" : "f", i % 5 < 2 ? "NPL" : "<b>QAT", i % 2, 2000 + i % 7));
    }
    shell.write("people.csv", list.toString());
    shell.release("codebook", "people.csv", "--out", "c.json");
  }

  private int audit(Object... more) {
    var words =
        new ArrayList<Object>(
            List.of("audit", "people.csv", "--codebook", "c.json", "--out", out("out")));
    words.addAll(List.of("--runs", "2", "--canary-runs", "40", "--shadow-runs", "60"));
    words.addAll(List.of(more));
    return shell.release(words.toArray());
  }

  private String out(String name) {
    return folder.resolve(name).toString();
  }

  private String written(String file) throws IOException {
    return Files.readString(folder.resolve("out").resolve(file));
  }

  @Test
  void an_audit_says_what_is_demanded_and_what_was_found() throws IOException, Json.Malformed {
    assertThat(audit("--epsilon", "2", "--test-seed", "2")).isZero();

    Map<String, Json> all = ((Json.Members) Json.read(written("audit.json"))).all();
    assertThat(all)
        .containsKeys("findings", "canaries", "membership", "attacks", "coverage", "not_proved");
    assertThat(all.get("membership"))
        .isInstanceOfSatisfying(Json.Items.class, of -> assertThat(of.all()).hasSize(2));
    assertThat(written("audit.html"))
        .contains("What this does not prove", "with ε 1", "with ε 2", "kept out", "canary")
        .doesNotContain("Person", "<b>QAT");
    assertThat(shell.answered())
        .contains("ρ found with canaries", "attacks on rows", "give it to nobody")
        .doesNotContain("NOT MET");
    assertThat(shell.said()).doesNotContain("NOT MET");
  }

  /// Intervals begin and end at whole numbers: of one column by itself, where the noise is small,
  /// they are much wider than it.
  @Test
  void where_a_demand_is_not_met_a_script_hears_of_it_and_the_audit_is_there_to_read()
      throws IOException {
    assertThat(audit("--epsilon", "20", "--longest", "1", "--least", "1", "--test-seed", "1"))
        .isEqualTo(5);

    assertThat(shell.answered()).contains("NOT MET  Width of measured intervals", "audit is in");
    assertThat(shell.said()).contains("NOT MET: 1 of 7 demands");
    assertThat(written("audit.html")).contains("</html>");
    assertThat(written("audit.json")).contains("\"met\": false");
  }

  @Test
  void it_is_for_whoever_holds_the_list_alone_and_says_so_loudly() throws IOException {
    audit("--epsilon", "1");

    try (Stream<Path> files = Files.list(folder.resolve("out"))) {
      List<Path> all = files.toList();
      assertThat(all).hasSize(2);
      for (Path file : all) {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
            .isEqualTo("rw-------");
        assertThat(Files.readString(file)).contains("NOBODY ELSE", "Do not publish them");
      }
    }
    assertThat(shell.said()).contains("NOBODY ELSE");
  }

  @Test
  void the_same_seed_finds_the_same_and_is_said_to_be_a_test() throws IOException {
    audit("--epsilon", "1", "--test-seed", "3");
    String first = written("audit.json");
    Files.move(folder.resolve("out"), folder.resolve("before"));
    audit("--epsilon", "1", "--test-seed", "3");

    assertThat(written("audit.json")).isEqualTo(first).contains("TEST AUDIT");
    assertThat(written("audit.html")).contains("TEST AUDIT");
  }

  @Test
  void what_an_outsider_knows_can_be_named() throws IOException {
    audit("--epsilon", "1", "--quasi", "sex,year");

    assertThat(written("audit.json")).contains("\"columns\": [\"sex\", \"year\"]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --epsilon=-1                   | 2 | Epsilon is from 0.01
          --delta=0.0001                 | 2 | Say how much may be told
          --epsilon=1 --account=a.json   | 2 | no option --account
          --epsilon=1 --quasi=colour     | 3 | No column "colour" is published
          --epsilon=1 --quasi=name       | 3 | No column "name" is published
          """)
  void what_cannot_be_audited_is_refused_and_nothing_is_written(
      String words, int exit, String why) {
    assertThat(audit((Object[]) words.split(" ", -1))).isEqualTo(exit);

    assertThat(shell.said()).contains(why);
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --runs=0          | Whole releases are from 2 to 10,000.
          --canary-runs=3   | Releases with a canary are from 40 to 100,000.
          --shadow-runs=-9  | Releases for the attack on membership are from 60 to 100,000.
          --runs=many       | takes a whole number
          """)
  void too_little_or_too_much_effort_is_refused(String option, String why) {
    int exit =
        shell.release(
            "audit",
            "people.csv",
            "--codebook",
            "c.json",
            "--epsilon",
            "1",
            "--out",
            out("out"),
            option);

    assertThat(exit).isEqualTo(2);
    assertThat(shell.said()).contains(why);
  }

  @Test
  void of_too_few_people_nothing_is_tried() throws IOException {
    shell.write("people.csv", "name,sex,place,work,year\na,f,NPL,1,2001\n");

    assertThat(audit("--epsilon", "1")).isEqualTo(3);

    assertThat(shell.said()).contains("fewer than 100 people");
  }

  @Test
  void an_audit_is_not_written_over() throws IOException {
    Files.createDirectory(folder.resolve("out"));

    assertThat(audit("--epsilon", "1")).isEqualTo(3);

    assertThat(shell.said()).contains("is there already");
  }

  @Test
  void whoever_stops_it_finds_nothing_written() {
    List<String> words =
        List.of(
            "release",
            "audit",
            shell.file("people.csv").toString(),
            "--codebook",
            shell.file("c.json").toString(),
            "--epsilon",
            "1",
            "--out",
            out("out"));

    assertThat(shell.stopped(words)).isEqualTo(4);

    assertThat(folder.resolve("out")).doesNotExist();
  }
}
