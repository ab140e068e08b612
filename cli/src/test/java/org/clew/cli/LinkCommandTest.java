package org.clew.cli;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinkCommandTest {

  private static final String PEOPLE =
      """
      id,name,phone,born,note
      a,Amina Haddad,07700 900188,1990-02-03," kept as it is "
      b,Jonas Berg,07700 900222,1985-11-30,
      c,AMINA HADAD,+44 7700 900188,1990-02-03,"a ""quote"", a comma"
      d,Rosa Quispe,07700 900333,2001-01-01,
      """;

  @TempDir private Path folder;
  private Path people = Path.of("");
  private Path out = Path.of("");
  private Shell shell = new Shell(Path.of(""));

  @BeforeEach
  void writeTheList() throws IOException {
    shell = new Shell(folder);
    people = shell.write("people.csv", PEOPLE);
    out = folder.resolve("out.csv");
  }

  @Nested
  class Dedupe {

    @Test
    void everyRowComesOutInItsOrderWithEveryColumnAndItsEntity() throws IOException {
      assertThat(shell.link("dedupe", people, "--id", "id", "--region", "GB", "--out", out))
          .isZero();
      List<NamedCsvRecord> rows = Shell.rows(out);
      assertThat(rows.getFirst().getHeader())
          .containsExactly(
              "id",
              "name",
              "phone",
              "born",
              "note",
              "entity_id",
              "match_weight",
              "match_probability");
      assertThat(Shell.column(rows, "id")).containsExactly("a", "b", "c", "d");
      assertThat(Shell.column(rows, "note"))
          .containsExactly(" kept as it is ", "", "a \"quote\", a comma", "");
      assertThat(Shell.column(rows, "entity_id")).containsExactly("a", "b", "a", "d");
      assertThat(rows.get(0).getField("match_weight"))
          .isEqualTo(rows.get(2).getField("match_weight"));
      assertThat(Double.parseDouble(rows.get(0).getField("match_weight"))).isGreaterThan(10);
      assertThat(rows.get(1).getField("match_weight")).isEmpty();
      assertThat(rows.get(1).getField("match_probability")).isEmpty();
    }

    @Test
    void theWeightOfAPairIsThePriorAndTheFields() throws IOException {
      Path pairs = folder.resolve("pairs.csv");
      shell.link("dedupe", people, "--id", "id", "--out", out, "--pairs", pairs);
      List<NamedCsvRecord> rows = Shell.rows(pairs);
      assertThat(rows).hasSize(1);
      NamedCsvRecord pair = rows.getFirst();
      assertThat(pair.getHeader())
          .containsExactly(
              "left_id",
              "right_id",
              "match_weight",
              "match_probability",
              "prior",
              "name",
              "phone",
              "birth_date",
              "text");
      assertThat(pair.getField("text")).isEmpty();
      double sum =
          List.of("prior", "name", "phone", "birth_date").stream()
              .mapToDouble(field -> Double.parseDouble(pair.getField(field)))
              .sum();
      assertThat(Double.parseDouble(pair.getField("match_weight"))).isEqualTo(sum);
      assertThat(pair.getField("left_id")).isEqualTo("a");
      assertThat(pair.getField("right_id")).isEqualTo("c");
    }

    @Test
    void judgementsBind() throws IOException {
      Path judged =
          shell.write(
              "judged.csv", "left_id,right_id,verdict\na,c,DIFFERENT\nb,d,same\nx,y,SAME\n");
      shell.link("dedupe", people, "--id", "id", "--out", out, "--judgements", judged);
      assertThat(Shell.column(Shell.rows(out), "entity_id")).containsExactly("a", "b", "c", "b");
    }

    @Test
    void aHigherThresholdLinksLess() throws IOException {
      shell.link("dedupe", people, "--id", "id", "--out", out, "--threshold", "99.5");
      assertThat(Shell.column(Shell.rows(out), "entity_id")).containsExactly("a", "b", "c", "d");
    }

    @Test
    void severalFilesAreOneListAndRowsAreNumberedWithoutIds() throws IOException {
      Path more = shell.write("more.csv", "phone;name;town\n+447700900188;Haddad Amina;Leeds\n");
      assertThat(shell.link("dedupe", people, more, "--column", "id=ignore", "--out", out))
          .isZero();
      List<NamedCsvRecord> rows = Shell.rows(out);
      assertThat(Shell.column(rows, "entity_id")).containsExactly("1", "2", "1", "4", "1");
      assertThat(Shell.column(rows, "town")).containsExactly("", "", "", "", "Leeds");
    }

    @Test
    void columnsThatAreNotRecognisedCanBeNamed() throws IOException {
      Path odd =
          shell.write("odd.csv", "q1,q2\nAmina Haddad,07700900188\nHaddad Amina,07700900188\n");
      assertThat(shell.link("dedupe", odd, "--out", out)).isEqualTo(3);
      assertThat(shell.said()).contains("--column HEADING=KIND");
      assertThat(
              shell.link(
                  "dedupe", odd, "--column", "q1=name", "--column", "q2=PHONE", "--out", out))
          .isZero();
      assertThat(Shell.column(Shell.rows(out), "entity_id")).containsExactly("1", "1");
    }

    @Test
    void theSameInputGivesTheSameBytes() throws IOException {
      shell.link("dedupe", people, "--id", "id", "--out", out);
      byte[] once = Files.readAllBytes(out);
      shell.link("dedupe", people, "--id", "id", "--out", out);
      assertThat(Files.readAllBytes(out)).isEqualTo(once);
    }

    @Test
    void theThreadsChangeNothing() throws IOException {
      shell.link("dedupe", people, "--id", "id", "--out", out, "--threads", "1", "--seed", "7");
      byte[] once = Files.readAllBytes(out);
      shell.link("dedupe", people, "--id", "id", "--out", out, "--threads", "3", "--seed", "7");
      assertThat(Files.readAllBytes(out)).isEqualTo(once);
    }

    @Test
    void partsOfNamesInOneFileMeetWholeNamesInAnother() throws IOException {
      Path parts =
          shell.write("parts.csv", "first name,surname,mobile\nAmina,Haddad,07700900188\n");
      Path whole =
          shell.write("whole.csv", "name,phone\nJo Bo,07700900999\nHaddad Amina,07700900188\n");
      shell.link("dedupe", parts, whole, "--out", out);
      assertThat(Shell.column(Shell.rows(out), "entity_id")).containsExactly("1", "2", "1");
    }

    @Test
    void columnsCalledLikeOursAreRefusedOrRenamed() throws IOException {
      Path twice = shell.write("twice.csv", "name,entity_id\nAmina Haddad,7\n");
      assertThat(shell.link("dedupe", twice, "--out", out)).isEqualTo(3);
      assertThat(shell.said()).contains("\"entity_id\"").contains("--rename");
      assertThat(shell.link("dedupe", twice, "--rename", "--out", out)).isZero();
      assertThat(Shell.rows(out).getFirst().getField("input_entity_id")).isEqualTo("7");
      assertThat(Shell.rows(out).getFirst().getField("entity_id")).isEqualTo("1");
    }

    @Test
    void whoStopsItGetsNothingHalfWritten() {
      List<String> words = List.of("link", "dedupe", people.toString(), "--out", out.toString());
      assertThat(shell.stopped(words)).isEqualTo(4);
      assertThat(out).doesNotExist();
      assertThat(folder.toFile().list()).containsExactly("people.csv");
    }
  }

  @Nested
  class Between {

    @Test
    void eachRowIsLinkedOnceAndSaysItsSource() throws IOException {
      Path left =
          shell.write(
              "left.csv", "id,name,phone\nl1,Amina Haddad,07700900188\nl2,Jo Bo,07700900999\n");
      Path right =
          shell.write(
              "right.csv",
              "id,name,phone\nr1,Amina Haddad,07700900188\nr2,Haddad Amina,07700900188\n");
      assertThat(shell.link("between", left, right, "--id", "id", "--out", out)).isZero();
      List<NamedCsvRecord> rows = Shell.rows(out);
      assertThat(Shell.column(rows, "source"))
          .containsExactly("left.csv", "left.csv", "right.csv", "right.csv");
      assertThat(Shell.column(rows, "entity_id")).containsExactly("l1", "l2", "l1", "r2");
    }

    @Test
    void aJudgementDecidesWhichOne() throws IOException {
      Path left = shell.write("left.csv", "id,name,phone\nl1,Amina Haddad,07700900188\n");
      Path right =
          shell.write(
              "right.csv",
              "id,name,phone\nr1,Amina Haddad,07700900188\nr2,Haddad Amina,07700900188\n");
      Path judged = shell.write("judged.csv", "left_id,right_id,verdict\nr1,l1,DIFFERENT\n");
      shell.link("between", left, right, "--id", "id", "--out", out, "--judgements", judged);
      assertThat(Shell.column(Shell.rows(out), "entity_id")).containsExactly("l1", "r1", "l1");
    }

    @Test
    void itTakesTwoFiles() {
      assertThat(shell.link("between", people, "--out", out)).isEqualTo(2);
      assertThat(shell.link("between", people, people, "--out", out)).isEqualTo(2);
      assertThat(shell.said()).contains("two different files");
    }
  }

  @Nested
  class Explain {

    @Test
    void saysWhyOrWhyNotInBits() {
      assertThat(shell.link("explain", "a", "c", people, "--id", "id", "--region", "GB")).isZero();
      assertThat(shell.answered())
          .contains("before any evidence")
          .contains("phone")
          .contains(": linked");
      assertThat(shell.link("explain", "a", "b", people, "--id", "id")).isZero();
      assertThat(shell.answered()).contains("not linked");
      assertThat(shell.link("explain", "a", "zz", people, "--id", "id")).isEqualTo(3);
      assertThat(shell.said()).contains("zz");
    }
  }

  @Nested
  class BadInput {

    @ParameterizedTest
    @ValueSource(strings = {"", "id,name\nx,\"never closed\n", "id,id\n1,2\n", ",name\n1,2\n"})
    void whatIsNoListIsRefused(String text) throws IOException {
      refused(3, shell.write("bad.csv", text));
    }

    @Test
    void aRowWithMoreCellsThanHeadingsIsNamed() throws IOException {
      refused(3, shell.write("bad.csv", "name,phone\nA,1\nB,2,3\n"));
      assertThat(shell.said()).contains("line 3").contains("3 cells");
    }

    @Test
    void idsMustBeThereAndUnique() throws IOException {
      Path twice = shell.write("bad.csv", "id,name\n1,A Berg\n1,B Berg\n");
      assertThat(shell.link("dedupe", twice, "--id", "id", "--out", out)).isEqualTo(3);
      assertThat(shell.said()).contains("line 3").contains("unique");
      Path none = shell.write("bad2.csv", "id,name\n ,A Berg\n");
      assertThat(shell.link("dedupe", none, "--id", "id", "--out", out)).isEqualTo(3);
      assertThat(shell.link("dedupe", none, "--id", "nope", "--out", out)).isEqualTo(3);
      assertThat(shell.said()).contains("nope").contains("It has: id, name");
    }

    @Test
    void whatIsMissingIsNamed() {
      refused(3, folder.resolve("nowhere.csv"));
      refused(3, folder);
      assertThat(shell.link("dedupe", people, "--out", folder.resolve("no/such/out.csv")))
          .isEqualTo(3);
    }

    @Test
    void theInputIsNeverWrittenOver() throws IOException {
      assertThat(shell.link("dedupe", people, "--out", people)).isEqualTo(2);
      assertThat(shell.link("dedupe", people, "--out", out, "--pairs", people)).isEqualTo(2);
      assertThat(Files.readString(people)).isEqualTo(PEOPLE);
    }

    @Test
    void columnsOfOneValueAndOfNoneChangeNothing() throws IOException {
      Path flat =
          shell.write(
              "flat.csv",
              "name,country,city\n" + "Amina Haddad,GB,\n".repeat(3) + "Jonas Berg,GB,\n");
      assertThat(shell.link("dedupe", flat, "--out", out)).isZero();
      assertThat(Shell.rows(out)).hasSize(4);
    }

    @Test
    void anotherEncodingAndDelimiterAreFoundOrNamed() throws IOException {
      Path latin = folder.resolve("latin.csv");
      Files.write(
          latin,
          "name;phone\nJosé Peña;07700900188\nPeña José;07700900188\n"
              .getBytes(Charset.forName("windows-1252")));
      assertThat(shell.link("dedupe", latin, "--out", out)).isZero();
      assertThat(Shell.column(Shell.rows(out), "name")).containsExactly("José Peña", "Peña José");
      assertThat(
              shell.link(
                  "dedupe", latin, "--encoding", "windows-1252", "--delimiter", ";", "--out", out))
          .isZero();
    }

    private void refused(int exit, Path file) {
      assertThat(shell.link("dedupe", file, "--out", out)).isEqualTo(exit);
      assertThat(shell.said()).contains(file.getFileName().toString());
      assertThat(out).doesNotExist();
    }
  }

  @Nested
  class Usage {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "link",
          "link guess",
          "link dedupe",
          "link dedupe --out x.csv",
          "link dedupe people.csv",
          "link dedupe people.csv --out x.csv --threshold high",
          "link dedupe people.csv --out x.csv --threshold NaN",
          "link dedupe people.csv --out x.csv --threshold 1000.5",
          "link dedupe people.csv --out x.csv --threads 0",
          "link dedupe people.csv --out x.csv --seed often",
          "link dedupe people.csv --out x.csv --region Mars",
          "link dedupe people.csv --out x.csv --encoding nope",
          "link dedupe people.csv --out x.csv --delimiter ab",
          "link dedupe people.csv --out x.csv --colour red",
          "link dedupe people.csv --out x.csv --out y.csv",
          "link dedupe people.csv --out",
          "link explain 1 2",
          "weave"
        })
    void isToldWithExitCodeTwo(String words) {
      List<String> all = new ArrayList<>(List.of(words.split(" ", -1)));
      all.replaceAll(word -> word.equals("people.csv") ? people.toString() : word);
      assertThat(shell.run(all)).isEqualTo(2);
      assertThat(shell.said()).isNotBlank();
    }
  }

  @Test
  void helpIsAnAnswer() {
    assertThat(shell.link("dedupe", "--help")).isZero();
    assertThat(shell.answered()).contains("Exit codes");
  }
}
