package org.clew.cli;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.hardwood.InputFile;
import dev.hardwood.reader.ParquetFileReader;
import dev.hardwood.reader.RowReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.clew.tables.SheetCells;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SynthCommandTest {

  @TempDir private Path folder;
  private Shell shell = new Shell(Path.of(""));

  @BeforeEach
  void writeTheList() throws IOException {
    shell = new Shell(folder);
    var list = new StringBuilder("name,sex,place,work\n");
    for (int i = 0; i < 600; i++) {
      list.append(
          "Person %d,%s,%s,%s\n"
              .formatted(i, i % 3 == 0 ? "m" : "f", i % 5 < 2 ? "-NPL" : "QAT", i % 2));
    }
    shell.write("people.csv", list.toString());
    shell.release("codebook", "people.csv", "--out", "c.json");
  }

  private int synth(Object... more) {
    var words = new ArrayList<Object>(List.of("synth", "people.csv", "--codebook", "c.json"));
    words.addAll(List.of(more));
    return shell.release(words.toArray());
  }

  private String out() {
    return folder.resolve("out").toString();
  }

  private String written(String file) throws IOException {
    return Files.readString(folder.resolve("out").resolve(file));
  }

  private void correct(String from, String to) throws IOException {
    String drafted = Files.readString(shell.file("c.json"));
    assertThat(drafted).contains(from);
    shell.write("c.json", drafted.replace(from, to));
  }

  @Test
  void a_draft_says_what_it_left_out_and_what_must_be_public() throws IOException {
    shell.release("codebook", "people.csv", "--out", "again.json");

    assertThat(shell.said()).contains("Left out: \"name\"", "READ OFF", "\"domains\": \"PUBLIC\"");
    assertThat(Files.readString(shell.file("again.json"))).doesNotContain("Person 1");
  }

  @Test
  void a_codebook_that_somebody_corrected_is_not_written_over() throws IOException {
    correct("READ_OFF", "PUBLIC");

    assertThat(shell.release("codebook", "people.csv", "--out", "c.json")).isEqualTo(3);

    assertThat(Files.readString(shell.file("c.json"))).contains("PUBLIC");
  }

  @Test
  void what_lies_beside_the_place_is_left_alone() throws IOException {
    Files.createDirectory(folder.resolve("out.part"));
    Files.writeString(folder.resolve("out.part/mine"), "kept");

    assertThat(synth("--epsilon", "2", "--out", out())).isZero();

    assertThat(Files.readString(folder.resolve("out.part/mine"))).isEqualTo("kept");
    try (Stream<Path> there = Files.list(folder)) {
      assertThat(there.map(path -> path.getFileName().toString()))
          .containsExactlyInAnyOrder("people.csv", "c.json", "out", "out.part");
    }
  }

  @Test
  void where_nothing_stands_out_of_the_noise_it_says_so() throws IOException {
    assertThat(synth("--epsilon", "0.01", "--test-seed", "1", "--out", out())).isZero();

    assertThat(written("aggregates.tsv")).doesNotContain(":");
    assertThat(shell.said()).contains("NOTHING BUT NOISE");
  }

  @Test
  void a_release_is_rows_counts_and_reports() throws IOException {
    correct("READ_OFF", "PUBLIC");

    assertThat(synth("--epsilon", "2", "--out", out())).isZero();

    assertThat(written("synthetic.csv")).startsWith("sex,place,work\r\n").doesNotContain("Person");
    assertThat(written("synthetic.csv").lines().count()).isBetween(500L, 700L);
    assertThat(written("aggregates.tsv"))
        .startsWith("selections\tprotected_count\tlo\thi\nrecord_count\t")
        .contains("\nplace:QAT;sex:f\t");
    assertThat(written("privacy-report.json")).contains("\"epsilon\": 2", "\"warnings\": []");
    assertThat(written("privacy-report.html")).contains("What is not promised");
    assertThat(written("datapackage.json")).contains("\"synthetic.csv\"");
    assertThat(folder.resolve("out/WARNING.txt")).doesNotExist();
    assertThat(shell.answered()).contains("rows of people who do not exist");
  }

  @Test
  void a_cell_that_a_spreadsheet_would_take_for_a_formula_is_none() throws IOException {
    synth("--epsilon", "2", "--out", out());

    assertThat(written("synthetic.csv")).contains(",'-NPL,").doesNotContain(",-NPL,");
  }

  @Test
  void the_rows_are_there_for_programs_too_as_texts_with_nothing_known_as_null()
      throws IOException {
    correct("READ_OFF", "PUBLIC");
    synth("--epsilon", "2", "--out", out());
    List<NamedCsvRecord> rows = Shell.rows(folder.resolve("out/synthetic.csv"));

    try (ParquetFileReader parquet = parquet();
        RowReader each = parquet.rowReader()) {
      for (NamedCsvRecord row : rows) {
        each.next();
        for (String heading : List.of("sex", "place", "work")) {
          String cell = each.isNull(heading) ? "" : each.getString(heading);
          assertThat(SheetCells.harmlessOrNumber(cell)).isEqualTo(row.getField(heading));
        }
      }
      assertThat(each.hasNext()).isFalse();
      assertThat(parquet.getFileMetaData().keyValueMetadata())
          .doesNotContainKey("warning")
          .extractingByKey("promise")
          .asString()
          .contains("\"epsilon\": 2");
    }
  }

  @Test
  void a_program_reads_the_values_that_the_codebook_has() throws IOException {
    synth("--epsilon", "2", "--out", out());

    try (ParquetFileReader parquet = parquet();
        RowReader each = parquet.rowReader()) {
      var places = new HashSet<String>();
      while (each.hasNext()) {
        each.next();
        places.add(String.valueOf(each.getString("place")));
      }
      assertThat(places).contains("-NPL").doesNotContain("'-NPL");
    }
  }

  private ParquetFileReader parquet() throws IOException {
    return ParquetFileReader.open(InputFile.of(folder.resolve("out/synthetic.parquet")));
  }

  private String toldOfTheParquetFile() throws IOException {
    try (ParquetFileReader parquet = parquet()) {
      return parquet.getFileMetaData().keyValueMetadata().getOrDefault("warning", "");
    }
  }

  @Test
  void an_unchanged_draft_is_said_to_be_one_in_every_file() throws IOException {
    synth("--epsilon", "2", "--out", out());

    for (String file :
        List.of("WARNING.txt", "privacy-report.json", "privacy-report.html", "datapackage.json")) {
      assertThat(written(file)).as(file).contains("READ OFF THE DATA");
    }
    assertThat(toldOfTheParquetFile()).contains("READ OFF THE DATA");
    assertThat(written("synthetic.csv"))
        .startsWith("sex,place,work,VALUES_READ_OFF_THE_DATA\r\n")
        .contains(",VALUES_READ_OFF_THE_DATA\r\n");
    assertThat(written("aggregates.tsv"))
        .startsWith("selections\tprotected_count\tlo\thi\nVALUES_READ_OFF_THE_DATA\t0\t0\t0\n");
    assertThat(shell.said()).contains("READ OFF THE DATA");
  }

  @Test
  void a_draft_holds_values_of_the_list_and_is_for_its_owner_alone() throws IOException {
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(shell.file("c.json"))))
        .isEqualTo("rw-------");
  }

  @Test
  void noise_can_be_made_again_in_tests_alone_and_every_file_says_so() throws IOException {
    synth("--epsilon", "2", "--test-seed", "4", "--out", out());
    String rows = written("synthetic.csv");
    synth("--epsilon", "2", "--test-seed", "4", "--out", folder.resolve("again").toString());

    assertThat(Files.readString(folder.resolve("again/synthetic.csv"))).isEqualTo(rows);
    assertThat(rows).startsWith("sex,place,work,TEST_RELEASE_HIDES_NOBODY,");
    assertThat(Files.readAllBytes(folder.resolve("again/synthetic.parquet")))
        .isEqualTo(Files.readAllBytes(folder.resolve("out/synthetic.parquet")));
    assertThat(toldOfTheParquetFile()).contains("TEST RELEASE");
    assertThat(written("aggregates.tsv")).contains("TEST_RELEASE_HIDES_NOBODY");
    for (String file :
        List.of("WARNING.txt", "privacy-report.json", "privacy-report.html", "datapackage.json")) {
      assertThat(written(file)).as(file).contains("TEST RELEASE");
    }
  }

  @Test
  void noise_is_never_the_same_otherwise() throws IOException {
    synth("--epsilon", "2", "--out", out());
    synth("--epsilon", "2", "--out", folder.resolve("again").toString());

    assertThat(Files.readString(folder.resolve("again/synthetic.csv")))
        .isNotEqualTo(written("synthetic.csv"));
  }

  @Test
  void a_release_is_not_written_over() throws IOException {
    synth("--epsilon", "2", "--out", out());
    String before = written("synthetic.csv");

    assertThat(synth("--epsilon", "2", "--out", out())).isEqualTo(3);

    assertThat(shell.said()).contains("is there already");
    assertThat(written("synthetic.csv")).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --epsilon=-1                 | 2 | Epsilon is from 0.01
          --epsilon=much               | 2 | takes a number
          --epsilon=1 --delta=1        | 2 | Delta is above 0
          --epsilon=1 --delta=0.002    | 2 | no more than 0.001
          --epsilon=1 --longest=9      | 2 | 1 to 3 values
          --epsilon=1 --least=0        | 2 | least count
          --delta=0.0001               | 2 | Say how much may be told
          """)
  void a_promise_that_means_nothing_is_refused(String words, int exit, String why) {
    Object[] more =
        Stream.concat(Stream.of(words.split(" ", -1)), Stream.of("--out", out())).toArray();

    assertThat(synth(more)).isEqualTo(exit);

    assertThat(shell.said()).contains(why);
    assertThat(folder.resolve("out")).doesNotExist();
  }

  private void writePeople(int count) throws IOException {
    var list = new StringBuilder("name,sex,place,work\n");
    for (int i = 0; i < count; i++) {
      list.append("Person,%s,QAT,%d\n".formatted(i % 3 == 0 ? "m" : "f", i % 2));
    }
    shell.write("people.csv", list.toString());
  }

  @Test
  void a_delta_that_is_large_beside_the_number_of_people_is_said_aloud_and_in_the_report()
      throws IOException {
    writePeople(12_000);

    assertThat(synth("--epsilon", "1", "--delta", "0.00001", "--out", out())).isZero();

    assertThat(shell.said()).contains("DELTA IS LARGE FOR SO MANY PEOPLE", "Take 0.000001.");
    assertThat(written("privacy-report.html")).contains("DELTA IS LARGE FOR SO MANY PEOPLE");
    assertThat(written("privacy-report.json")).contains("DELTA IS LARGE FOR SO MANY PEOPLE");
  }

  @Test
  void of_fewer_people_the_same_delta_is_small_enough() throws IOException {
    writePeople(8_000);

    assertThat(synth("--epsilon", "1", "--delta", "0.00001", "--out", out())).isZero();

    assertThat(shell.said()).doesNotContain("DELTA");
    assertThat(written("privacy-report.html")).doesNotContain("DELTA IS LARGE");
  }

  @Test
  void what_the_codebook_does_not_know_is_refused_with_the_line_and_nothing_is_written()
      throws IOException {
    shell.write("people.csv", "name,sex,place,work\na,f,QAT,1\nb,f,Very Secret,1\n");

    assertThat(synth("--epsilon", "1", "--out", out())).isEqualTo(3);

    assertThat(shell.said())
        .contains("\"place\" has a value the codebook does not know", "line 3")
        .doesNotContain("Secret");
    assertThat(folder.resolve("out")).doesNotExist();
    try (Stream<Path> there = Files.list(folder)) {
      assertThat(there.map(path -> path.getFileName().toString()))
          .containsExactlyInAnyOrder("people.csv", "c.json");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                                   | is empty
          name,sex,place,work                  | There are no rows
          name,sex,place,work~a,f,QAT,1        | fewer than 100 people
          name,sex,place,sex~a,f,QAT,1         | two columns are called "sex"
          name,sex,place~a,f,QAT               | has no column "work"
          """)
  void a_list_that_cannot_be_released_is_refused(String list, String why) throws IOException {
    shell.write("people.csv", list.replace('~', '\n'));

    assertThat(synth("--epsilon", "1", "--out", out())).isEqualTo(3);

    assertThat(shell.said()).contains(why);
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void a_codebook_that_is_none_is_refused() throws IOException {
    shell.write("c.json", "{\"clew_codebook\": 1,");

    assertThat(synth("--epsilon", "1", "--out", out())).isEqualTo(3);

    assertThat(shell.said()).contains("c.json", "breaks off in line 1");
  }

  @Test
  void whoever_stops_it_finds_nothing_written() {
    List<String> words =
        List.of(
            "release",
            "synth",
            shell.file("people.csv").toString(),
            "--codebook",
            shell.file("c.json").toString(),
            "--epsilon",
            "1",
            "--out",
            out());

    assertThat(shell.stopped(words)).isEqualTo(4);

    assertThat(folder.resolve("out")).doesNotExist();
  }
}
