package org.clew.cli;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A list is linked again: who was known under an id is known under it still, and what changed is
/// said.
class LinkPreviousTest {

  private static final String PEOPLE =
      """
      id,name,phone,born
      a,Amina Haddad,07700 900188,1990-02-03
      b,Jonas Berg,07700 900222,1985-11-30
      c,AMINA HADAD,+44 7700 900188,1990-02-03
      d,Rosa Quispe,07700 900333,2001-01-01
      e,Karim Nasser,07700 900444,1979-06-21
      """;

  @TempDir private Path folder;
  private Shell shell = new Shell(Path.of(""));

  @BeforeEach
  void linkForTheFirstTime() throws IOException {
    shell = new Shell(folder);
    shell.write("people.csv", PEOPLE);
    assertThat(link("people.csv", "old.csv")).isZero();
    assertThat(shell.column("old.csv", "entity_id")).containsExactly("a", "b", "a", "d", "e");
  }

  private int link(String list, String out, String... more) {
    List<Object> words = new ArrayList<>(List.of("dedupe", list, "--id", "id", "--region", "GB"));
    words.addAll(List.of("--out", out));
    words.addAll(List.of(more));
    return shell.link(words.toArray());
  }

  private int linkAgain(String list, String... more) {
    List<String> words = new ArrayList<>(List.of("--previous", "old.csv"));
    words.addAll(List.of("--events", "events.csv"));
    words.addAll(List.of(more));
    return link(list, "new.csv", words.toArray(String[]::new));
  }

  private List<String> events() throws IOException {
    List<String> out = new ArrayList<>();
    for (NamedCsvRecord row : shell.rows("events.csv")) {
      out.add(String.join(",", row.getFields()));
    }
    return out;
  }

  @Test
  void theSameListKeepsEveryIdWhateverTheOrderOfItsRows() throws IOException {
    List<String> lines = new ArrayList<>(PEOPLE.lines().toList().reversed());
    lines.addFirst(lines.removeLast());
    shell.write("turned.csv", String.join("\n", lines));
    assertThat(linkAgain("turned.csv")).isZero();
    assertThat(shell.column("new.csv", "entity_id")).containsExactly("e", "d", "a", "b", "a");
    assertThat(events())
        .containsExactly("1,same,e,e,1", "2,same,d,d,1", "3,same,a,a,2", "4,same,b,b,1");
    assertThat(shell.said()).contains("0 new, 4 go on, 0 merged");
  }

  @Test
  void whatIsMergedAndSplitAndNewAndGoneIsSaid() throws IOException {
    shell.write("one.csv", "left_id,right_id,verdict\nb,d,SAME\n");
    shell.write("other.csv", "left_id,right_id,verdict\na,c,DIFFERENT\n");
    shell.write(
        "later.csv",
        PEOPLE.replace("e,Karim Nasser,07700 900444,1979-06-21\n", "")
            + "f,Lena Vogt,07700 900555,1999-09-09\n");
    assertThat(linkAgain("later.csv", "--judgements", "one.csv", "--judgements", "other.csv"))
        .isZero();
    assertThat(shell.column("new.csv", "entity_id")).containsExactly("a", "b", "c", "b", "f");
    assertThat(events())
        .containsExactly(
            "1,split,a,a,1",
            "1,split,a,c,1",
            "2,gone,e,,1",
            "3,merged,b,b,1",
            "3,merged,d,b,1",
            "4,new,,f,1");
    assertThat(shell.said()).contains("1 new, 0 go on, 1 merged of several, 1 split, 1 gone.");
  }

  @Test
  void anIdThatIsInUseIsGivenToNoOther() throws IOException {
    shell.write("old.csv", "id,entity_id\na,c\nb,c\nc,c\nd,a\ne,e\n");
    shell.write("judged.csv", "left_id,right_id,verdict\na,b,SAME\na,c,DIFFERENT\n");
    assertThat(linkAgain("people.csv", "--judgements", "judged.csv")).isZero();
    assertThat(shell.column("new.csv", "entity_id")).containsExactly("c", "c", "c-2", "a", "e");
  }

  @Test
  void theFileMayHaveOtherColumnsAndBeWrittenInAnyWay() throws IOException {
    Files.write(
        folder.resolve("old.csv"),
        "entity_id;größe;id\nx;1;a\nx;1;c\ny;2;b\n"
            .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
    assertThat(linkAgain("people.csv")).isZero();
    assertThat(shell.column("new.csv", "entity_id")).containsExactly("x", "y", "x", "d", "e");
  }

  @Test
  void whatIsNoSuchFileIsRefusedAndNothingIsWritten() throws IOException {
    for (String wrong :
        List.of(
            "id,name\na,x\n",
            "row,entity_id\na,x\n",
            "id,entity_id\na,x\na,y\n",
            "id,entity_id\ngone,x\ngone,x\n",
            "id,entity_id\n,x\n",
            "id,entity_id\na,\n",
            "")) {
      shell.write("old.csv", wrong);
      assertThat(linkAgain("people.csv")).as(wrong).isEqualTo(3);
      assertThat(shell.said()).contains("old.csv");
      assertThat(shell.names()).doesNotContain("new.csv", "events.csv");
    }
  }

  @Test
  void saysWhatItNeeds() {
    assertThat(shell.link("dedupe", "people.csv", "--previous", "old.csv", "--out", "new.csv"))
        .isEqualTo(2);
    assertThat(shell.said()).contains("--id");
    assertThat(link("people.csv", "new.csv", "--events", "events.csv")).isEqualTo(2);
    assertThat(shell.said()).contains("--previous");
    assertThat(link("people.csv", "old.csv", "--previous", "old.csv")).isEqualTo(2);
    assertThat(shell.said()).contains("elsewhere");
  }
}
