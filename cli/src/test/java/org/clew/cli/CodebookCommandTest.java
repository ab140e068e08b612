package org.clew.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CodebookCommandTest {

  private static final String COLUMN = "{\"name\": \"sex\", \"values\": [\"F\", \"M\"]}";

  private Shell shell;

  @BeforeEach
  void open(@TempDir Path folder) {
    shell = new Shell(folder);
  }

  private void codebook(String column, String zeros) throws IOException {
    shell.write(
        "book.json",
        """
        {"clew_codebook": 1, "domains": "PUBLIC", "columns": [%s], "structural_zeros": [%s]}
        """
            .formatted(column, zeros));
  }

  private int aggregate() {
    return shell.release(
        "aggregate", "people.csv", "--codebook", "book.json", "--k", 2, "--out", "out.csv");
  }

  @Test
  void itIsSaidWhichCellsMayHaveSeveralValues() throws IOException {
    shell.write("people.csv", "sex,form\nF,a;b\nF,a;c\nM,d;e\n" + "F,f\n".repeat(40));

    assertThat(shell.release("codebook", "people.csv", "--out", "book.json")).isZero();
    assertThat(shell.said()).contains("\"form\" has cells with ; in them");
  }

  @Test
  void aMistakeInTheCodebookIsSaidOfTheCodebook() throws IOException {
    shell.write("people.csv", "sex\nF\nM\n");
    codebook(COLUMN, "{\"sex\": [\"X\"]}");

    assertThat(aggregate()).isEqualTo(3);
    assertThat(shell.said()).contains("book.json: A rule gives").doesNotContain("people.csv");
  }

  @Test
  void aGroupThatIsNoValueIsRefusedWithWhatToDo() throws IOException {
    shell.write("people.csv", "sex\nF\nM\n");
    codebook(COLUMN.replace("}", ", \"groups\": {\"All\": [\"F\"]}}"), "");

    assertThat(aggregate()).isEqualTo(3);
    assertThat(shell.said()).contains("Put the group's name into \"values\"");
  }

  @Test
  void aHeadingThatWouldMoveTheScreenIsSaidWithoutMovingIt() throws IOException {
    shell.write("people.csv", "se\u001b[31mx\nF\n");
    codebook(COLUMN, "");

    assertThat(aggregate()).isEqualTo(3);
    assertThat(shell.said()).contains("se⟨U+001B⟩[31mx").doesNotContain("\u001b");
  }

  @Test
  void anEncodingThatCannotBeRightIsRefused() throws IOException {
    Files.write(
        shell.file("people.csv"), "place\nEspaña\n".getBytes(Charset.forName("windows-1252")));

    assertThat(shell.release("codebook", "people.csv", "--encoding", "utf-8", "--out", "book.json"))
        .isEqualTo(3);
    assertThat(shell.said()).contains("line 2");
  }
}
