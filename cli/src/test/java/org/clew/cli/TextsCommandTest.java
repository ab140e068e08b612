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

class TextsCommandTest {

  private static final String ADS =
      """
      ad,text,city,day
      a1,"Lena, new in Leeds! Sweet like honey from the mountain village. Call 0 7 7 0 0 9 0 0 1 8 8",Leeds,2026-01-03
      a2,"Night shift in the warehouse, bed and transport from wages, ask for Viktor",Hull,2026-01-04
      a3,"MIRA new in York 🍒
      sweet like honey from the mountain village ... call zero two zero seven nine four six 0 one 2 three",York,2026-01-05
      a4,=1+1,,
      a5,,York,2026-01-05
      """;

  @TempDir private Path folder;
  private Path ads = Path.of("");
  private Path out = Path.of("");
  private final ByteArrayOutputStream answered = new ByteArrayOutputStream();
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  @BeforeEach
  void writeTheList() throws IOException {
    ads = file("ads.csv", ADS);
    out = folder.resolve("out.csv");
  }

  @Nested
  class Output {

    @Test
    void everyRowComesOutInItsOrderWithEveryColumnItsClusterAndItsPhones() throws IOException {
      assertThat(texts(ads, "--text", "text", "--id", "ad", "--region", "GB", "--out", out))
          .isZero();
      List<NamedCsvRecord> rows = rows(out);
      assertThat(rows.getFirst().getHeader())
          .containsExactly("ad", "text", "city", "day", "text_cluster", "phones");
      assertThat(column(rows, "ad")).containsExactly("a1", "a2", "a3", "a4", "a5");
      assertThat(column(rows, "text")).isEqualTo(column(rows(ads), "text"));
      assertThat(column(rows, "text_cluster")).containsExactly("a1", "a2", "a1", "a4", "a5");
      assertThat(column(rows, "phones"))
          .containsExactly("+447700900188", "", "+442079460123", "", "");
    }

    @Test
    void withoutAnIdRowsAreKnownByTheirNumber() throws IOException {
      assertThat(texts(ads, "--text", "text", "--out", out)).isZero();
      assertThat(column(rows(out), "text_cluster")).containsExactly("1", "2", "1", "4", "5");
      assertThat(said()).contains("--region").contains("5 texts are 4 clusters");
    }

    @Test
    void eachPhoneIsListedWithItsPlaceAndTheWayItWasRead() throws IOException {
      Path phones = folder.resolve("phones.csv");
      texts(
          ads, "--text", "text", "--id", "ad", "--region", "GB", "--out", out, "--phones", phones);
      NamedCsvRecord phone = rows(phones).get(1);
      assertThat(phone.getField("id")).isEqualTo("a3");
      assertThat(phone.getField("phone")).isEqualTo("+442079460123");
      assertThat(phone.getField("written"))
          .isEqualTo("zero two zero seven nine four six 0 one 2 three");
      assertThat(
              rows(ads)
                  .get(2)
                  .getField("text")
                  .substring(
                      Integer.parseInt(phone.getField("start")),
                      Integer.parseInt(phone.getField("end"))))
          .isEqualTo(phone.getField("written"));
      assertThat(phone.getField("rules")).isEqualTo("digit_words");
      assertThat(phone.getField("standing")).isEqualTo("valid");
      assertThat(rows(phones).getFirst().getField("rules")).isEqualTo("spread");
    }

    @Test
    void clustersSayWhatTheirTextsShareAndWhereTheyWereSeenWhen() throws IOException {
      Path clusters = folder.resolve("clusters.csv");
      Path slots = folder.resolve("slots.csv");
      texts(
          ads,
          "--text",
          "text",
          "--id",
          "ad",
          "--region",
          "GB",
          "--out",
          out,
          "--clusters",
          clusters,
          "--slots",
          slots,
          "--day",
          "day",
          "--place",
          "city");
      List<NamedCsvRecord> rows = rows(clusters);
      assertThat(rows).hasSize(1);
      NamedCsvRecord cluster = rows.getFirst();
      assertThat(cluster.getField("text_cluster")).isEqualTo("a1");
      assertThat(cluster.getField("texts")).isEqualTo("2");
      assertThat(cluster.getField("template"))
          .startsWith("‹1› new in ‹2› Sweet like honey from the mountain village. Call ‹3›");
      assertThat(cluster.getField("phones")).isEqualTo("+442079460123 +447700900188");
      assertThat(cluster.getField("first_day")).isEqualTo("2026-01-03");
      assertThat(cluster.getField("last_day")).isEqualTo("2026-01-05");
      assertThat(cluster.getField("places")).isEqualTo("Leeds; York");
      assertThat(cluster.getField("movement"))
          .isEqualTo("Leeds 2026-01-03 (1) → York 2026-01-05 (1)");
      assertThat(column(rows(slots), "value")).contains("Lena", "Leeds", "MIRA", "York");
      assertThat(rows(slots).getFirst().getField("id")).isEqualTo("a1");
      assertThat(rows(slots).getFirst().getField("slot")).isEqualTo("1");
    }

    @Test
    void theLanguageIsSaidWhereItIsAskedFor() throws IOException {
      assertThat(texts(ads, "--text", "text", "--out", out, "--language")).isZero();
      assertThat(column(rows(out), "language")).containsExactly("en", "en", "en", "", "");
      assertThat(said()).doesNotContain("SLF4J");
    }

    @Test
    void daysThatAreNoneAreCounted() throws IOException {
      Path odd = file("odd.csv", "text,day\nhello you,soon\nHello you!,2026-02-31\n");
      Path clusters = folder.resolve("clusters.csv");
      texts(odd, "--text", "text", "--out", out, "--clusters", clusters, "--day", "day");
      assertThat(said()).contains("In 2 rows the day cannot be read");
      assertThat(rows(clusters).getFirst().getField("first_day")).isEmpty();
    }

    @Test
    void noPhoneIsEverSaid() {
      texts(ads, "--text", "text", "--id", "ad", "--region", "GB", "--out", out);
      assertThat(said() + answered()).doesNotContain("0900").doesNotContain("7946");
    }

    @Test
    void theThreadsChangeNothing() throws IOException {
      Path many = file("many.csv", ADS + ADS.substring(ADS.indexOf('\n') + 1).repeat(900));
      texts(many, "--text", "text", "--region", "GB", "--out", out, "--threads", "1");
      byte[] once = Files.readAllBytes(out);
      texts(many, "--text", "text", "--region", "GB", "--out", out, "--threads", "3");
      assertThat(Files.readAllBytes(out)).isEqualTo(once);
      texts(many, "--text", "text", "--region", "GB", "--out", out, "--seed", "9");
      assertThat(rows(out)).hasSize(5 * 901);
    }

    @Test
    void columnsCalledLikeOursAreRefusedOrRenamed() throws IOException {
      Path twice = file("twice.csv", "text,phones\nhello,7\n");
      assertThat(texts(twice, "--text", "text", "--out", out)).isEqualTo(3);
      assertThat(said()).contains("\"phones\"").contains("--rename");
      assertThat(texts(twice, "--text", "text", "--rename", "--out", out)).isZero();
      assertThat(rows(out).getFirst().getField("input_phones")).isEqualTo("7");
    }
  }

  @Nested
  class BadInput {

    @ParameterizedTest
    @ValueSource(strings = {"", "text\n\"never closed\n", "text,text\n1,2\n", "text\na,b\n"})
    void whatIsNoListIsRefusedAndNothingIsWritten(String content) throws IOException {
      Path bad = file("bad.csv", content);
      assertThat(texts(bad, "--text", "text", "--out", out)).isEqualTo(3);
      assertThat(said()).contains("bad.csv");
      assertThat(folder.toFile().list()).containsExactlyInAnyOrder("ads.csv", "bad.csv");
    }

    @Test
    void aColumnThatIsNotThereIsNamed() {
      assertThat(texts(ads, "--text", "body", "--out", out)).isEqualTo(3);
      assertThat(said()).contains("\"body\"").contains("ad, text, city, day");
    }

    @Test
    void idsMustBeThereAndUnique() throws IOException {
      Path twice = file("twice.csv", "id,text\n1,a\n1,b\n");
      assertThat(texts(twice, "--text", "text", "--id", "id", "--out", out)).isEqualTo(3);
      assertThat(said()).contains("line 3").contains("unique");
    }

    @Test
    void theInputIsNeverWrittenOver() throws IOException {
      assertThat(texts(ads, "--text", "text", "--out", ads)).isEqualTo(2);
      assertThat(texts(ads, "--text", "text", "--out", out, "--phones", ads)).isEqualTo(2);
      assertThat(texts(ads, "--text", "text", "--out", out, "--phones", out)).isEqualTo(2);
      assertThat(Files.readString(ads)).isEqualTo(ADS);
    }

    @Test
    void anotherEncodingAndDelimiterAreFoundOrNamed() throws IOException {
      Path latin = folder.resolve("latin.csv");
      Files.write(
          latin,
          "n;text\n1;Señorita recién llegada\n2;señorita recien llegada\n"
              .getBytes(Charset.forName("windows-1252")));
      assertThat(texts(latin, "--text", "text", "--out", out)).isZero();
      assertThat(column(rows(out), "text_cluster")).containsExactly("1", "1");
      assertThat(
              texts(
                  latin,
                  "--text",
                  "text",
                  "--encoding",
                  "windows-1252",
                  "--delimiter",
                  ";",
                  "--out",
                  out))
          .isZero();
    }

    @Test
    void aCellOfTenMillionCharactersIsRead() throws IOException {
      Path large = file("large.csv", "text\n" + "honey 5 ".repeat(1_250_000) + "\nhello\n");
      assertThat(texts(large, "--text", "text", "--region", "US", "--out", out)).isZero();
      assertThat(column(rows(out), "text_cluster")).containsExactly("1", "2");
    }

    @Test
    void whoStopsItGetsNothingHalfWritten() {
      var terminal = new Terminal(print(answered), print(said), false);
      terminal.stop();
      List<String> words =
          List.of("link", "texts", ads.toString(), "--text", "text", "--out", out.toString());
      assertThat(Clew.run(words, terminal, print(said))).isEqualTo(4);
      assertThat(folder.toFile().list()).containsExactly("ads.csv");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ads.csv",
        "ads.csv --text text",
        "ads.csv --out x.csv",
        "ads.csv ads.csv --text text --out x.csv",
        "ads.csv --text text --out x.csv --threads 0",
        "ads.csv --text text --out x.csv --seed often",
        "ads.csv --text text --out x.csv --region Mars",
        "ads.csv --text text --out x.csv --threshold 3"
      })
  void wrongUseIsToldWithExitCodeTwo(String words) {
    List<String> all = new ArrayList<>(List.of("link", "texts"));
    for (String word : words.split(" ", -1)) {
      if (!word.isEmpty()) {
        all.add(word.equals("ads.csv") ? ads.toString() : word);
      }
    }
    assertThat(run(all)).isEqualTo(2);
    assertThat(said()).isNotBlank();
  }

  private int texts(Object... words) {
    var all = new ArrayList<String>(List.of("link", "texts"));
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
