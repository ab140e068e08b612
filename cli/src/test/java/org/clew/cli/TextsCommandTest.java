package org.clew.cli;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
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
  private Shell shell = new Shell(Path.of(""));

  @BeforeEach
  void writeTheList() throws IOException {
    shell = new Shell(folder);
    ads = shell.write("ads.csv", ADS);
    out = folder.resolve("out.csv");
  }

  @Nested
  class Output {

    @Test
    void everyRowComesOutInItsOrderWithEveryColumnItsClusterAndItsPhones() throws IOException {
      assertThat(texts(ads, "--text", "text", "--id", "ad", "--region", "GB", "--out", out))
          .isZero();
      List<NamedCsvRecord> rows = Shell.rows(out);
      assertThat(rows.getFirst().getHeader())
          .containsExactly("ad", "text", "city", "day", "text_cluster", "phones");
      assertThat(Shell.column(rows, "ad")).containsExactly("a1", "a2", "a3", "a4", "a5");
      assertThat(Shell.column(rows, "text")).isEqualTo(Shell.column(Shell.rows(ads), "text"));
      assertThat(Shell.column(rows, "text_cluster")).containsExactly("a1", "a2", "a1", "a4", "a5");
      assertThat(Shell.column(rows, "phones"))
          .containsExactly("+447700900188", "", "+442079460123", "", "");
    }

    @Test
    void withoutAnIdRowsAreKnownByTheirNumber() throws IOException {
      assertThat(texts(ads, "--text", "text", "--out", out)).isZero();
      assertThat(Shell.column(Shell.rows(out), "text_cluster"))
          .containsExactly("1", "2", "1", "4", "5");
      assertThat(shell.said()).contains("--region").contains("5 texts are 4 clusters");
    }

    @Test
    void eachPhoneIsListedWithItsPlaceAndTheWayItWasRead() throws IOException {
      Path phones = folder.resolve("phones.csv");
      texts(
          ads, "--text", "text", "--id", "ad", "--region", "GB", "--out", out, "--phones", phones);
      NamedCsvRecord phone = Shell.rows(phones).get(1);
      assertThat(phone.getField("id")).isEqualTo("a3");
      assertThat(phone.getField("phone")).isEqualTo("+442079460123");
      assertThat(phone.getField("written"))
          .isEqualTo("zero two zero seven nine four six 0 one 2 three");
      assertThat(
              Shell.rows(ads)
                  .get(2)
                  .getField("text")
                  .substring(
                      Integer.parseInt(phone.getField("start")),
                      Integer.parseInt(phone.getField("end"))))
          .isEqualTo(phone.getField("written"));
      assertThat(phone.getField("rules")).isEqualTo("digit_words");
      assertThat(phone.getField("standing")).isEqualTo("valid");
      assertThat(Shell.rows(phones).getFirst().getField("rules")).isEqualTo("spread");
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
      List<NamedCsvRecord> rows = Shell.rows(clusters);
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
      assertThat(Shell.column(Shell.rows(slots), "value"))
          .contains("Lena", "Leeds", "MIRA", "York");
      assertThat(Shell.rows(slots).getFirst().getField("id")).isEqualTo("a1");
      assertThat(Shell.rows(slots).getFirst().getField("slot")).isEqualTo("1");
    }

    @Test
    void theLanguageIsSaidWhereItIsAskedFor() throws IOException {
      assertThat(texts(ads, "--text", "text", "--out", out, "--language")).isZero();
      assertThat(Shell.column(Shell.rows(out), "language"))
          .containsExactly("en", "en", "en", "", "");
      assertThat(shell.said()).doesNotContain("SLF4J");
    }

    @Test
    void daysThatAreNoneAreCounted() throws IOException {
      Path odd = shell.write("odd.csv", "text,day\nhello you,soon\nHello you!,2026-02-31\n");
      Path clusters = folder.resolve("clusters.csv");
      texts(odd, "--text", "text", "--out", out, "--clusters", clusters, "--day", "day");
      assertThat(shell.said()).contains("In 2 rows the day cannot be read");
      assertThat(Shell.rows(clusters).getFirst().getField("first_day")).isEmpty();
    }

    @Test
    void noPhoneIsEverSaid() {
      texts(ads, "--text", "text", "--id", "ad", "--region", "GB", "--out", out);
      assertThat(shell.said() + shell.answered()).doesNotContain("0900").doesNotContain("7946");
    }

    @Test
    void theThreadsChangeNothing() throws IOException {
      Path many = shell.write("many.csv", ADS + ADS.substring(ADS.indexOf('\n') + 1).repeat(900));
      texts(many, "--text", "text", "--region", "GB", "--out", out, "--threads", "1");
      byte[] once = Files.readAllBytes(out);
      texts(many, "--text", "text", "--region", "GB", "--out", out, "--threads", "3");
      assertThat(Files.readAllBytes(out)).isEqualTo(once);
      texts(many, "--text", "text", "--region", "GB", "--out", out, "--seed", "9");
      assertThat(Shell.rows(out)).hasSize(5 * 901);
    }

    @Test
    void columnsCalledLikeOursAreRefusedOrRenamed() throws IOException {
      Path twice = shell.write("twice.csv", "text,phones\nhello,7\n");
      assertThat(texts(twice, "--text", "text", "--out", out)).isEqualTo(3);
      assertThat(shell.said()).contains("\"phones\"").contains("--rename");
      assertThat(texts(twice, "--text", "text", "--rename", "--out", out)).isZero();
      assertThat(Shell.rows(out).getFirst().getField("input_phones")).isEqualTo("7");
    }
  }

  @Nested
  class BadInput {

    @ParameterizedTest
    @ValueSource(strings = {"", "text\n\"never closed\n", "text,text\n1,2\n", "text\na,b\n"})
    void whatIsNoListIsRefusedAndNothingIsWritten(String content) throws IOException {
      Path bad = shell.write("bad.csv", content);
      assertThat(texts(bad, "--text", "text", "--out", out)).isEqualTo(3);
      assertThat(shell.said()).contains("bad.csv");
      assertThat(folder.toFile().list()).containsExactlyInAnyOrder("ads.csv", "bad.csv");
    }

    @Test
    void aColumnThatIsNotThereIsNamed() {
      assertThat(texts(ads, "--text", "body", "--out", out)).isEqualTo(3);
      assertThat(shell.said()).contains("\"body\"").contains("ad, text, city, day");
    }

    @Test
    void idsMustBeThereAndUnique() throws IOException {
      Path twice = shell.write("twice.csv", "id,text\n1,a\n1,b\n");
      assertThat(texts(twice, "--text", "text", "--id", "id", "--out", out)).isEqualTo(3);
      assertThat(shell.said()).contains("line 3").contains("unique");
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
      assertThat(Shell.column(Shell.rows(out), "text_cluster")).containsExactly("1", "1");
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
      Path large = shell.write("large.csv", "text\n" + "honey 5 ".repeat(1_250_000) + "\nhello\n");
      assertThat(texts(large, "--text", "text", "--region", "US", "--out", out)).isZero();
      assertThat(Shell.column(Shell.rows(out), "text_cluster")).containsExactly("1", "2");
    }

    @Test
    void whoStopsItGetsNothingHalfWritten() {
      List<String> words =
          List.of("link", "texts", ads.toString(), "--text", "text", "--out", out.toString());
      assertThat(shell.stopped(words)).isEqualTo(4);
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
    assertThat(shell.run(all)).isEqualTo(2);
    assertThat(shell.said()).isNotBlank();
  }

  private int texts(Object... words) {
    return shell.link(Stream.concat(Stream.of("texts"), Arrays.stream(words)).toArray());
  }
}
