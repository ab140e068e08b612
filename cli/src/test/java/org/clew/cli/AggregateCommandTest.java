package org.clew.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AggregateCommandTest {

  private static final String PEOPLE =
      """
      sex,place,work
      f,NPL,1
      f,NPL,0
      f,QAT,1
      m,NPL,1
      """;

  @TempDir private Path folder;
  private Shell shell = new Shell(Path.of(""));

  @BeforeEach
  void writeTheList() throws IOException {
    shell = new Shell(folder);
    shell.write("people.csv", PEOPLE);
  }

  private String out() {
    return folder.resolve("out.tsv").toString();
  }

  @Test
  void people_are_counted_and_not_their_rows_where_a_column_says_whose_they_are()
      throws IOException {
    shell.write(
        "people.csv", PEOPLE.replace("sex,", "who,sex,").replaceAll("(?m)^([fm]),", "a,$1,"));
    assertThat(
            shell.release(
                "aggregate", "people.csv", "--person=who", "--k=1", "--longest=1", "--out", out()))
        .isZero();
    assertThat(Files.readString(Path.of(out()))).contains("record_count\t1\n", "sex:f\t1\n");
    assertThat(shell.said())
        .contains("a further row of a person said something else than their first")
        .doesNotContain("Each row is counted as a person");
    shell.forget("out.tsv");
    shell.release("codebook", "people.csv", "--out", "c.json");
    assertThat(
            shell.release(
                "aggregate", "people.csv", "--person=who", "--codebook=c.json", "--out", out()))
        .isEqualTo(2);
    assertThat(shell.said()).contains("\"person\": \"who\", beside its columns");
  }

  @Test
  void that_rows_are_counted_is_said() {
    shell.release("aggregate", "people.csv", "--k", "1", "--out", out());
    assertThat(shell.said()).contains("Each row is counted as a person");
  }

  @Test
  void counts_are_of_people_who_have_values_together() throws IOException {
    assertThat(
            shell.release("aggregate", "people.csv", "--k", "1", "--longest", "2", "--out", out()))
        .isZero();

    assertThat(Files.readString(Path.of(out())))
        .isEqualTo(
            """
            selections\tprotected_count
            record_count\t4
            place:NPL\t3
            sex:f\t3
            work:1\t3
            place:QAT\t1
            sex:m\t1
            place:NPL;sex:f\t2
            place:NPL;work:1\t2
            sex:f;work:1\t2
            place:NPL;sex:m\t1
            place:QAT;sex:f\t1
            place:QAT;work:1\t1
            sex:m;work:1\t1
            """);
    assertThat(shell.said()).contains("EXACT");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(Path.of(out()))))
        .isEqualTo("rw-------");
  }

  @Test
  void they_are_rounded_down_and_small_ones_are_not_told() throws IOException {
    shell.release("aggregate", "people.csv", "--k", "2", "--longest", "1", "--out", out());

    assertThat(Files.readString(Path.of(out())))
        .isEqualTo(
            "selections\tprotected_count\nrecord_count\t4\nplace:NPL\t2\nsex:f\t2\nwork:1\t2\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --k=0                | --k takes a number from 1
          --k=many             | --k takes a whole number
          --longest=5          | from 1 to 4
          --codebook=none.json | cannot be read as a codebook
          """)
  void what_cannot_be_is_refused(String word, String why) {
    assertThat(shell.release("aggregate", "people.csv", word, "--out", out())).isBetween(2, 3);

    assertThat(shell.said()).contains(why);
    assertThat(Path.of(out())).doesNotExist();
  }

  /// Sixty columns, in each of which a row has the same value.
  private void writeManyColumns(int rows, int values) throws IOException {
    var list = new StringBuilder();
    for (int column = 0; column < 60; column++) {
      list.append(column == 0 ? "" : ",").append("c").append(column);
    }
    for (int row = 0; row < rows; row++) {
      list.append('\n').append(("v" + row % values + ",").repeat(59)).append("v" + row % values);
    }
    shell.write("people.csv", list.append('\n').toString());
  }

  @Test
  void how_many_there_may_be_is_said_beforehand_where_they_are_many() throws IOException {
    writeManyColumns(150, 5);

    assertThat(shell.release("aggregate", "people.csv", "--k", "2", "--out", out())).isZero();

    assertThat(shell.said())
        .startsWith("There may be as many as 2,611,050 counts of up to 3 values together;")
        .contains("of up to 2 (--longest 2) 44,550");
  }

  @Test
  void more_than_anybody_reads_are_refused_with_how_to_have_fewer() throws IOException {
    writeManyColumns(22, 11);

    assertThat(
            shell.release("aggregate", "people.csv", "--k", "1", "--longest", "4", "--out", out()))
        .isEqualTo(3);

    assertThat(shell.said()).contains("Take --longest 3, which has 396,550");
    assertThat(Path.of(out())).doesNotExist();
  }

  @Test
  void whoever_stops_it_finds_nothing_written() {
    List<String> words =
        List.of("release", "aggregate", shell.file("people.csv").toString(), "--out", out());

    assertThat(shell.stopped(words)).isEqualTo(4);

    assertThat(shell.said()).contains("Stopped. Nothing was written.");
    assertThat(Path.of(out())).doesNotExist();
  }

  @Test
  void the_list_is_not_written_over() {
    assertThat(shell.release("aggregate", "people.csv", "--out", "people.csv")).isEqualTo(2);
  }

  /// What sds-cli 1.9.0 makes of the same lists (`sds/ref`). Where they are not here it says so.
  @ParameterizedTest
  @CsvSource({
    "fixtures/cli_readme_example.csv, 1, 3, cli_example.raw.R3.tsv",
    "fixtures/cli_readme_example.csv, 2, 3, cli_example.k2.R3.tsv",
    "customer_complaints_prepared.csv, 1, 2, customer_complaints.raw.R2.tsv",
    "customer_complaints_prepared.csv, 1, 4, customer_complaints.raw.R4.tsv",
    "customer_complaints_prepared.csv, 10, 4, customer_complaints.k10.R4.tsv"
  })
  void they_are_those_of_the_reference(String list, String k, String longest, String reference)
      throws IOException {
    String set = System.getProperty("CLEW_DATA", System.getenv().getOrDefault("CLEW_DATA", ""));
    Path data = (set.isEmpty() ? Path.of("../../shared/data") : Path.of(set)).resolve("sds");
    if (!Files.isDirectory(data)) {
      System.out.println("Left out: conformance over sds, which is not here (CLEW_DATA)");
      return;
    }
    shell.run(
        List.of(
            "release",
            "aggregate",
            data.resolve(list).toString(),
            "--codebook",
            codebook(data.resolve(list)),
            "--k",
            k,
            "--longest",
            longest,
            "--out",
            out()));

    assertThat(lines(Path.of(out()))).isEqualTo(lines(data.resolve("ref").resolve(reference)));
  }

  /// That tool takes a 0 for nothing known, as well as an empty cell.
  private String codebook(Path list) throws IOException {
    shell.run(
        List.of("release", "codebook", list.toString(), "--out", shell.file("c.json").toString()));
    String drafted = Files.readString(shell.file("c.json"));
    shell.write(
        "c.json",
        drafted.replaceAll(
            "\"values\": \\[\"0\"\\]", "\"values\": [\"never\"], \"nothing\": [\"0\"]"));
    return shell.file("c.json").toString();
  }

  /// The lines below the headings.
  private static Set<String> lines(Path file) throws IOException {
    List<String> all = Files.readAllLines(file);
    return new LinkedHashSet<>(all.subList(1, all.size()));
  }
}
