package org.clew.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Lists of no row, of one, and of rows that say next to nothing: each row is an entity of its own,
/// every file that was asked for is written, and nothing is kept that was not learned.
class LinkShortListsTest {

  private static final String HEADINGS =
      "first_name,last_name,birth_date,email,postcode,address,note\n";

  private static final String ROW =
      "Ana,Sol,1990-01-02,ana@example.org,12345,1 Oak Street,\"a note\"\n";

  @TempDir private Path folder;
  private Shell shell = new Shell(Path.of(""));

  @BeforeEach
  void writeTheLists() throws IOException {
    shell = new Shell(folder);
    shell.write("none.csv", HEADINGS);
    shell.write("blank.csv", HEADINGS + ",,,,,,\n".repeat(2));
    shell.write("one.csv", HEADINGS + ROW);
    shell.write("another.csv", HEADINGS + ROW);
    shell.write("twins.csv", HEADINGS + ROW + ROW);
    shell.write("names.csv", rows("Ana%d,,,,,,\n"));
    shell.write("notes.csv", rows(",,,,,,\"note %d\"\n"));
    shell.write("unnamed.csv", "email\na@example.org\n");
  }

  private static String rows(String row) {
    var text = new StringBuilder(HEADINGS);
    for (int number = 0; number < 50; number++) {
      text.append(row.replace("%d", Integer.toString(number)));
    }
    return text.toString();
  }

  private int link(String command, String... files) {
    var words = new ArrayList<Object>(List.of(command));
    words.addAll(List.of(files));
    words.addAll(List.of("--out", "out.csv", "--pairs", "pairs.csv", "--review", "review.csv"));
    words.addAll(List.of("--report", "r.html", "--model", "model.json"));
    return shell.link(words.toArray());
  }

  private void everyRowIsAlone(int rows) throws IOException {
    assertThat(shell.column("out.csv", "entity_id")).doesNotHaveDuplicates().hasSize(rows);
    assertThat(shell.column("out.csv", "match_weight")).allMatch(String::isEmpty);
    assertThat(shell.rows("pairs.csv")).isEmpty();
    assertThat(shell.rows("review.csv")).isEmpty();
    assertThat(shell.read("r.html")).startsWith("<!doctype html>").doesNotContain("NaN");
  }

  @ParameterizedTest
  @CsvSource({"none.csv, 0", "blank.csv, 0", "one.csv, 1", "unnamed.csv, 1"})
  void whatHasNoTwoRowsIsLinkedAndTeachesNothing(String list, int rows) throws IOException {
    assertThat(link("dedupe", list)).isZero();
    everyRowIsAlone(rows);
    assertThat(shell.said()).contains("nothing was learned").contains("model.json");
    assertThat(shell.file("model.json")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"none.csv", "blank.csv"})
  void aListOfNoRowIsNamed(String list) {
    assertThat(link("dedupe", list, "twins.csv")).isZero();
    assertThat(shell.said()).contains(list + " has nothing below its headings.");
    assertThat(shell.said()).doesNotContain("twins.csv has");
  }

  @ParameterizedTest
  @ValueSource(strings = {"names.csv", "notes.csv"})
  void rowsThatSayNextToNothingStayAloneAndTheirModelIsReadAgain(String list) throws IOException {
    assertThat(link("dedupe", list)).isZero();
    everyRowIsAlone(50);
    String once = shell.read("out.csv");
    assertThat(link("dedupe", list)).isZero();
    assertThat(shell.said()).contains("with what was learned before");
    assertThat(shell.read("out.csv")).isEqualTo(once);
  }

  @ParameterizedTest
  @ValueSource(strings = {"none.csv", "one.csv"})
  void aModelOfAnotherListIsUsed(String list) throws IOException {
    assertThat(link("dedupe", "twins.csv")).isZero();
    assertThat(link("dedupe", list)).isZero();
    everyRowIsAlone(list.equals("one.csv") ? 1 : 0);
    assertThat(link("between", list, "blank.csv")).isZero();
    everyRowIsAlone(list.equals("one.csv") ? 1 : 0);
  }

  @Test
  void aModelStaysAsItWasWhereNothingIsLearnedAnew() throws IOException {
    assertThat(link("dedupe", "twins.csv")).isZero();
    String learned = shell.read("model.json");
    assertThat(
            shell.link(
                "dedupe", "one.csv", "--out", "out.csv", "--model", "model.json", "--relearn"))
        .isZero();
    assertThat(shell.read("model.json")).isEqualTo(learned);
  }

  @ParameterizedTest
  @CsvSource({
    "twins.csv, none.csv, 2",
    "none.csv, twins.csv, 2",
    "none.csv, blank.csv, 0",
    "one.csv, none.csv, 1"
  })
  void betweenAListAndOneOfNoRowNothingIsLinked(String left, String right, int rows)
      throws IOException {
    assertThat(link("between", left, right)).isZero();
    everyRowIsAlone(rows);
    assertThat(shell.file("model.json")).doesNotExist();
  }

  @Test
  void betweenListsOfOneRowTheRowsAreLinked() throws IOException {
    assertThat(link("between", "one.csv", "another.csv")).isZero();
    assertThat(shell.column("out.csv", "entity_id")).containsExactly("1", "1");
  }
}
