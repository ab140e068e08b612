package org.clew.linkage.spark;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.clew.linkage.Batch;
import org.clew.linkage.Kind;
import org.clew.linkage.LinkTable;
import org.clew.linkage.Progress;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What cannot be linked: said in a sentence, with an exit code, and nothing is written.
class BadInputTest {
  private static final String PEOPLE = "name,phone\nAmina Haddad,+447700900188\n";

  @TempDir Path folder;

  private Path model;

  @BeforeEach
  void learn() throws IOException {
    var rows =
        new LinkTable.Builder(
            List.of(Kind.NAME, Kind.PHONE), List.of(List.of("name"), List.of("phone")));
    rows.endRow();
    var settings = new Batch.Settings("GB", OptionalDouble.empty(), 1, 1);
    String learned = Batch.dedupe(rows.build(), settings, List.of(), Progress.NONE).model().json();
    model = file("model.json", learned);
  }

  private Path file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }

  private LocalSpark.Ran link(Path list, String... more) {
    Stream<String> words =
        Stream.of(
            "--input",
            list.toString(),
            "--model",
            model.toString(),
            "--out",
            folder.resolve("out").toString());
    LocalSpark.Ran ran =
        LocalSpark.run(Stream.concat(words, Stream.of(more)).toArray(String[]::new));
    assertThat(folder.resolve("out")).doesNotExist();
    assertThat(folder.resolve("out.part")).doesNotExist();
    return ran;
  }

  private static void demand(LocalSpark.Ran ran, int exit, String... said) {
    assertThat(ran.said()).contains(said).doesNotContain("Exception");
    assertThat(ran.exit()).isEqualTo(exit);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "--help",
        "--input",
        "--input=a.csv",
        "--out=b",
        "--output=b",
        "list.csv",
        "--input=a --out=b --threshold=high",
        "--input=a --out=b --partitions=0",
        "--input=a --out=b --partitions=2 --partitions=4",
        "--input=a --out=b --sample=few",
        "--input=a --out=b --region=Britain",
        "--input=a --out=b --encoding=none",
        "--input=a --out=b --delimiter=ab"
      })
  void whatIsNotUnderstoodIsUsage(String line) {
    LocalSpark.Ran ran =
        LocalSpark.run(
            Stream.of(line.split(" ", -1)).filter(word -> !word.isEmpty()).toArray(String[]::new));
    assertThat(ran.exit()).as(ran.said()).isEqualTo(2);
    assertThat(ran.said()).isNotBlank();
  }

  @Test
  void thereMustBeAList() throws IOException {
    demand(link(folder.resolve("none.csv")), 3, "There is no file", "none.csv");
    demand(link(Files.createDirectory(folder.resolve("empty"))), 3, "no file *.csv");
    demand(link(file("empty.csv", "")), 3, "empty.csv is empty");
    demand(link(file("sheet.csv", "PK\u0003\u0004\u0000\u0000\u0008")), 3, "is no text");
  }

  @Test
  void aListHasHeadingsEachOnce() throws IOException {
    demand(link(file("twice.csv", "name,name\na,b\n")), 3, "two columns are called \"name\"");
    demand(link(file("bare.csv", "name,\na,b\n")), 3, "column 2 has no heading");
    demand(link(file("ours.csv", "name,phone,entity_id\na,b,c\n")), 3, "\"entity_id\"", "--rename");
  }

  @Test
  void partsHaveTheSameHeadings() throws IOException {
    Files.createDirectory(folder.resolve("parts"));
    file("parts/a.csv", PEOPLE);
    file("parts/b.csv", "phone,name\n");
    demand(link(folder.resolve("parts")), 3, "b.csv has other headings than a.csv");
  }

  @Test
  void rowsAreWhole() throws IOException {
    demand(link(file("ragged.csv", PEOPLE + "a,b,c\n")), 3, "ragged.csv, line 3: 3 cells");
    demand(link(file("open.csv", PEOPLE + "\"a,b\n")), 3, "open.csv opens a quote");
  }

  @Test
  void aFileIsInOneEncoding() throws IOException {
    String plain = "Amina Haddad,+447700900188\n".repeat(40_000);
    Path list = file("mixed.csv", PEOPLE + plain);
    Files.write(list, "José,\n".getBytes(ISO_8859_1), StandardOpenOption.APPEND);
    demand(link(list), 3, "mixed.csv begins as UTF-8", "--encoding");
  }

  @Test
  void aModelFitsTheList() throws IOException {
    demand(link(file("other.csv", "name,dob\nAmina Haddad,1990-01-01\n")), 3, "does not fit");
    demand(link(file("none.csv", "colour,shape\nred,round\n")), 3, "No column is recognised");
  }

  @Test
  void aModelIsWhole() throws IOException {
    Path list = file("list.csv", PEOPLE);
    String whole = Files.readString(model);
    file("model.json", whole.substring(0, whole.length() / 2));
    demand(link(list), 3, "model.json");
    Files.write(model, new byte[] {(byte) 0xC3, 0x28});
    demand(link(list), 3, "not UTF-8");
  }

  @Test
  void idsAreUniqueAndNotSaid() throws IOException {
    Path list = file("ids.csv", "id,name,phone\nX9,a b,\nX9,c d,\n");
    demand(link(list, "--id", "id"), 3, "Rows 1 and 2 have the same id");
    assertThat(link(list, "--id", "id").said()).doesNotContain("X9");
    demand(
        link(file("noid.csv", "id,name,phone\nX9,a b,\n,c d,\n"), "--id=id"), 3, "Row 2 has no id");
    demand(link(list, "--id", "number"), 3, "There is no column \"number\"");
  }

  @Test
  void whatIsThereIsNotWrittenOver() throws IOException {
    Files.createDirectory(folder.resolve("out"));
    LocalSpark.Ran ran =
        LocalSpark.run(
            "--input",
            file("list.csv", PEOPLE).toString(),
            "--out",
            folder.resolve("out").toString());
    demand(ran, 3, "is there already");
    assertThat(folder.resolve("out")).isEmptyDirectory();
  }
}
