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

class GeneraliseCommandTest {

  private static final String PEOPLE =
      """
      name,age,sex,need,since
      Amina,20,f,shelter,2024
      Bea,25,f,legal,2025
      Carl,30,m,legal,2024
      Dan,35,m,shelter,2024
      Eli,30,m,legal,2025
      Fay,20,f,shelter,2023
      """;

  private static final String AGES = "20;20-29;*\n25;20-29;*\n30;30-39;*\n35;30-39;*\n";

  @TempDir private Path folder;
  private Shell shell = new Shell(Path.of(""));

  @BeforeEach
  void writeTheList() throws IOException {
    shell = new Shell(folder);
    shell.write("people.csv", PEOPLE);
    shell.write("ages.csv", AGES);
  }

  private int generalise(Object... more) {
    shell.forget("out.csv");
    List<Object> words = new ArrayList<>(List.of("kanon", "generalise", "people.csv"));
    words.addAll(List.of(more));
    words.addAll(List.of("--hierarchy", "age=ages.csv", "--out", "out.csv"));
    return shell.release(words.toArray());
  }

  @Nested
  class Output {

    @Test
    void everyRowHasOthersLikeItAndNothingIsCoarserThanItMustBe() throws IOException {
      assertThat(generalise("--quasi", "age,sex", "--k", 3, "--sensitive", "need")).isZero();
      assertThat(shell.read("out.csv").lines())
          .containsExactly(
              "age,sex,need",
              "20-29,f,legal",
              "20-29,f,shelter",
              "20-29,f,shelter",
              "30-39,m,legal",
              "30-39,m,legal",
              "30-39,m,shelter");
      assertThat(shell.answered())
          .contains(
              "age: level 1 of 2", "sex: level 0 of 1", "0 of 6 rows are left out. Loss 0.154701");
    }

    @Test
    void aPageShowsWhatWasMadeCoarserAndHasNoCellOfTheList() throws IOException {
      generalise("--quasi", "age,sex", "--k", 3, "--sensitive", "need", "--report", "report.html");
      assertThat(shell.read("report.html"))
          .contains("every row has 2 others like it")
          .contains("<bdi>age</bdi></th><td>1 of 2</td><td>4</td><td>2</td>")
          .contains("<th scope=\"row\">3 to 4</th><td>1 in 3 at most</td><td>6</td>")
          .doesNotContain("20-29", "shelter", "Amina");
      assertThat(
              PosixFilePermissions.toString(
                  Files.getPosixFilePermissions(folder.resolve("report.html"))))
          .isEqualTo("rw-------");
      assertThat(generalise("--quasi", "age", "--k", 2, "--report", "people.csv")).isEqualTo(2);
    }

    @Test
    void whatNothingWasSaidOfIsLeftOut() throws IOException {
      generalise("--quasi", "age,sex", "--k", 2);
      assertThat(shell.read("out.csv")).startsWith("age,sex\r\n").doesNotContain("Amina");
      assertThat(shell.said())
          .contains("Left out, since nothing was said of them: name, need, since")
          .contains("What all rows of a group share is known of each of them");
    }

    @Test
    void rowsMayBeLeftOutInstead() throws IOException {
      shell.write("people.csv", "age,since\n20,2023\n20,2024\n30,2025\n30,2024\n35,2024\n");
      assertThat(generalise("--quasi", "age", "--k", 2, "--suppress", 0.2, "--keep", "since"))
          .isZero();
      assertThat(shell.read("out.csv").lines())
          .containsExactly("age,since", "20,2023", "20,2024", "30,2024", "30,2025");
      assertThat(shell.said()).contains("since: written as they are");
    }

    @Test
    void eachPersonIsWrittenOnceWhereAColumnSaysWhoseRowsAre() throws IOException {
      shell.write("people.csv", "who,age\na,20\na,20\nb,25\nc,30\nc,30\n");
      generalise("--quasi", "age", "--k", 2);
      assertThat(shell.read("out.csv").lines())
          .containsExactly("age", "20-29", "20-29", "20-29", "30-39", "30-39");
      assertThat(shell.said()).contains("Each row is counted as a person");
      generalise("--quasi", "age", "--k", 2, "--person", "who");
      assertThat(shell.read("out.csv").lines()).containsExactly("age", "*", "*", "*");
      assertThat(shell.said()).contains("3 people, each written once");
    }

    @Test
    void peopleWhoseRowsDifferAreRefused() throws IOException {
      shell.write("people.csv", "who,age,since\na,20,2023\na,20,2024\nb,20,2023\n");
      assertThat(generalise("--quasi", "age", "--k", 2, "--person", "who", "--keep", "since"))
          .isEqualTo(3);
      assertThat(shell.said()).contains("people whose rows differ in the columns that are named");
      assertThat(generalise("--quasi", "age", "--k", 2, "--person", "who")).isZero();
      assertThat(shell.read("out.csv").lines()).containsExactly("age", "20", "20");
    }

    @Test
    void theOrderOfTheRowsTellsNothing() throws IOException {
      generalise("--quasi", "age,sex", "--k", 2, "--sensitive", "need");
      String first = shell.read("out.csv");
      List<String> lines = new ArrayList<>(PEOPLE.lines().toList().subList(1, 7).reversed());
      lines.addFirst("name,age,sex,need,since");
      shell.write("people.csv", String.join("\n", lines));
      generalise("--quasi", "age,sex", "--k", 2, "--sensitive", "need");
      assertThat(shell.read("out.csv")).isEqualTo(first);
    }

    @Test
    void groupsThatShareASecretCanBeForbidden() throws IOException {
      shell.write(
          "people.csv",
          "age,need\n20,legal\n20,legal\n25,legal\n25,shelter\n30,legal\n30,shelter\n");
      generalise("--quasi", "age", "--k", 2, "--sensitive", "need");
      assertThat(shell.answered()).contains("age: level 0 of 2");
      assertThat(shell.said())
          .contains("2 rows are in groups that share one value of \"need\"", "--l 2 forbids it");
      generalise("--quasi", "age", "--k", 2, "--sensitive", "need", "--l", 2);
      assertThat(shell.answered()).contains("age: level 1 of 2");
      assertThat(shell.said()).doesNotContain("share one value");
      generalise("--quasi", "age", "--k", 2, "--sensitive", "need", "--t", 0.05);
      assertThat(shell.answered()).contains("age: level 2 of 2");
      generalise(
          "--quasi",
          "age",
          "--k",
          2,
          "--sensitive",
          "need",
          "--l",
          1.8,
          "--entropy",
          "--t",
          0.5,
          "--ordered");
      assertThat(shell.answered()).contains("age: level 2 of 2");
    }

    @Test
    void cellsThatASpreadsheetWouldComputeAreDefusedAndNumbersStayNumbers() throws IOException {
      shell.write("people.csv", "age,=sum,temperature\n20,=1+1,-3\n20,@x,+4\n");
      assertThat(
              generalise(
                  "--quasi", "age", "--k", 2, "--sensitive", "=sum", "--keep", "temperature"))
          .isZero();
      assertThat(shell.read("out.csv").lines())
          .containsExactly("age,'=sum,temperature", "20,'=1+1,-3", "20,'@x,+4");
    }
  }

  @Nested
  class NumbersAndDates {

    @BeforeEach
    void writeARawList() throws IOException {
      shell.write(
          "people.csv",
          """
          age,since,owed
          17,2024-03-17,10.50
          19,2024-05-01,12
          20,2023-11-30,1200
          23,2023-01-02,1300
          81,2022-07-09,90
          97,2022-08-10,95
          """);
    }

    private int generalise(Object... more) {
      List<Object> words = new ArrayList<>(List.of("kanon", "generalise", "people.csv"));
      words.addAll(List.of(more));
      words.addAll(List.of("--out", "out.csv"));
      return shell.release(words.toArray());
    }

    @Test
    void becomeBandsAsWideAsTheyMustBeAndTheirEndsAreOne() throws IOException {
      assertThat(
              generalise(
                  "--quasi",
                  "age",
                  "--k",
                  2,
                  "--bottom",
                  "age=15",
                  "--top",
                  "age=80",
                  "--width",
                  "age=2"))
          .isZero();
      assertThat(shell.read("out.csv").lines())
          .containsExactly("age", "15--30", "15--30", "15--30", "15--30", "80+", "80+");
      assertThat(shell.answered()).contains("age: level 3 of 5, by 16");
    }

    @Test
    void bandsOfAColumnWithoutAnyAreRefused() throws IOException {
      shell.write("people.csv", "place\nHarbour\nHarbour\nLantern\n");

      assertThat(generalise("--quasi", "place", "--k", 2, "--width", "place=5")).isEqualTo(2);
      assertThat(shell.said()).contains("\"place\" has no number");
      assertThat(shell.names()).doesNotContain("out.csv");
    }

    @Test
    void datesBecomeMonthsQuartersAndYears() throws IOException {
      assertThat(generalise("--quasi", "since", "--k", 2, "--width", "since=month")).isZero();
      assertThat(shell.read("out.csv").lines())
          .containsExactly("since", "2022", "2022", "2023", "2023", "2024", "2024");
      assertThat(shell.answered()).contains("since: level 2 of 3, by year");
    }

    @Test
    void columnsThatAreOnlyKeptBecomeBandsToo() throws IOException {
      generalise(
          "--quasi",
          "age",
          "--k",
          2,
          "--width",
          "age=50",
          "--keep",
          "since",
          "--width",
          "since=year",
          "--sensitive",
          "owed",
          "--top",
          "owed=1000",
          "--width",
          "owed=100");
      assertThat(shell.read("out.csv").lines())
          .contains("0--49,2023,1000+", "0--49,2024,0--99", "50--99,2022,0--99");
    }

    @Test
    void whatIsNoNumberStaysAsItIsAndIsCounted() throws IOException {
      shell.write("people.csv", "age\n20\n21\nunknown\nunknown\n");
      assertThat(generalise("--quasi", "age", "--k", 2, "--width", "age=5")).isZero();
      assertThat(shell.read("out.csv").lines())
          .containsExactly("age", "20--24", "20--24", "unknown", "unknown");
      assertThat(shell.said()).contains("\"age\" has 1 value that is no number");
    }

    @ParameterizedTest
    @CsvSource({
      "--width age=wide, 'month, quarter or year'",
      "--width sex=5, not among the columns",
      "--width 5, takes a column",
      "--top age=old, begin and end with one",
      "--top age=18 --bottom age=80, is not below",
      "--top age=80 --top age=90, twice",
      "--width age=5 --hierarchy age=ages.csv, Take one way"
    })
    void bandsThatAreNoneAreRefused(String words, String message) {
      List<Object> all = new ArrayList<>(List.of("--quasi", "age", "--k", 2));
      all.addAll(List.of(words.split(" ", -1)));
      assertThat(generalise(all.toArray())).isEqualTo(2);
      assertThat(shell.said()).contains(message);
      assertThat(shell.names()).doesNotContain("out.csv");
    }
  }

  @Nested
  class Refusals {

    @ParameterizedTest
    @CsvSource({
      "--k 1, takes a whole number from 2",
      "--k 2 --suppress 1, takes a share",
      "--k 2 --suppress much, takes a number",
      "--k 2 --l 2, Say which: --sensitive",
      "--k 2 --sensitive need --l 1.5, takes a number of values",
      "--k 2 --sensitive need --t 2, from 0 to 1",
      "--k 2 --sensitive need --entropy, go with --l",
      "--k 2 --sensitive need --l 2 --entropy --c 3, Take one",
      "--k 2 --sensitive age, cannot be two of",
      "--k 2 --hierarchy sex, takes a column and a file",
      "--k 2 --hierarchy need=x, but --quasi does not"
    })
    void saysWhatIsWrongWithTheCall(String words, String message) {
      List<Object> all = new ArrayList<>(List.of("--quasi", "age,sex"));
      all.addAll(List.of(words.split(" ", -1)));
      assertThat(generalise(all.toArray())).isEqualTo(2);
      assertThat(shell.said()).contains(message);
      assertThat(shell.names()).doesNotContain("out.csv");
    }

    @Test
    void anEndIsSaidToWhoeverAsksTooMuch() {
      assertThat(generalise("--quasi", "age", "--k", 7)).isEqualTo(3);
      assertThat(shell.said()).contains("no group of 7 can be alike");
      assertThat(generalise("--quasi", "age", "--k", 2, "--sensitive", "need", "--l", 3))
          .isEqualTo(3);
      assertThat(shell.said()).contains("No way to make these columns coarser");
      assertThat(shell.names()).doesNotContain("out.csv");
    }

    @ParameterizedTest
    @CsvSource({
      "'20;*|25;*|30;*', 'says nothing of \"35\"'",
      "'20;*|25', '2 levels in its first row'",
      "'', 'is empty'"
    })
    void aHierarchyThatDoesNotFitIsRefused(String rows, String message) throws IOException {
      shell.write("ages.csv", rows.replace('|', '\n'));
      assertThat(generalise("--quasi", "age", "--k", 2)).isEqualTo(3);
      assertThat(shell.said()).contains(message);
    }

    @Test
    void emptyCellsNeedALineOfTheirOwn() throws IOException {
      shell.write("people.csv", "age,sex\n20,f\n,f\n,m\n20,m\n");
      assertThat(generalise("--quasi", "age", "--k", 2)).isEqualTo(3);
      assertThat(shell.said()).contains("says nothing of empty cells");
      shell.write("ages.csv", "20;*\n;*\n");
      assertThat(generalise("--quasi", "age", "--k", 2)).isZero();
      assertThat(shell.read("out.csv")).isEqualTo("age\r\n\r\n\r\n20\r\n20\r\n");
    }

    @Test
    void whoeverStopsItGetsNothingHalfWritten() {
      assertThat(
              shell.stopped(
                  List.of(
                      "release",
                      "kanon",
                      "generalise",
                      folder.resolve("people.csv").toString(),
                      "--quasi",
                      "sex",
                      "--k",
                      "2",
                      "--out",
                      folder.resolve("out.csv").toString())))
          .isEqualTo(4);
      assertThat(shell.names()).containsExactlyInAnyOrder("people.csv", "ages.csv");
    }

    @Test
    void kanonKnowsTwoWays() {
      assertThat(shell.release("kanon", "guess")).isEqualTo(2);
      assertThat(shell.said()).contains("release kanon knows generalise and synth, not \"guess\"");
    }
  }
}
