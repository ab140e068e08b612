package org.clew.cli;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellsCommandTest {

  @TempDir private Path folder;
  private Shell shell = new Shell(Path.of(""));

  /// Two in the north were trafficked for work; everybody else is one of many.
  @BeforeEach
  void writeTheList() throws IOException {
    shell = new Shell(folder);
    shell.write(
        "people.csv",
        "region,form\n"
            + "north,work\n".repeat(2)
            + "north,other\n".repeat(30)
            + "south,work\n".repeat(25)
            + "south,other\n".repeat(20)
            + "west,work\n".repeat(40)
            + "west,other\n".repeat(50));
  }

  private static NamedCsvRecord row(List<NamedCsvRecord> rows, String region) {
    return rows.stream()
        .filter(row -> row.getField("region").equals(region))
        .findFirst()
        .orElseThrow();
  }

  private static NamedCsvRecord row(List<NamedCsvRecord> rows, String region, String form) {
    return rows.stream()
        .filter(row -> row.getField("region").equals(region) && row.getField("form").equals(form))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aCellOfFewIsWithheldAndSumsDoNotGiveItBack() throws IOException {
    assertThat(
            shell.release(
                "cells", "people.csv", "--by", "region,form", "--test-seed", 1, "--out", "out.csv"))
        .isZero();
    List<NamedCsvRecord> rows = shell.rows("out.csv");
    assertThat(rows).hasSize(12);
    NamedCsvRecord few = row(rows, "north", "work");
    assertThat(few.getField("people")).isEmpty();
    assertThat(few.getField("least")).isEqualTo("1");
    assertThat(Integer.parseInt(few.getField("most"))).isGreaterThanOrEqualTo(10);
    assertThat(row(rows, "north", "(all)").getField("people")).isEqualTo("32");
    assertThat(row(rows, "(all)", "(all)").getField("people")).isEqualTo("167");
    assertThat(rows.stream().filter(row -> row.getField("people").isEmpty())).hasSize(4);
    assertThat(shell.answered())
        .contains("12 cells, sums among them: 1 withheld for few people, 3 more");
  }

  /// With other lots other cells are withheld, and each table tells what the other withholds.
  @Test
  void whatWasWithheldOnceIsNotWithheldOver() throws IOException {
    List<Object> words = List.of("cells", "people.csv", "--by", "region,form", "--out", "out.csv");
    assertThat(shell.release(words.toArray())).isZero();
    String first = shell.read("out.csv");
    assertThat(shell.release(words.toArray())).isEqualTo(3);
    assertThat(shell.said()).contains("is there already");
    assertThat(shell.read("out.csv")).isEqualTo(first);
  }

  @Test
  void lotsCanBeDrawnAgainInTestsAloneAndEveryRowSaysSo() throws IOException {
    for (String out : List.of("one.csv", "two.csv")) {
      shell.release("cells", "people.csv", "--by", "region,form", "--test-seed", 1, "--out", out);
    }
    assertThat(shell.read("one.csv")).isEqualTo(shell.read("two.csv"));
    assertThat(shell.rows("one.csv"))
        .allMatch(row -> row.getField("TEST_RELEASE").equals("TEST_RELEASE"));
    assertThat(shell.said()).contains("TEST RELEASE: lots were drawn from a seed");
  }

  @Test
  void aValueThatFewHaveIsSaidToBeListed() throws IOException {
    assertThat(shell.said()).isEmpty();
    shell.release("cells", "people.csv", "--by", "region,form", "--out", "out.csv");
    assertThat(shell.said()).doesNotContain("few people in all");
    shell.write("people.csv", shell.read("people.csv") + "island,work\n".repeat(3));
    shell.release("cells", "people.csv", "--by", "region,form", "--out", "more.csv");
    assertThat(shell.said())
        .contains("1 value has few people in all, and that it is listed says that somebody has it");
  }

  @Test
  void peopleAreCountedAndNotTheirRowsWhereAColumnSaysWhoseTheyAre() throws IOException {
    shell.write(
        "people.csv",
        "region,form,who\n"
            + "north,work,amina\n".repeat(12)
            + IntStream.range(0, 20)
                .mapToObj(i -> "north,,n" + i + "\nsouth,other,n" + i + "\n")
                .collect(Collectors.joining()));
    shell.release("cells", "people.csv", "--by", "region", "--out", "rows.csv");
    assertThat(row(shell.rows("rows.csv"), "north").getField("people")).isEqualTo("32");
    assertThat(shell.said()).contains("Each row is counted as a person");
    shell.release(
        "cells", "people.csv", "--by", "region,form", "--person", "who", "--out", "out.csv");
    assertThat(shell.said())
        .contains("52 rows of 21 people, by \"who\"", "20 times a further row of a person")
        .doesNotContain("Each row is counted");
    List<NamedCsvRecord> rows = shell.rows("out.csv");
    assertThat(row(rows, "north", "work").getField("people")).isEmpty();
    assertThat(row(rows, "(all)", "(all)").getField("people")).isIn("21", "");
  }

  @Test
  void aRowOfNobodyIsRefused() throws IOException {
    shell.write("people.csv", "region,who\nnorth,a\nsouth,\n");
    assertThat(
            shell.release(
                "cells", "people.csv", "--by", "region", "--person", "who", "--out", "out.csv"))
        .isEqualTo(3);
    assertThat(shell.said()).contains("line 3, does not say whose row it is (column \"who\")");
    shell.write("people.csv", "region,who\nnorth,a\nsouth,b\n");
    assertThat(
            shell.release(
                "cells", "people.csv", "--by", "who", "--person", "who", "--out", "out.csv"))
        .isEqualTo(2);
    assertThat(shell.names()).containsExactly("people.csv");
  }

  @Test
  void whatIsNotProvedOfATableIsSaidWithWhatIs() throws IOException {
    shell.release("cells", "people.csv", "--by", "region,form", "--out", "two.csv");
    assertThat(shell.said()).doesNotContain("not proved");
    shell.write(
        "people.csv",
        shell
            .read("people.csv")
            .replace("work\n", "work,a\n")
            .replace("other\n", "other,b\n")
            .replace("form\n", "form,kind\n"));
    shell.release("cells", "people.csv", "--by", "region,form,kind", "--out", "three.csv");
    assertThat(shell.said()).contains("not proved", "take --round");
  }

  @Test
  void whereNobodyIsFewAllIsTold() throws IOException {
    shell.release("cells", "people.csv", "--by", "region", "--minimum", 20, "--out", "out.csv");
    assertThat(shell.read("out.csv").lines())
        .containsExactly(
            "region,people,least,most",
            "north,32,32,32",
            "south,45,45,45",
            "west,90,90,90",
            "(all),167,167,167");
  }

  @Test
  void agesAndDatesAreCountedAsBands() throws IOException {
    shell.write(
        "people.csv", "age,since\n" + "19,2024-01-05\n85,2023-02-01\n83,2024-03-01\n".repeat(10));
    assertThat(
            shell.release(
                "cells",
                "people.csv",
                "--by",
                "age,since",
                "--top",
                "age=80",
                "--width",
                "age=10",
                "--width",
                "since=year",
                "--out",
                "out.csv"))
        .isZero();
    assertThat(shell.read("out.csv").lines())
        .contains("10--19,2024,10,10,10", "80+,2023,10,10,10", "80+,(all),20,20,20");
  }

  @ParameterizedTest
  @CsvSource({
    "--minimum, 1, 2, from 2",
    "--by, colour, 3, has no column",
    "--out, people.csv, 2, write --out elsewhere"
  })
  void saysWhatIsWrong(String option, String value, int exit, String message) {
    List<String> words = List.of("--by", "region", "--out", "out.csv", option, value);
    List<String> asked = option.equals("--minimum") ? words : replaced(words, option, value);
    assertThat(shell.release(with("cells", "people.csv", asked))).isEqualTo(exit);
    assertThat(shell.said()).contains(message);
    assertThat(shell.names()).containsExactly("people.csv");
  }

  private static List<String> replaced(List<String> words, String option, String value) {
    List<String> replaced = new ArrayList<>(words.subList(0, 4));
    replaced.set(replaced.indexOf(option) + 1, value);
    return replaced;
  }

  private static Object[] with(String first, String second, List<String> rest) {
    List<String> all = new ArrayList<>(List.of(first, second));
    all.addAll(rest);
    return all.toArray();
  }

  @Test
  void aTableTooLargeToAuditIsRefused() throws IOException {
    var list = new StringBuilder("a,b\n");
    for (int i = 0; i < 60; i++) {
      list.append(i).append(',').append(i).append('\n');
    }
    shell.write("people.csv", list.toString());
    assertThat(shell.release("cells", "people.csv", "--by", "a,b", "--out", "out.csv"))
        .isEqualTo(3);
    assertThat(shell.said()).contains("3,721 cells", "or --round");
  }

  @Test
  void namesOfTheOutputAreItsOwn() throws IOException {
    shell.write("people.csv", "people,form\na,(all)\n");
    assertThat(shell.release("cells", "people.csv", "--by", "people", "--out", "out.csv"))
        .isEqualTo(3);
    assertThat(shell.release("cells", "people.csv", "--by", "form", "--out", "out.csv"))
        .isEqualTo(3);
    assertThat(shell.said()).contains("has the value (all)");
  }

  @Test
  void whoeverStopsItGetsNothingHalfWritten() {
    assertThat(
            shell.stopped(
                List.of(
                    "release",
                    "cells",
                    folder.resolve("people.csv").toString(),
                    "--by",
                    "region",
                    "--out",
                    folder.resolve("out.csv").toString())))
        .isEqualTo(4);
    assertThat(shell.names()).containsExactly("people.csv");
  }

  @Nested
  class Rounded {

    private int round(Object... more) {
      List<Object> words = new ArrayList<>(List.of("cells", "people.csv", "--by", "region,form"));
      words.addAll(List.of(more));
      words.addAll(List.of("--out", "out.csv"));
      return shell.release(words.toArray());
    }

    private static int people(List<NamedCsvRecord> rows, String region, String form) {
      return Integer.parseInt(row(rows, region, form).getField("people"));
    }

    @Test
    void everyCountIsAMultipleAndSumsAddUp() throws IOException {
      assertThat(round("--round", 7)).isZero();
      List<NamedCsvRecord> rows = shell.rows("out.csv");
      assertThat(rows).allMatch(row -> Integer.parseInt(row.getField("people")) % 7 == 0);
      for (String region : List.of("north", "south", "west", "(all)")) {
        assertThat(people(rows, region, "work") + people(rows, region, "other"))
            .isEqualTo(people(rows, region, "(all)"));
      }
      assertThat(people(rows, "north", "work")).isIn(0, 7);
      assertThat(people(rows, "north", "other")).isIn(28, 35);
      assertThat(people(rows, "(all)", "(all)")).isIn(161, 168);
    }

    @Test
    void leastAndMostSayWhatAnybodyCanWorkOut() throws IOException {
      round("--round", 7);
      for (NamedCsvRecord row : shell.rows("out.csv")) {
        int people = Integer.parseInt(row.getField("people"));
        assertThat(row.getField("least")).isEqualTo(Integer.toString(Math.max(0, people - 6)));
        assertThat(row.getField("most")).isEqualTo(Integer.toString(people + 6));
      }
      assertThat(shell.answered()).contains("12 cells, sums among them, are multiples of 7");
      assertThat(shell.said())
          .contains("Do not round the same people twice")
          .doesNotContain("TEST");
    }

    @Test
    void aValueThatFewHaveIsSaidToBeListed() throws IOException {
      shell.write("people.csv", shell.read("people.csv") + "island,work\n");
      String listed = "";
      for (int seed = 0; !listed.contains("island"); seed++) {
        round("--round", 2, "--test-seed", seed);
        listed = shell.read("out.csv");
        Files.delete(folder.resolve("out.csv"));
      }
      assertThat(shell.said()).contains("1 value has few people in all");
    }

    @Test
    void whatWasRoundedOnceIsNotRoundedOver() throws IOException {
      round("--round", 7);
      String first = shell.read("out.csv");
      assertThat(round("--round", 7)).isEqualTo(3);
      assertThat(shell.said()).contains("is there already");
      assertThat(shell.read("out.csv")).isEqualTo(first);
    }

    @Test
    void lotsCanBeDrawnAgainInTestsAloneAndEveryRowSaysSo() throws IOException {
      round("--round", 7, "--test-seed", 1);
      assertThat(shell.rows("out.csv"))
          .allMatch(row -> row.getField("TEST_RELEASE").equals("TEST_RELEASE"));
      assertThat(shell.said()).contains("TEST RELEASE: lots were drawn from a seed");
    }

    @ParameterizedTest
    @CsvSource({
      "--round 1, from 2 to",
      "--round -5, from 2 to",
      "--round 3.5, takes a whole number",
      "--round 5 --minimum 10, Take one"
    })
    void saysWhatIsWrong(String words, String message) {
      assertThat(round(List.of(words.split(" ", -1)).toArray())).isEqualTo(2);
      assertThat(shell.said()).contains(message);
      assertThat(shell.names()).containsExactly("people.csv");
    }

    @Test
    void aTableTooLargeToAuditMayBeRounded() throws IOException {
      var list = new StringBuilder("a,b\n");
      for (int i = 0; i < 60; i++) {
        list.append(i).append(',').append(i).append('\n');
      }
      shell.write("people.csv", list.toString());
      assertThat(
              shell.release("cells", "people.csv", "--by", "a,b", "--round", 3, "--out", "o.csv"))
          .isZero();
      List<NamedCsvRecord> rows = shell.rows("o.csv");
      int listed = (int) rows.stream().filter(row -> row.getField("a").equals("(all)")).count();
      assertThat(listed).isBetween(2, 40);
      assertThat(rows).hasSize(listed * listed);
    }
  }
}
