package org.clew.cli;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `--review` out, `--judgements` in: what a person is asked, and what the answer does.
class LinkReviewTest {

  @TempDir private Path folder;
  private Shell shell = new Shell(Path.of(""));

  @BeforeEach
  void writeTheList() throws IOException {
    shell = new Shell(folder);
    shell.write(
        "people.csv",
        """
        id,name,phone
        a,Amina Haddad,07700 900188
        b,Jonas Berg,07700 900222
        c,=AMINA HADAD,+44 7700 900188
        d,Rosa Quispe,07700 900333
        e,Rosa Quispe,07700 900999
        """);
  }

  private int link(String... more) {
    Object[] words = new Object[more.length + 6];
    Object[] first = {"dedupe", "people.csv", "--id=id", "--region=GB", "--out", "out.csv"};
    System.arraycopy(first, 0, words, 0, first.length);
    System.arraycopy(more, 0, words, first.length, more.length);
    return shell.link(words);
  }

  @Test
  void asksAboutPairsInTheShapeInWhichJudgementsAreRead() throws IOException {
    assertThat(link("--review", "review.csv")).isZero();
    List<NamedCsvRecord> rows = shell.rows("review.csv");
    assertThat(rows.getFirst().getHeader())
        .startsWith("left_id", "right_id", "verdict", "by", "when", "why");
    assertThat(rows)
        .anySatisfy(
            row -> {
              assertThat(row.getField("left_id")).isEqualTo("d");
              assertThat(row.getField("right_id")).isEqualTo("e");
              assertThat(row.getField("verdict")).isEmpty();
              assertThat(row.getField("left")).isEqualTo("name: Rosa Quispe; phone: 07700 900333");
            });
    assertThat(shell.said()).contains("worth a judgement").contains("review.csv");
  }

  @Test
  void aFileThatWasFilledInGoesBackInAndIsNotAskedAgain() throws IOException {
    link("--review", "review.csv");
    assertThat(shell.column("out.csv", "entity_id")).containsExactly("a", "b", "a", "d", "e");
    String filled =
        shell.read("review.csv").replace("d,e,,,,", "d,e,same,Ana,2026-11-25,\"her, twice\"");
    shell.write("judged.csv", filled);
    assertThat(link("--judgements", "judged.csv", "--review", "next.csv")).isZero();
    assertThat(shell.column("out.csv", "entity_id")).containsExactly("a", "b", "a", "d", "d");
    NamedCsvRecord kept = shell.rows("next.csv").getFirst();
    assertThat(kept.getField("verdict")).isEqualTo("SAME");
    assertThat(kept.getField("by")).isEqualTo("Ana");
    assertThat(kept.getField("when")).isEqualTo("2026-11-25");
    assertThat(kept.getField("why")).isEqualTo("her, twice");
    List<NamedCsvRecord> rows = shell.rows("next.csv");
    assertThat(rows.subList(1, rows.size()))
        .noneMatch(
            row -> row.getField("left_id").equals("d") && row.getField("right_id").equals("e"));
  }

  @Test
  void judgementsOfRowsThatAreNotHereAreKept() throws IOException {
    shell.write("judged.csv", "left_id,right_id,verdict,by\nx,y,UNSURE,Ana\na,c,DIFFERENT,Bo\n");
    assertThat(link("--judgements", "judged.csv", "--review", "next.csv")).isZero();
    assertThat(shell.said()).contains("1 judgements bind; 1 are of rows that are not here");
    assertThat(shell.column("next.csv", "left_id")).startsWith("x", "a");
    assertThat(shell.column("next.csv", "by")).startsWith("Ana", "Bo");
    assertThat(shell.column("out.csv", "entity_id")).containsExactly("a", "b", "c", "d", "e");
  }

  @Test
  void aVerdictThatIsNoneIsRefused() throws IOException {
    shell.write("judged.csv", "left_id,right_id,verdict\na,b,\na,c,MAYBE\n");
    assertThat(link("--judgements", "judged.csv")).isEqualTo(3);
    assertThat(shell.said()).contains("line 3").contains("empty where nobody judged yet");
    shell.write("judged.csv", "left_id,verdict\na,SAME\n");
    assertThat(link("--judgements", "judged.csv")).isEqualTo(3);
    assertThat(shell.said()).contains("right_id");
    assertThat(shell.file("out.csv")).doesNotExist();
  }

  @Test
  void judgementsAreNeverWrittenOver() throws IOException {
    shell.write("judged.csv", "left_id,right_id,verdict\na,b,SAME\n");
    assertThat(link("--judgements", "judged.csv", "--review", "judged.csv")).isEqualTo(2);
    assertThat(shell.read("judged.csv")).startsWith("left_id,right_id,verdict\na,b");
  }
}
