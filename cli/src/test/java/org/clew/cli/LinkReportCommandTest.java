package org.clew.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `--report`: the run as a page.
class LinkReportCommandTest {

  @TempDir private Path folder;
  private Shell shell = new Shell(Path.of(""));

  @BeforeEach
  void writeTheLists() throws IOException {
    shell = new Shell(folder);
    shell.write("ours.csv", "id,name,phone\na,Amina Haddad,07700900188\nb,محمد حداد,07700900222\n");
    shell.write("theirs.csv", "id,name,phone\nx,Haddad Amina,07700900188\ny,Jo Bo,07700900999\n");
  }

  private int report(String command, String... more) {
    var words = new ArrayList<Object>(List.of(command, "ours.csv", "theirs.csv", "--id=id"));
    words.addAll(List.of("--out", "out.csv", "--report", "r.html"));
    words.addAll(List.of(more));
    return shell.link(words.toArray());
  }

  @Test
  void isWrittenBesideTheRowsAndIsTheSameEachTime() throws IOException {
    assertThat(report("dedupe")).isZero();
    String page = shell.read("r.html");
    assertThat(page)
        .startsWith("<!doctype html>")
        .contains("ours.csv, theirs.csv")
        .contains("Amina Haddad")
        .contains("محمد حداد")
        .contains("Arabic");
    assertThat(report("dedupe")).isZero();
    assertThat(shell.read("r.html")).isEqualTo(page);
  }

  @Test
  void betweenHasOneToo() throws IOException {
    assertThat(report("between")).isZero();
    assertThat(shell.read("r.html")).contains("4 rows are taken to be <strong>3 entities</strong>");
  }

  @Test
  void withoutValuesItHoldsNoCellAndNoId() throws IOException {
    assertThat(report("dedupe", "--report-without-values")).isZero();
    assertThat(shell.read("r.html"))
        .contains("row 1")
        .doesNotContain("Amina")
        .doesNotContain("07700900188");
  }

  @Test
  void itsPlaceIsItsOwn() {
    assertThat(shell.link("dedupe", "ours.csv", "--out", "out.csv", "--report", "out.csv"))
        .isEqualTo(2);
    assertThat(shell.link("dedupe", "ours.csv", "--out", "out.csv", "--report", "ours.csv"))
        .isEqualTo(2);
    assertThat(shell.link("dedupe", "ours.csv", "--out", "out.csv", "--report-without-values"))
        .isEqualTo(2);
    assertThat(shell.file("out.csv")).doesNotExist();
  }
}
