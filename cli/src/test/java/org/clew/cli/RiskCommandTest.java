package org.clew.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RiskCommandTest {

  /// By sex and age the fourth is alone; by sex and town two are, by age and town two.
  private static final String PEOPLE =
      """
      name,sex,age,town,need
      Amina,f,20,Leeds,shelter
      Bea,f,20,Hull,shelter
      Carl,m,30,Leeds,legal
      Dan,m,20,Hull,
      Eli,m,30,Hull,legal
      Fay,f,20,Leeds,shelter
      """;

  @TempDir private Path folder;
  private Shell shell = new Shell(Path.of(""));

  @BeforeEach
  void writeTheList() throws IOException {
    shell = new Shell(folder);
    shell.write("people.csv", PEOPLE);
  }

  private int risk(Object... more) {
    var words = new ArrayList<Object>(List.of("risk", "people.csv"));
    words.addAll(List.of(more));
    return shell.release(words.toArray());
  }

  private String line(String what) {
    return shell
        .answered()
        .lines()
        .filter(line -> line.contains(what))
        .findFirst()
        .orElseThrow()
        .strip();
  }

  @Nested
  class Answers {

    @Test
    void saysHowEasilySomebodyIsFound() {
      assertThat(risk("--quasi", "sex,age,town", "--k", 2)).isZero();
      assertThat(shell.answered())
          .startsWith("6 rows, 3 quasi-identifiers, 5 groups of rows alike");
      assertThat(line("on average")).endsWith("83.33 %");
      assertThat(line("at most")).endsWith("100.00 % (66.67 % of the rows)");
      assertThat(line("at least")).endsWith("50.00 % (33.33 % of the rows)");
      assertThat(line("alone of their kind")).endsWith("4 (66.67 %)");
      assertThat(line("k-anonymous")).endsWith(" 1");
    }

    @Test
    void aPageShowsItAndHasNoCellOfTheList() throws IOException {
      shell.write("people.csv", PEOPLE.replace("town", "<script>town").replace("need", "=need"));
      assertThat(
              risk(
                  "--quasi",
                  "sex,age,<script>town",
                  "--sensitive",
                  "=need",
                  "--k",
                  2,
                  "--report",
                  "report.html"))
          .isZero();
      assertThat(shell.read("report.html"))
          .contains("Rows by how many are like them", "&lt;script&gt;town", "=need")
          .contains("<th scope=\"row\">1</th><td>certainty</td><td>4</td><td>66.7\u00a0%</td>")
          .contains("How few columns are enough", "What this does not say")
          .doesNotContain("Leeds", "Amina", "shelter", "<script>town");
      assertThat(
              PosixFilePermissions.toString(
                  Files.getPosixFilePermissions(folder.resolve("report.html"))))
          .isEqualTo("rw-------");
    }

    @Test
    void saysWhatItWouldBeWithBands() {
      risk("--quasi", "sex,age,town", "--k", 2, "--width", "age=20", "--bottom", "age=20");
      assertThat(shell.answered()).startsWith("6 rows, 3 quasi-identifiers, 4 groups");
    }

    @Test
    void saysWhichColumnsMakeItSo() {
      risk("--quasi", "sex,age,town", "--k", 2);
      assertThat(line("by one column")).endsWith("0 (0.00 %)");
      assertThat(line("by 2 columns or fewer")).endsWith("4 (66.67 %)");
      assertThat(line("sex + age")).endsWith("1 (16.67 %), alone 1");
      assertThat(line("sex + town")).endsWith("2 (33.33 %), alone 2");
    }

    @Test
    void saysWhatAGroupGivesAway() {
      risk("--quasi", "sex", "--sensitive", "need");
      assertThat(line("whole group has one value")).endsWith("3 (50.00 %)");
      assertThat(line("distinct l-diversity")).endsWith("1");
      assertThat(line("t-closeness, values equally far")).endsWith("0.500");
    }

    @Test
    void comparesWithThePopulation() throws IOException {
      shell.write(
          "all.csv", "town,sex\n" + "Leeds,f\n".repeat(4) + "Hull,f\nHull,m\nHull,m\nLeeds,m\n");
      assertThat(risk("--quasi", "sex,town", "--population", "all.csv")).isZero();
      assertThat(line("linking all rows")).endsWith("58.33 %");
      assertThat(line("only one of their kind there")).endsWith("33.33 %");
      shell.write("fewer.csv", "town,sex\nLeeds,f\n");
      assertThat(risk("--quasi", "sex,town", "--population", "fewer.csv")).isEqualTo(3);
      assertThat(shell.said()).contains("not drawn from it");
    }

    @Test
    void estimatesTheUniquesOfAPopulation() {
      assertThat(risk("--quasi", "sex,age,town", "--population-size", 12)).isZero();
      assertThat(line("the one to take")).contains("%");
    }

    @Test
    void listsRareRowsByNumberWithoutACellOfTheList() throws IOException {
      assertThat(
              risk(
                  "--quasi",
                  "sex,age,town",
                  "--k",
                  2,
                  "--rows",
                  "rows.csv",
                  "--combinations",
                  "combinations.csv"))
          .isZero();
      assertThat(shell.read("rows.csv").lines())
          .containsExactly(
              "row,rows_alike,columns",
              "2,1,sex + town",
              "3,1,sex + town",
              "4,1,sex + age",
              "5,1,age + town");
      assertThat(shell.read("combinations.csv").lines())
          .hasSize(8)
          .contains("sex + town,2,2,2,2", "sex + age + town,3,4,4,0");
    }

    @Test
    void rowsAlikeOfOnePersonHideNobody() throws IOException {
      shell.write(
          "people.csv", "who,sex,town\na,f,Leeds\na,f,Leeds\nb,m,Hull\nc,m,Hull\nc,f,Hull\n");
      risk("--quasi", "sex,town", "--k", 2);
      assertThat(line("rows alone of their kind")).contains("1 (");
      assertThat(shell.said()).contains("Each row is counted as a person");
      risk("--quasi", "sex,town", "--k", 2, "--person", "who", "--rows", "rows.csv");
      assertThat(line("rows alone of their kind")).contains("2 (");
      assertThat(shell.said())
          .contains("3 people, by \"who\"", "4 rows are left", "Some people have rows that differ")
          .doesNotContain("Each row is counted");
      assertThat(shell.read("rows.csv").lines())
          .hasSize(3)
          .anyMatch(line -> line.startsWith("1,1,"))
          .anyMatch(line -> line.startsWith("5,1,"));
    }

    @Test
    void whereNothingIsRareNoCombinationsAreListed() throws IOException {
      shell.write("people.csv", "sex\n" + "f\n".repeat(12));
      risk("--quasi", "sex");
      assertThat(shell.answered()).doesNotContain("Combinations by the rows");
    }

    @Test
    void aHeadingThatASpreadsheetWouldComputeIsDefused() throws IOException {
      shell.write("people.csv", "=1+1,sex\na,f\nb,f\n");
      risk("--quasi", "=1+1", "--k", 2, "--combinations", "combinations.csv");
      assertThat(shell.read("combinations.csv")).contains("'=1+1,1,2,2,2");
    }
  }

  @Nested
  class Refusals {

    @ParameterizedTest
    @CsvSource({
      "--k, 10, Say which columns",
      "--quasi, 'sex,sex', twice",
      "--quasi, colour, has no column",
      "--quasi, '', has no column"
    })
    void saysWhatIsMissing(String option, String value, String message) {
      assertThat(risk(option, value)).isIn(2, 3);
      assertThat(shell.said()).contains(message);
    }

    @Test
    void aNumberMustBeOne() {
      assertThat(risk("--quasi", "sex", "--k", "many")).isEqualTo(2);
      assertThat(risk("--quasi", "sex", "--k", "1")).isEqualTo(2);
      assertThat(risk("--quasi", "sex", "--population-size", "5")).isEqualTo(2);
      assertThat(shell.answered()).isEmpty();
      assertThat(risk("--quasi", "sex", "--sensitive", "sex")).isEqualTo(2);
      assertThat(shell.said()).contains("cannot be both of --quasi and --sensitive");
    }

    @Test
    void whatWouldNotBeOfPeopleIsRefused() throws IOException {
      shell.write("people.csv", "who,sex,need\na,f,legal\na,f,shelter\na,m,legal\nb,m,legal\n");
      assertThat(risk("--quasi", "sex", "--person", "who", "--sensitive", "need")).isEqualTo(3);
      assertThat(shell.said()).contains("several rows alike by --quasi and different ones");
      assertThat(risk("--quasi", "sex", "--person", "who", "--population-size", 9)).isEqualTo(3);
      assertThat(shell.said()).contains("people whose rows differ");
      assertThat(risk("--quasi", "sex", "--person", "who", "--population", "people.csv"))
          .isEqualTo(2);
    }

    @Test
    void aListWithoutRowsIsRefused() throws IOException {
      shell.write("people.csv", "sex,age\n");
      assertThat(risk("--quasi", "sex")).isEqualTo(3);
      assertThat(shell.said()).contains("has headings, but no rows");
      shell.write("people.csv", "");
      assertThat(risk("--quasi", "sex")).isEqualTo(3);
    }

    @Test
    void aColumnThatTellsPeopleApartByItselfIsRefused() throws IOException {
      var list = new StringBuilder("id\n");
      for (int i = 0; i < 40_000; i++) {
        list.append(i).append('\n');
      }
      shell.write("people.csv", list.toString());
      assertThat(risk("--quasi", "id")).isEqualTo(3);
      assertThat(shell.said()).contains("tells people apart by itself");
    }

    @Test
    void whoeverStopsItGetsNothingHalfWritten() {
      assertThat(
              shell.stopped(
                  List.of(
                      "release",
                      "risk",
                      folder.resolve("people.csv").toString(),
                      "--quasi",
                      "sex",
                      "--rows",
                      folder.resolve("rows.csv").toString())))
          .isEqualTo(4);
      assertThat(shell.names()).containsExactly("people.csv");
    }

    @Test
    void theInputIsNotWrittenOver() {
      assertThat(risk("--quasi", "sex", "--rows", "people.csv")).isEqualTo(2);
    }
  }

  @Test
  void isOneOfTheThingsReleaseKnows() {
    assertThat(shell.release("help")).isZero();
    assertThat(shell.answered()).contains("./clew release risk IN.csv --quasi A,B,C");
    assertThat(shell.release("publish")).isEqualTo(2);
    assertThat(shell.said()).contains("release knows risk");
  }
}
