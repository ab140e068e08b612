package org.clew.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The commands on public labelled lists, with nothing said about them but the name of the id.
/// Where the lists are not there it says so.
class LinkConformanceTest {

  @TempDir private Path folder;

  @Test
  void febrl4IsLinkedOneToOne() throws IOException {
    Path data = data("er/febrl");
    if (!Files.isDirectory(data)) {
      return;
    }
    List<NamedCsvRecord> rows =
        link(
            "between",
            data.resolve("dataset4a.csv").toString(),
            data.resolve("dataset4b.csv").toString(),
            "--id",
            "rec_id");
    double f1 = f1(rows, row -> row.getField("rec_id").strip().split("-", -1)[1]);
    assertThat(rows).hasSize(10_000);
    assertThat(f1).isGreaterThanOrEqualTo(0.9995);
  }

  @Test
  void fake1000IsDeduplicated() throws IOException {
    Path data = data("er/splink-fake1000");
    if (!Files.isDirectory(data)) {
      return;
    }
    List<NamedCsvRecord> rows =
        link("dedupe", data.resolve("fake_1000.csv").toString(), "--id", "unique_id");
    assertThat(rows).hasSize(1_000);
    assertThat(f1(rows, row -> row.getField("cluster"))).isGreaterThanOrEqualTo(0.89);
  }

  private List<NamedCsvRecord> link(String... words) throws IOException {
    Path out = folder.resolve("out.csv");
    var said = new PrintStream(new ByteArrayOutputStream(), true, UTF_8);
    var all = new ArrayList<>(List.of("link"));
    all.addAll(Arrays.asList(words));
    all.addAll(List.of("--out", out.toString()));
    assertThat(Clew.run(all, new Terminal(said, said, false), said)).isZero();
    try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(out)) {
      return reader.stream().toList();
    }
  }

  /// Pairwise F1 of the entities against the truth.
  private static double f1(List<NamedCsvRecord> rows, Function<NamedCsvRecord, String> truth) {
    double said = pairs(rows, row -> row.getField("entity_id"));
    double so = pairs(rows, truth);
    double both = pairs(rows, row -> row.getField("entity_id") + "\n" + truth.apply(row));
    return 2 * both / (said + so);
  }

  private static double pairs(List<NamedCsvRecord> rows, Function<NamedCsvRecord, String> group) {
    Map<String, Integer> sizes = new HashMap<>();
    rows.forEach(row -> sizes.merge(group.apply(row), 1, Integer::sum));
    return sizes.values().stream().mapToDouble(size -> size * (size - 1) / 2.0).sum();
  }

  private static Path data(String name) {
    String set = System.getProperty("CLEW_DATA", System.getenv().getOrDefault("CLEW_DATA", ""));
    Path data = (set.isEmpty() ? Path.of("../../shared/data") : Path.of(set)).resolve(name);
    if (!Files.isDirectory(data)) {
      System.out.println("Left out: conformance over " + name + ", which is not here (CLEW_DATA)");
    }
    return data;
  }
}
