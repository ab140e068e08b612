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
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The commands on public labelled lists, with nothing said about them but which column numbers the
/// rows of the data set. Where the lists are not there it says so.
class LinkConformanceTest {

  private static final String IDX = "idx=ignore";

  /// What a row is called in its data set: some tell the truth by it.
  private static final String URL = "url=ignore";

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
    assertThat(f1(rows, row -> row.getField("cluster"))).isGreaterThanOrEqualTo(0.95);
  }

  @Test
  void publicationsAreLinked() throws IOException {
    between("er/dblp-acm", "d1_dblp.csv", "d2_acm.csv", 0.985);
  }

  @Test
  void productsAreLinked() throws IOException {
    between("er/abt-buy", "d1_abt.csv", "d2_buy.csv", 0.93);
  }

  /// Restaurants, addresses, cities and cuisines mixed in one list; part of the truth is wrong.
  @Test
  void restaurantsAmongOtherThingsAreLinked() throws IOException {
    between("er/restaurants-ccer", "d1.csv", "d2.csv", 0.82);
  }

  @Test
  void restaurantsAreDeduplicated() throws IOException {
    Path data = data("er/restaurant-dirty");
    if (Files.isDirectory(data)) {
      List<NamedCsvRecord> rows =
          link("dedupe", data.resolve("records.csv").toString(), "--column", IDX, "--column", URL);
      demand("restaurant", rows, truth(data, 0), 0.91);
    }
  }

  private void between(String name, String left, String right, double floor) throws IOException {
    Path data = data(name);
    if (!Files.isDirectory(data)) {
      return;
    }
    String a = data.resolve(left).toString();
    String b = data.resolve(right).toString();
    List<NamedCsvRecord> rows = link("between", a, b, "--column", IDX, "--column", URL);
    long first = rows.stream().filter(row -> row.getField("source").equals(left)).count();
    demand(name, rows, truth(data, (int) first), floor);
  }

  /// Pairs of rows by their numbers in the output.
  private static Set<List<Integer>> truth(Path data, int second) throws IOException {
    try (var reader = CsvReader.builder().ofNamedCsvRecord(data.resolve("truth.csv"))) {
      return reader.stream()
          .map(
              row -> {
                int left = Integer.parseInt(row.getField("idx1"));
                int right = Integer.parseInt(row.getField("idx2")) + second;
                return List.of(Math.min(left, right), Math.max(left, right));
              })
          .collect(Collectors.toSet());
    }
  }

  private static void demand(
      String name, List<NamedCsvRecord> rows, Set<List<Integer>> truth, double floor) {
    Map<String, List<Integer>> entities = new HashMap<>();
    for (int row = 0; row < rows.size(); row++) {
      entities
          .computeIfAbsent(rows.get(row).getField("entity_id"), _ -> new ArrayList<>())
          .add(row);
    }
    int said = 0;
    int right = 0;
    for (List<Integer> entity : entities.values()) {
      for (int i = 0; i < entity.size(); i++) {
        for (int j = i + 1; j < entity.size(); j++) {
          said++;
          right += truth.contains(List.of(entity.get(i), entity.get(j))) ? 1 : 0;
        }
      }
    }
    double f1 = 2.0 * right / (said + truth.size());
    System.out.printf(
        "conformance: %s F1 %.4f precision %.4f recall %.4f%n",
        name, f1, right / (double) said, right / (double) truth.size());
    assertThat(f1).isGreaterThanOrEqualTo(floor);
  }

  private List<NamedCsvRecord> link(String... words) throws IOException {
    Path out = folder.resolve("out.csv");
    var said = new PrintStream(new ByteArrayOutputStream(), true, UTF_8);
    var all = new ArrayList<>(List.of("link"));
    all.addAll(Arrays.asList(words));
    all.addAll(List.of("--out", out.toString()));
    assertThat(Clew.run(all, new Terminal(said, said, false))).isZero();
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
