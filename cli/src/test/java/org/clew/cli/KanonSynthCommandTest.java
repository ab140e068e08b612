package org.clew.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
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

class KanonSynthCommandTest {

  @TempDir private Path folder;
  private Shell shell = new Shell(Path.of(""));

  /// 605 people; what the last five have is rare.
  @BeforeEach
  void writeTheList() throws IOException {
    shell = new Shell(folder);
    var list = new StringBuilder("name,sex,place,work\n");
    for (int i = 0; i < 600; i++) {
      list.append(
          "Person %d,%s,%s,%s\n"
              .formatted(i, i % 3 == 0 ? "m" : "f", i % 5 < 2 ? "-NPL" : "QAT", i % 2));
    }
    list.append("One,f,ATA,1\n".repeat(5));
    shell.write("people.csv", list.toString());
    shell.release("codebook", "people.csv", "--out", "c.json");
  }

  private int synth(Object... more) {
    var words = new ArrayList<Object>(List.of("kanon", "synth", "people.csv"));
    words.addAll(List.of("--codebook", "c.json", "--out", out()));
    words.addAll(List.of(more));
    return shell.release(words.toArray());
  }

  private String out() {
    return folder.resolve("out").toString();
  }

  private String written(String file) throws IOException {
    return Files.readString(folder.resolve("out").resolve(file));
  }

  @Test
  void a_release_is_rows_of_what_is_common_and_reports() throws IOException {
    assertThat(synth("--k", "10")).isZero();

    List<NamedCsvRecord> rows = Shell.rows(folder.resolve("out/synthetic.csv"));
    assertThat(rows).hasSize(600);
    assertThat(Shell.column(rows, "place")).contains("QAT", "'-NPL").doesNotContain("ATA", "-NPL");
    assertThat(written("synthetic.csv"))
        .startsWith("sex,place,work,VALUES_READ_OFF_THE_DATA\r\n")
        .doesNotContain("Person");
    assertThat(written("privacy-report.json"))
        .contains("\"differential_privacy\": \"none\"", "\"k\": 10", "\"rows\": 600")
        .contains("\"rare_combinations_of_3\": 0");
    assertThat(shell.answered()).contains("600 rows of people who do not exist");
  }

  @Test
  void no_file_has_a_value_that_fewer_than_k_people_have() throws IOException {
    synth("--k", "10");

    try (Stream<Path> files = Files.list(folder.resolve("out"))) {
      List<Path> all = files.toList();
      assertThat(all).hasSize(6);
      assertThat(all)
          .allSatisfy(file -> assertThat(Files.readString(file, ISO_8859_1)).doesNotContain("ATA,"))
          .allSatisfy(
              file -> assertThat(Files.readString(file, ISO_8859_1)).doesNotContain("\"ATA\""));
    }
    assertThat(written("datapackage.json"))
        .contains("synthetic.parquet", "NO DIFFERENTIAL PRIVACY", "\"QAT\"")
        .doesNotContain("aggregates");
  }

  @Test
  void every_report_says_first_that_this_is_no_differential_privacy() throws IOException {
    synth("--k", "10");

    for (String file : List.of("WARNING.txt", "privacy-report.json", "privacy-report.html")) {
      assertThat(written(file))
          .as(file)
          .contains("NO DIFFERENTIAL PRIVACY", "one can be subtracted from the other")
          .contains("READ OFF THE DATA");
    }
    assertThat(shell.said()).contains("NO DIFFERENTIAL PRIVACY");
  }

  @Test
  void lots_can_be_drawn_again_in_tests_alone_and_every_file_says_so() throws IOException {
    synth("--k", "10", "--test-seed", "4");
    String rows = written("synthetic.csv");
    Files.move(folder.resolve("out"), folder.resolve("first"));
    synth("--k", "10", "--test-seed", "4");

    assertThat(written("synthetic.csv")).isEqualTo(rows).startsWith("sex,place,work,TEST_RELEASE");
    for (String file : List.of("WARNING.txt", "privacy-report.json", "privacy-report.html")) {
      assertThat(written(file)).as(file).contains("TEST RELEASE");
    }
    Files.move(folder.resolve("out"), folder.resolve("second"));
    synth("--k", "10");
    assertThat(written("synthetic.csv")).isNotEqualTo(rows);
  }

  @Test
  void a_release_is_not_written_over() throws IOException {
    synth("--k", "10");
    String before = written("synthetic.csv");

    assertThat(synth("--k", "10")).isEqualTo(3);

    assertThat(shell.said()).contains("is there already");
    assertThat(written("synthetic.csv")).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --longest=4          | 2 | Say how many people
          --k=1                | 2 | --k takes a number from 2
          --k=many             | 2 | --k takes a whole number
          --k=10 --longest=5   | 2 | --longest takes a number from 1 to 4
          --k=10 --longest=0   | 2 | --longest takes a number from 1 to 4
          --k=61               | 3 | fewer than 10 times 61 people
          --k=10 --epsilon=1   | 2 | There is no option
          """)
  void what_means_nothing_is_refused(String words, int exit, String why) {
    Object[] more = Stream.of(words.split(" ", -1)).toArray();

    assertThat(synth(more)).isEqualTo(exit);

    assertThat(shell.said()).contains(why);
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                                   | is empty
          name,sex,place,work                  | There are no rows
          name,sex,place,work~a,f,Secret,1     | "place" has a value the codebook does not know
          name,sex,place,sex~a,f,QAT,1         | two columns are called "sex"
          """)
  void a_list_that_cannot_be_released_is_refused(String list, String why) throws IOException {
    shell.write("people.csv", list.replace('~', '\n'));

    assertThat(synth("--k", "10")).isEqualTo(3);

    assertThat(shell.said()).contains(why).doesNotContain("Secret");
    assertThat(folder.resolve("out")).doesNotExist();
    assertThat(folder.resolve("out.part")).doesNotExist();
  }

  @Test
  void whoever_stops_it_finds_nothing_written() {
    List<String> words = new ArrayList<>(List.of("release", "kanon", "synth"));
    words.addAll(List.of(shell.file("people.csv").toString(), "--k", "10", "--out", out()));
    words.addAll(List.of("--codebook", shell.file("c.json").toString()));

    assertThat(shell.stopped(words)).isEqualTo(4);

    assertThat(folder.resolve("out")).doesNotExist();
  }
}
