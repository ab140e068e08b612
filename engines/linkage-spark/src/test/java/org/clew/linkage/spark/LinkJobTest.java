package org.clew.linkage.spark;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.clew.linkage.Batch;
import org.clew.linkage.Entities;
import org.clew.linkage.Kind;
import org.clew.linkage.LinkTable;
import org.clew.linkage.Progress;
import org.clew.linkage.WeightText;
import org.clew.tables.CellWriter;
import org.clew.tables.Delimited;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A job on Spark in this process, beside the engine on the same list with the same model.
class LinkJobTest {

  private static final List<Kind> PEOPLE =
      List.of(
          Kind.GIVEN_NAME,
          Kind.FAMILY_NAME,
          Kind.BIRTH_DATE,
          Kind.PLACE,
          Kind.POSTCODE,
          Kind.EMAIL,
          Kind.PHONE,
          Kind.PHONE);
  private static final List<Kind> EMPLOYERS =
      List.of(Kind.ORGANISATION_NAME, Kind.ADDRESS, Kind.COUNTRY, Kind.NUMBER);

  private static final List<List<String>> ROWS = Lists.people(3_000, 11);

  /// The same list, linked in one process.
  private static final Entities ALONE =
      Batch.dedupe(
          table(PEOPLE, Lists.PEOPLE_HEADINGS, ROWS),
          Batch.Settings.of("GB"),
          List.of(),
          Progress.NONE);

  @TempDir Path folder;

  @Test
  void peopleAreLinkedAsInOneProcess() {
    Path list = write("people.csv", Lists.PEOPLE_HEADINGS, ROWS);
    Path model = write("people.json", ALONE.model().json());

    LocalSpark.Ran ran = link(list, model, "out", "--partitions", "4");

    assertThat(ran.exit()).as(ran.said()).isZero();
    assertThat(ALONE.count()).isLessThan(ROWS.size() - 500);
    assertThat(written("out")).isEqualTo(expected(Lists.PEOPLE_HEADINGS, ROWS, ALONE));
  }

  @Test
  void partsOfAListAreOneListFromWhichAModelIsLearnedOnOnePartitionAsOnFour() throws IOException {
    List<List<String>> rows = new ArrayList<>();
    for (List<String> row : ROWS) {
      rows.add(and(List.of("P" + rows.size()), row.toArray(String[]::new)));
    }
    List<String> headings = and(List.of("entity_id"), Lists.PEOPLE_HEADINGS.toArray(String[]::new));
    Path parts = Files.createDirectory(place("parts"));
    write("parts/1.csv", headings, rows.subList(0, 700));
    write("parts/2.csv", headings, rows.subList(700, rows.size()));
    Path model = place("learned.json");

    LocalSpark.Ran ran =
        link(parts, model, "out", "--id=entity_id", "--rename", "--region=GB", "--partitions=1");

    assertThat(ran.exit()).as(ran.said()).isZero();
    assertThat(Files.readString(model)).isEqualTo(ALONE.model().json());
    List<List<String>> written = written("out");
    assertThat(written.removeFirst()).startsWith("input_entity_id").endsWith("match_probability");
    List<List<String>> expected = expected(Lists.PEOPLE_HEADINGS, ROWS, ALONE);
    for (int row = 0; row < rows.size(); row++) {
      List<String> alone = expected.get(row + 1);
      assertThat(written.get(row))
          .startsWith("P" + row)
          .endsWith("P" + ALONE.first(row), alone.get(9), alone.get(10));
    }
  }

  @Test
  void employersAreLinkedByTheRareWordsOfTheWholeList() {
    List<List<String>> rows = Lists.employers(1_500, 12);
    Path list = write("employers.csv", Lists.EMPLOYERS_HEADINGS, rows);
    LinkTable table = table(EMPLOYERS, Lists.EMPLOYERS_HEADINGS, rows);
    Entities learned = Batch.dedupe(table, Batch.Settings.of("GB"), List.of(), Progress.NONE);
    Path model = write("employers.json", learned.model().json());

    LocalSpark.Ran ran = link(list, model, "out");

    assertThat(ran.exit()).as(ran.said()).isZero();
    assertThat(learned.count()).isLessThan(rows.size() - 200);
    assertThat(written("out")).isEqualTo(expected(Lists.EMPLOYERS_HEADINGS, rows, learned));
  }

  @Test
  void aRowAloneIsAnEntityAndTeachesNothing() {
    List<List<String>> rows = ROWS.subList(0, 1);
    Path list = write("one.csv", Lists.PEOPLE_HEADINGS, rows);
    Path model = place("none.json");

    LocalSpark.Ran ran = link(list, model, "out");

    assertThat(ran.exit()).as(ran.said()).isZero();
    assertThat(ran.said()).contains("nothing was learned").contains("1 rows are 1 entities");
    assertThat(model).doesNotExist();
    Entities alone =
        Batch.dedupe(
            table(PEOPLE, Lists.PEOPLE_HEADINGS, rows),
            Batch.Settings.of("GB"),
            List.of(),
            Progress.NONE);
    assertThat(written("out")).isEqualTo(expected(Lists.PEOPLE_HEADINGS, rows, alone));
  }

  private LocalSpark.Ran link(Path list, Path model, String out, String... more) {
    Stream<String> words =
        Stream.of(
            "--input",
            list.toString(),
            "--model",
            model.toString(),
            "--out",
            place(out).toString());
    return LocalSpark.run(Stream.concat(words, Arrays.stream(more)).toArray(String[]::new));
  }

  private Path place(String name) {
    return folder.resolve(name);
  }

  private static LinkTable table(List<Kind> kinds, List<String> headings, List<List<String>> rows) {
    var out = new LinkTable.Builder(kinds, headings.stream().map(List::of).toList());
    for (List<String> row : rows) {
      for (int column = 0; column < row.size(); column++) {
        out.cell(column, row.get(column));
      }
      out.endRow();
    }
    return out.build();
  }

  /// The output with the engine's entities and weights.
  private static List<List<String>> expected(
      List<String> headings, List<List<String>> rows, Entities entities) {
    List<List<String>> out = new ArrayList<>();
    out.add(and(headings, "entity_id", "match_weight", "match_probability"));
    for (int row = 0; row < rows.size(); row++) {
      OptionalDouble weight = entities.weight(row);
      out.add(
          and(
              rows.get(row),
              Integer.toString(entities.first(row) + 1),
              weight.isEmpty() ? "" : WeightText.bits(weight.getAsDouble()),
              weight.isEmpty() ? "" : WeightText.probability(weight.getAsDouble())));
    }
    return out;
  }

  private static List<String> and(List<String> cells, String... more) {
    return Stream.concat(cells.stream(), Arrays.stream(more)).toList();
  }

  /// All rows that a job wrote, under the headings of the first part.
  private List<List<String>> written(String out) {
    try (Stream<Path> files = Files.list(place(out))) {
      List<List<String>> rows = new ArrayList<>();
      for (Path part : files.filter(file -> file.toString().endsWith(".txt")).sorted().toList()) {
        List<List<String>> own = new ArrayList<>();
        byte[] content = Files.readAllBytes(part);
        new Delimited(UTF_8, ',')
            .read(new ByteArrayInputStream(content), row -> own.add(row.cells()));
        rows.addAll(rows.isEmpty() ? own : own.subList(1, own.size()));
      }
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path write(String name, List<String> headings, List<List<String>> rows) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new CellWriter(bytes)) {
      out.row(headings);
      rows.forEach(out::row);
    }
    return write(name, bytes.toString(UTF_8));
  }

  private Path write(String name, String content) {
    try {
      return Files.writeString(place(name), content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
