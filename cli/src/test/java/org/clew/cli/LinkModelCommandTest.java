package org.clew.cli;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// `--model`: what is learned is kept in a file, and used again.
class LinkModelCommandTest {

  private static final String PEOPLE =
      """
      id,name,phone,Q7
      a,Amina Haddad,07700 900188,1990-02-03
      b,Jonas Berg,07700 900222,1985-11-30
      c,AMINA HADAD,+44 7700 900188,1990-02-03
      d,Rosa Quispe,07700 900333,2001-01-01
      """;

  @TempDir private Path folder;
  private Shell shell = new Shell(Path.of(""));

  @BeforeEach
  void learn() throws IOException {
    shell = new Shell(folder);
    shell.write("people.csv", PEOPLE);
    assertThat(
            shell.link(
                "dedupe",
                "people.csv",
                "--id=id",
                "--region=GB",
                "--column=Q7=BIRTH_DATE",
                "--out",
                "first.csv",
                "--model",
                "model.json"))
        .isZero();
  }

  @Test
  void isWrittenWhereThereIsNone() throws IOException {
    assertThat(shell.said()).contains("model.json");
    assertThat(shell.read("model.json"))
        .contains("\"clew_link_model\": 1")
        .contains("\"region\": \"GB\"")
        .contains("\"headings\": [\"Q7\"]")
        .doesNotContain("Haddad")
        .doesNotContain("900188");
  }

  @Test
  void isReadWhereItIsAndKnowsTheColumnsAndTheRegion() throws IOException {
    String before = shell.read("model.json");
    assertThat(
            shell.link(
                "dedupe", "people.csv", "--id=id", "--out", "again.csv", "--model", "model.json"))
        .isZero();
    assertThat(shell.said()).contains("Q7 as BIRTH_DATE").contains("learned before");
    assertThat(shell.read("again.csv")).isEqualTo(shell.read("first.csv"));
    assertThat(shell.read("model.json")).isEqualTo(before);
  }

  @Test
  void explainsWithTheSameFigures() {
    shell.link("explain", "a", "c", "people.csv", "--id=id", "--model", "model.json");
    String with = shell.answered();
    shell.link(
        "explain", "a", "c", "people.csv", "--id=id", "--region=GB", "--column=Q7=BIRTH_DATE");
    assertThat(with).isEqualTo(shell.answered()).contains("birth date");
  }

  @Test
  void columnsItDoesNotKnowAreLeftOut() throws IOException {
    shell.write("more.csv", "id,name,phone,Q7,city\ne,Amina Haddad,07700900188,1990-02-03,Leeds\n");
    assertThat(
            shell.link(
                "dedupe", "more.csv", "--id=id", "--out", "out.csv", "--model", "model.json"))
        .isZero();
    assertThat(shell.said()).doesNotContain("city as");
    assertThat(shell.column("out.csv", "city")).containsExactly("Leeds");
  }

  @Test
  void columnsThatDoNotFitAreRefused() throws IOException {
    shell.write("other.csv", "id,name,email\na,Amina Haddad,a@example.org\n");
    assertThat(
            shell.link(
                "dedupe", "other.csv", "--id=id", "--out", "out.csv", "--model", "model.json"))
        .isEqualTo(3);
    assertThat(shell.said())
        .contains("model.json does not fit")
        .contains("phone as PHONE")
        .contains("email as EMAIL");
    assertThat(shell.file("out.csv")).doesNotExist();
  }

  @Test
  void aColumnThatIsCalledOtherwiseHereFitsByItsKind() throws IOException {
    shell.write("other.csv", PEOPLE.replace("phone", "mobile"));
    assertThat(
            shell.link(
                "dedupe", "other.csv", "--id=id", "--out", "out.csv", "--model", "model.json"))
        .isZero();
    assertThat(shell.column("out.csv", "entity_id")).containsExactly("a", "b", "a", "d");
  }

  @Test
  void isLearnedAnewWhenThatIsSaid() throws IOException {
    shell.write("model.json", "nonsense");
    assertThat(
            shell.link(
                "dedupe", "people.csv", "--out", "out.csv", "--model", "model.json", "--relearn"))
        .isZero();
    assertThat(shell.read("model.json")).contains("clew_link_model");
    assertThat(shell.link("dedupe", "people.csv", "--out", "out.csv", "--relearn")).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nonsense",
        "{\"clew_link_model\": 1",
        "{\"clew_link_model\": 1e999}",
        "\uD800"
      })
  void whatIsNoModelIsRefusedAndLeftAlone(String text) throws IOException {
    Files.write(shell.file("odd.json"), text.getBytes(UTF_16BE));
    byte[] before = Files.readAllBytes(shell.file("odd.json"));
    assertThat(shell.link("dedupe", "people.csv", "--out", "out.csv", "--model", "odd.json"))
        .isEqualTo(3);
    assertThat(shell.said()).contains("odd.json").contains("no model");
    assertThat(shell.file("out.csv")).doesNotExist();
    assertThat(Files.readAllBytes(shell.file("odd.json"))).isEqualTo(before);
  }

  @Test
  void nothingIsWrittenInItsPlaceAndItInNobodyElses() {
    assertThat(shell.link("dedupe", "people.csv", "--out", "m.json", "--model", "m.json"))
        .isEqualTo(2);
    assertThat(
            shell.link(
                "dedupe", "people.csv", "--out", "out.csv", "--model", "people.csv", "--relearn"))
        .isEqualTo(2);
    assertThat(shell.names()).doesNotContain("m.json", "out.csv");
  }
}
