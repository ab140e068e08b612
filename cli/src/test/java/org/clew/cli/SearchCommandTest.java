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

class SearchCommandTest {

  private static final String NOTES =
      """
      id,note,place
      n1,The canteen serves rice and fish on Fridays.,Hull
      n2,"When we arrived, the manager collected our identity papers and locked them up.",Leeds
      n3,=1+1,
      n4,   ,York
      n5,"When we arrived, the manager collected our identity papers and locked them up.",York
      n6,<script>alert(1)</script> the weather was fine,
      """;

  private static final String ASKED = "passports withheld by the employer";

  @TempDir private Path folder;
  private Path notes = Path.of("");
  private Path out = Path.of("");
  private Shell shell = new Shell(Path.of(""));

  @BeforeEach
  void writeTheList() throws IOException {
    shell = new Shell(folder);
    notes = shell.write("notes.csv", NOTES);
    out = folder.resolve("out.csv");
  }

  @Nested
  class Output {

    @Test
    void theNearestRowsComeFirstWithEveryColumnAndTheirPassage() throws IOException {
      assertThat(search(notes, ASKED, "--most", "3")).isZero();
      List<NamedCsvRecord> rows = Shell.rows(out);
      assertThat(rows.getFirst().getHeader())
          .containsExactly(
              "id", "note", "place", "meaning_rank", "meaning_similarity", "meaning_passage");
      assertThat(Shell.column(rows, "meaning_rank")).containsExactly("1", "2", "3");
      assertThat(Shell.column(rows, "id")).startsWith("n2", "n5");
      assertThat(rows.getFirst().getField("meaning_passage"))
          .isEqualTo(rows.getFirst().getField("note"));
      assertThat(rows.getFirst().getField("place")).isEqualTo("Leeds");
      assertThat(rows)
          .allSatisfy(
              row -> assertThat(row.getField("meaning_similarity")).matches("-?[01]\\.\\d{4}"));
    }

    @Test
    void equallyNearRowsStandInTheirOrder() throws IOException {
      search(notes, ASKED);
      List<NamedCsvRecord> rows = Shell.rows(out);
      assertThat(rows.get(0).getField("meaning_similarity"))
          .isEqualTo(rows.get(1).getField("meaning_similarity"));
      assertThat(Shell.column(rows, "id").subList(0, 2)).containsExactly("n2", "n5");
    }

    @Test
    void rowsWithoutATextArePassedOverAndCounted() throws IOException {
      search(notes, ASKED);
      assertThat(Shell.column(Shell.rows(out), "id"))
          .containsExactlyInAnyOrder("n1", "n2", "n3", "n5", "n6");
      assertThat(shell.said())
          .contains("Of 5 texts the 5 nearest")
          .contains("no finding")
          .contains("1 rows without a text");
    }

    @Test
    void textsAndQuestionsInOtherLanguagesAreToldOf() throws IOException {
      Path list =
          shell.write(
              "two.csv",
              """
              note
              Wir wurden nie bezahlt und der Chef hat unsere Pässe eingeschlossen.
              We were never paid and the boss has locked our passports away.
              """);
      search(list, ASKED);
      assertThat(shell.said()).contains("1 texts seem to be in other languages");
      assertThat(shell.said()).doesNotContain("question");
      assertThat(Shell.column(Shell.rows(out), "note").getFirst()).startsWith("We were");
      search(list, "el patrón se ha quedado con los pasaportes de los trabajadores");
      assertThat(shell.said()).contains("question seems to be in another language");
    }

    @Test
    void cellsComeOutAsTheyCameAndThePassageIsNoFormula() throws IOException {
      search(notes, ASKED);
      NamedCsvRecord sum =
          Shell.rows(out).stream()
              .filter(row -> row.getField("id").equals("n3"))
              .findFirst()
              .orElseThrow();
      assertThat(sum.getField("note")).isEqualTo("=1+1");
      assertThat(sum.getField("meaning_passage")).isEqualTo("'=1+1");
      assertThat(Files.readString(out)).contains("<script>alert(1)</script> the weather was fine");
    }

    @Test
    void theThreadsChangeNothing() throws IOException {
      var many = new StringBuilder("note\n");
      for (int i = 0; i < 150; i++) {
        many.append("Worker ").append(i).append(" was paid ").append(i * i).append(" euros\n");
      }
      Path list = shell.write("many.csv", many.toString());
      search(list, "low wages", "--threads", "1");
      byte[] once = Files.readAllBytes(out);
      search(list, "low wages", "--threads", "3");
      assertThat(Files.readAllBytes(out)).isEqualTo(once);
      assertThat(Shell.rows(out)).hasSize(50);
    }

    @Test
    void nothingOfATextIsSaid() {
      search(notes, ASKED);
      assertThat(shell.said() + shell.answered()).doesNotContain("papers").doesNotContain("Leeds");
    }

    @Test
    void columnsCalledLikeOursAreRefusedOrRenamed() throws IOException {
      Path twice = shell.write("twice.csv", "note,meaning_rank\nhello,7\n");
      assertThat(search(twice, "greeting")).isEqualTo(3);
      assertThat(shell.said()).contains("\"meaning_rank\"").contains("--rename");
      assertThat(search(twice, "greeting", "--rename")).isZero();
      assertThat(Shell.rows(out).getFirst().getField("input_meaning_rank")).isEqualTo("7");
    }

    @Test
    void theModelsLibraryIsNotLeftBehind() throws IOException {
      List<Path> before = unpacked();
      search(notes, ASKED);
      assertThat(unpacked()).isSubsetOf(before);
    }

    private static List<Path> unpacked() throws IOException {
      try (Stream<Path> all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
        return all.filter(each -> each.getFileName().toString().startsWith("onnxruntime-java"))
            .toList();
      }
    }
  }

  @Nested
  class BadInput {

    @ParameterizedTest
    @ValueSource(strings = {"", "note\n\"never closed\n", "note,note\n1,2\n", "note\na,b\n"})
    void whatIsNoListIsRefusedAndNothingIsWritten(String content) throws IOException {
      Path bad = shell.write("bad.csv", content);
      assertThat(search(bad, ASKED)).isEqualTo(3);
      assertThat(shell.said()).contains("bad.csv");
      assertThat(folder.toFile().list()).containsExactlyInAnyOrder("notes.csv", "bad.csv");
    }

    @Test
    void aColumnThatIsNotThereIsNamed() {
      assertThat(
              shell.link(
                  "search", notes, "--text", "body", "--for", ASKED, "--out", out.toString()))
          .isEqualTo(3);
      assertThat(shell.said()).contains("\"body\"").contains("id, note, place");
    }

    @Test
    void theInputIsNeverWrittenOver() throws IOException {
      assertThat(shell.link("search", notes, "--text", "note", "--for", ASKED, "--out", notes))
          .isEqualTo(2);
      assertThat(Files.readString(notes)).isEqualTo(NOTES);
    }

    @Test
    void aListOfHeadingsAloneGivesHeadingsAlone() throws IOException {
      Path none = shell.write("none.csv", "note\n");
      assertThat(search(none, ASKED)).isZero();
      assertThat(Shell.rows(out)).isEmpty();
      assertThat(shell.said()).contains("Of 0 texts");
    }

    @Test
    void rowsThatEndBeforeTheTextHaveNone() throws IOException {
      Path ragged = shell.write("ragged.csv", "id,note\n1\n2,the passports are gone\n");
      assertThat(search(ragged, ASKED)).isZero();
      assertThat(Shell.column(Shell.rows(out), "id")).containsExactly("2");
    }

    @Test
    void anotherEncodingAndDelimiterAreFoundOrNamed() throws IOException {
      Path latin = folder.resolve("latin.csv");
      Files.write(
          latin, "n;note\n1;The café keeps passports\n".getBytes(Charset.forName("windows-1252")));
      assertThat(search(latin, ASKED)).isZero();
      assertThat(Shell.column(Shell.rows(out), "note")).containsExactly("The café keeps passports");
      assertThat(search(latin, ASKED, "--encoding", "windows-1252", "--delimiter", ";")).isZero();
    }

    @Test
    void aCellOfTenMegabytesIsReadUpToItsThirtiethPageAndThatIsSaid() throws IOException {
      Path large = shell.write("large.csv", "note\n" + "honey 5 ".repeat(1_250_000) + "\nhello\n");
      assertThat(search(large, "greeting")).isZero();
      assertThat(Shell.rows(out)).hasSize(2);
      assertThat(shell.said()).contains("1 long texts").contains("20,000 word pieces");
    }

    @Test
    void whoStopsItGetsNothingHalfWritten() {
      List<String> words =
          List.of("link", "search", notes.toString(), "--text", "note", "--for", ASKED);
      List<String> all = new ArrayList<>(words);
      all.addAll(List.of("--out", out.toString()));
      assertThat(shell.stopped(all)).isEqualTo(4);
      assertThat(folder.toFile().list()).containsExactly("notes.csv");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "\u200b", "ねえ🍒"})
  void aQuestionWithoutWordsOfEnglishIsWrongUse(String asked) {
    assertThat(search(notes, asked)).isEqualTo(2);
    assertThat(shell.said()).contains("English");
    assertThat(folder.toFile().list()).containsExactly("notes.csv");
  }

  @Test
  void aQuestionOfAPageIsTooLong() {
    assertThat(search(notes, "word ".repeat(300))).isEqualTo(2);
    assertThat(shell.said()).contains("too long");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "notes.csv",
        "notes.csv --text note --out x.csv",
        "notes.csv --for word --out x.csv",
        "notes.csv --for word --text note",
        "notes.csv --for word two --text note --out x.csv",
        "notes.csv --for word --text note --out x.csv --most 0",
        "notes.csv --for word --text note --out x.csv --most few",
        "notes.csv --for word --text note --out x.csv --threads 0",
        "notes.csv --for word --text note --out x.csv --id id"
      })
  void wrongUseIsToldWithExitCodeTwo(String words) {
    List<String> all = new ArrayList<>(List.of("link", "search"));
    for (String word : words.split(" ", -1)) {
      if (!word.isEmpty()) {
        all.add(word.equals("notes.csv") ? notes.toString() : word);
      }
    }
    assertThat(shell.run(all)).isEqualTo(2);
    assertThat(shell.said()).isNotBlank();
  }

  private int search(Path file, String asked, Object... more) {
    return shell.link(
        Stream.concat(
                Stream.of("search", file, "--text", "note", "--for", asked, "--out", out),
                Arrays.stream(more))
            .toArray());
  }
}
