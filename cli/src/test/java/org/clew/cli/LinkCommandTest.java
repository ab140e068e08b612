package org.clew.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
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
  private final ByteArrayOutputStream answered = new ByteArrayOutputStream();
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  @BeforeEach
  void writeTheList() throws IOException {
    people = file("people.csv", PEOPLE);
    out = folder.resolve("out.csv");
  }

  @Nested
  class Dedupe {

    @Test
    void everyRowComesOutInItsOrderWithEveryColumnAndItsEntity() throws IOException {
      assertThat(link("dedupe", people, "--id", "id", "--region", "GB", "--out", out)).isZero();
      List<NamedCsvRecord> rows = rows(out);
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
      assertThat(column(rows, "id")).containsExactly("a", "b", "c", "d");
      assertThat(column(rows, "note"))
          .containsExactly(" kept as it is ", "", "a \"quote\", a comma", "");
      assertThat(column(rows, "entity_id")).containsExactly("a", "b", "a", "d");
      assertThat(rows.get(0).getField("match_weight"))
          .isEqualTo(rows.get(2).getField("match_weight"));
      assertThat(Double.parseDouble(rows.get(0).getField("match_weight"))).isGreaterThan(10);
      assertThat(rows.get(1).getField("match_weight")).isEmpty();
      assertThat(rows.get(1).getField("match_probability")).isEmpty();
    }

    @Test
    void theWeightOfAPairIsThePriorAndTheFields() throws IOException {
      Path pairs = folder.resolve("pairs.csv");
      link("dedupe", people, "--id", "id", "--out", out, "--pairs", pairs);
      List<NamedCsvRecord> rows = rows(pairs);
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
          file("judged.csv", "left_id,right_id,verdict\na,c,DIFFERENT\nb,d,same\nx,y,SAME\n");
      link("dedupe", people, "--id", "id", "--out", out, "--judgements", judged);
      assertThat(column(rows(out), "entity_id")).containsExactly("a", "b", "c", "b");
    }

    @Test
    void aHigherThresholdLinksLess() throws IOException {
      link("dedupe", people, "--id", "id", "--out", out, "--threshold", "99.5");
      assertThat(column(rows(out), "entity_id")).containsExactly("a", "b", "c", "d");
    }

    @Test
    void severalFilesAreOneListAndRowsAreNumberedWithoutIds() throws IOException {
      Path more = file("more.csv", "phone;name;town\n+447700900188;Haddad Amina;Leeds\n");
      assertThat(link("dedupe", people, more, "--column", "id=ignore", "--out", out)).isZero();
      List<NamedCsvRecord> rows = rows(out);
      assertThat(column(rows, "entity_id")).containsExactly("1", "2", "1", "4", "1");
      assertThat(column(rows, "town")).containsExactly("", "", "", "", "Leeds");
    }

    @Test
    void columnsThatAreNotRecognisedCanBeNamed() throws IOException {
      Path odd = file("odd.csv", "q1,q2\nAmina Haddad,07700900188\nHaddad Amina,07700900188\n");
      assertThat(link("dedupe", odd, "--out", out)).isEqualTo(3);
      assertThat(said()).contains("--column HEADING=KIND");
      assertThat(link("dedupe", odd, "--column", "q1=name", "--column", "q2=PHONE", "--out", out))
          .isZero();
      assertThat(column(rows(out), "entity_id")).containsExactly("1", "1");
    }

    @Test
    void theSameInputGivesTheSameBytes() throws IOException {
      link("dedupe", people, "--id", "id", "--out", out);
      byte[] once = Files.readAllBytes(out);
      link("dedupe", people, "--id", "id", "--out", out);
      assertThat(Files.readAllBytes(out)).isEqualTo(once);
    }

    @Test
    void theThreadsChangeNothing() throws IOException {
      link("dedupe", people, "--id", "id", "--out", out, "--threads", "1", "--seed", "7");
      byte[] once = Files.readAllBytes(out);
      link("dedupe", people, "--id", "id", "--out", out, "--threads", "3", "--seed", "7");
      assertThat(Files.readAllBytes(out)).isEqualTo(once);
    }

    @Test
    void partsOfNamesInOneFileMeetWholeNamesInAnother() throws IOException {
      Path parts = file("parts.csv", "first name,surname,mobile\nAmina,Haddad,07700900188\n");
      Path whole = file("whole.csv", "name,phone\nJo Bo,07700900999\nHaddad Amina,07700900188\n");
      link("dedupe", parts, whole, "--out", out);
      assertThat(column(rows(out), "entity_id")).containsExactly("1", "2", "1");
    }

    @Test
    void columnsCalledLikeOursAreRefusedOrRenamed() throws IOException {
      Path twice = file("twice.csv", "name,entity_id\nAmina Haddad,7\n");
      assertThat(link("dedupe", twice, "--out", out)).isEqualTo(3);
      assertThat(said()).contains("\"entity_id\"").contains("--rename");
      assertThat(link("dedupe", twice, "--rename", "--out", out)).isZero();
      assertThat(rows(out).getFirst().getField("input_entity_id")).isEqualTo("7");
      assertThat(rows(out).getFirst().getField("entity_id")).isEqualTo("1");
    }

    @Test
    void whoStopsItGetsNothingHalfWritten() {
      var terminal = new Terminal(print(answered), print(said), false);
      terminal.stop();
      int exit =
          Clew.run(
              List.of("link", "dedupe", people.toString(), "--out", out.toString()),
              terminal,
              print(said));
      assertThat(exit).isEqualTo(4);
      assertThat(out).doesNotExist();
      assertThat(folder.toFile().list()).containsExactly("people.csv");
    }
  }

  @Nested
  class Between {

    @Test
    void eachRowIsLinkedOnceAndSaysItsSource() throws IOException {
      Path left =
          file("left.csv", "id,name,phone\nl1,Amina Haddad,07700900188\nl2,Jo Bo,07700900999\n");
      Path right =
          file(
              "right.csv",
              "id,name,phone\nr1,Amina Haddad,07700900188\nr2,Haddad Amina,07700900188\n");
      assertThat(link("between", left, right, "--id", "id", "--out", out)).isZero();
      List<NamedCsvRecord> rows = rows(out);
      assertThat(column(rows, "source"))
          .containsExactly("left.csv", "left.csv", "right.csv", "right.csv");
      assertThat(column(rows, "entity_id")).containsExactly("l1", "l2", "l1", "r2");
    }

    @Test
    void aJudgementDecidesWhichOne() throws IOException {
      Path left = file("left.csv", "id,name,phone\nl1,Amina Haddad,07700900188\n");
      Path right =
          file(
              "right.csv",
              "id,name,phone\nr1,Amina Haddad,07700900188\nr2,Haddad Amina,07700900188\n");
      Path judged = file("judged.csv", "left_id,right_id,verdict\nr1,l1,DIFFERENT\n");
      link("between", left, right, "--id", "id", "--out", out, "--judgements", judged);
      assertThat(column(rows(out), "entity_id")).containsExactly("l1", "r1", "l1");
    }

    @Test
    void itTakesTwoFiles() {
      assertThat(link("between", people, "--out", out)).isEqualTo(2);
      assertThat(link("between", people, people, "--out", out)).isEqualTo(2);
      assertThat(said()).contains("two different files");
    }
  }

  @Nested
  class Explain {

    @Test
    void saysWhyOrWhyNotInBits() {
      assertThat(link("explain", "a", "c", people, "--id", "id", "--region", "GB")).isZero();
      assertThat(answered()).contains("before any evidence").contains("phone").contains(": linked");
      assertThat(link("explain", "a", "b", people, "--id", "id")).isZero();
      assertThat(answered()).contains("not linked");
      assertThat(link("explain", "a", "zz", people, "--id", "id")).isEqualTo(3);
      assertThat(said()).contains("zz");
    }
  }

  @Nested
  class BadInput {

    @ParameterizedTest
    @ValueSource(strings = {"", "id,name\nx,\"never closed\n", "id,id\n1,2\n", ",name\n1,2\n"})
    void whatIsNoListIsRefused(String text) throws IOException {
      refused(3, file("bad.csv", text));
    }

    @Test
    void aRowWithMoreCellsThanHeadingsIsNamed() throws IOException {
      refused(3, file("bad.csv", "name,phone\nA,1\nB,2,3\n"));
      assertThat(said()).contains("line 3").contains("3 cells");
    }

    @Test
    void idsMustBeThereAndUnique() throws IOException {
      Path twice = file("bad.csv", "id,name\n1,A Berg\n1,B Berg\n");
      assertThat(link("dedupe", twice, "--id", "id", "--out", out)).isEqualTo(3);
      assertThat(said()).contains("line 3").contains("unique");
      Path none = file("bad2.csv", "id,name\n ,A Berg\n");
      assertThat(link("dedupe", none, "--id", "id", "--out", out)).isEqualTo(3);
      assertThat(link("dedupe", none, "--id", "nope", "--out", out)).isEqualTo(3);
      assertThat(said()).contains("nope").contains("It has: id, name");
    }

    @Test
    void whatIsMissingIsNamed() {
      refused(3, folder.resolve("nowhere.csv"));
      refused(3, folder);
      assertThat(link("dedupe", people, "--out", folder.resolve("no/such/out.csv"))).isEqualTo(3);
    }

    @Test
    void theInputIsNeverWrittenOver() throws IOException {
      assertThat(link("dedupe", people, "--out", people)).isEqualTo(2);
      assertThat(link("dedupe", people, "--out", out, "--pairs", people)).isEqualTo(2);
      assertThat(Files.readString(people)).isEqualTo(PEOPLE);
    }

    @Test
    void columnsOfOneValueAndOfNoneChangeNothing() throws IOException {
      Path flat =
          file(
              "flat.csv",
              "name,country,city\n" + "Amina Haddad,GB,\n".repeat(3) + "Jonas Berg,GB,\n");
      assertThat(link("dedupe", flat, "--out", out)).isZero();
      assertThat(rows(out)).hasSize(4);
    }

    @Test
    void anotherEncodingAndDelimiterAreFoundOrNamed() throws IOException {
      Path latin = folder.resolve("latin.csv");
      Files.write(
          latin,
          "name;phone\nJosé Peña;07700900188\nPeña José;07700900188\n"
              .getBytes(Charset.forName("windows-1252")));
      assertThat(link("dedupe", latin, "--out", out)).isZero();
      assertThat(column(rows(out), "name")).containsExactly("José Peña", "Peña José");
      assertThat(
              link("dedupe", latin, "--encoding", "windows-1252", "--delimiter", ";", "--out", out))
          .isZero();
    }

    private void refused(int exit, Path file) {
      assertThat(link("dedupe", file, "--out", out)).isEqualTo(exit);
      assertThat(said()).contains(file.getFileName().toString());
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
      assertThat(run(all)).isEqualTo(2);
      assertThat(said()).isNotBlank();
    }
  }

  @Test
  void helpIsAnAnswer() {
    assertThat(link("dedupe", "--help")).isZero();
    assertThat(answered()).contains("Exit codes");
  }

  private int link(Object... words) {
    var all = new ArrayList<String>(List.of("link"));
    for (Object word : words) {
      all.add(word.toString());
    }
    return run(all);
  }

  private int run(List<String> words) {
    answered.reset();
    said.reset();
    PrintStream err = print(said);
    return Clew.run(words, new Terminal(print(answered), err, false), err);
  }

  private static PrintStream print(ByteArrayOutputStream to) {
    return new PrintStream(to, true, UTF_8);
  }

  private String said() {
    return said.toString(UTF_8);
  }

  private String answered() {
    return answered.toString(UTF_8);
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static List<NamedCsvRecord> rows(Path file) throws IOException {
    try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file)) {
      return reader.stream().toList();
    }
  }

  private static List<String> column(List<NamedCsvRecord> rows, String heading) {
    return rows.stream().map(row -> row.getField(heading)).toList();
  }
}
