package org.clew.disclosure.synthesis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.clew.disclosure.Microdata;
import org.clew.disclosure.Progress;
import org.clew.disclosure.Scope;
import org.clew.disclosure.StructuralZeros;
import org.clew.disclosure.Zcdp;
import org.clew.disclosure.noise.Bits;
import org.junit.jupiter.api.Test;

/// Public lists that other tools have been measured on, one set of constants for all of them. Where
/// they are not there it says so.
class SynthesisConformanceTest {

  private static Optional<Microdata> list(String name) throws IOException {
    String set = System.getProperty("CLEW_DATA", System.getenv().getOrDefault("CLEW_DATA", ""));
    Path file =
        (set.isEmpty() ? Path.of("../../../shared/data") : Path.of(set))
            .resolve("dp-bench")
            .resolve(name);
    if (!Files.exists(file)) {
      System.out.println("Left out: conformance over dp-bench, which is not here (CLEW_DATA)");
      return Optional.empty();
    }
    List<String[]> rows = new ArrayList<>();
    try (BufferedReader in =
        name.endsWith(".gz")
            ? new BufferedReader(
                new InputStreamReader(
                    new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))
            : Files.newBufferedReader(file)) {
      in.readLine();
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        rows.add(line.split(",", -1));
      }
    }
    int width = rows.getFirst().length;
    short[][] columns = new short[width][rows.size()];
    int[] sizes = new int[width];
    for (int column = 0; column < width; column++) {
      Map<String, Integer> codes = new HashMap<>(Map.of("", 0));
      for (int row = 0; row < rows.size(); row++) {
        String cell = rows.get(row)[column];
        codes.putIfAbsent(cell, codes.size());
        columns[column][row] = codes.get(cell).shortValue();
      }
      sizes[column] = codes.size();
    }
    return Optional.of(new Microdata(sizes, columns, rows.size()));
  }

  /// Half the sum of differences of shares, on average over all tables of a length.
  private static double distance(Microdata people, Microdata rows, int length) {
    double[] sum = {0, 0};
    tables(people, new int[length], 0, rows, sum);
    return sum[0] / sum[1];
  }

  private static void tables(
      Microdata people, int[] columns, int place, Microdata rows, double[] sum) {
    if (place == columns.length) {
      Scope scope = Scope.of(people.sizes(), columns);
      int[] there = scope.count(people);
      int[] here = scope.count(rows);
      double distance = 0;
      for (int cell = 0; cell < there.length; cell++) {
        distance +=
            Math.abs((double) there[cell] / people.rows() - (double) here[cell] / rows.rows());
      }
      sum[0] += distance / 2;
      sum[1]++;
      return;
    }
    for (int column = place == 0 ? 0 : columns[place - 1] + 1; column < people.width(); column++) {
      columns[place] = column;
      tables(people, columns, place + 1, rows, sum);
    }
  }

  private static Microdata made(Microdata people, double epsilon) {
    double delta = 1 / (people.rows() * Math.log(people.rows()));
    Microdata rows =
        Synthesis.of(
                people,
                StructuralZeros.NONE,
                Zcdp.rho(epsilon, delta),
                Bits.ofSeed(1),
                Progress.NONE)
            .rows();
    assertThat(Math.abs(rows.rows() - people.rows())).isLessThan(people.rows() / 200);
    return rows;
  }

  /// The tool of the sector has .049, .086 and .118 there.
  @Test
  void case_records_are_kept_two_and_three_columns_at_a_time() throws IOException {
    Optional<Microdata> people = list("ctdc_like40k.csv.gz");
    if (people.isPresent()) {
      Microdata rows = made(people.get(), 12);
      double one = distance(people.get(), rows, 1);
      double two = distance(people.get(), rows, 2);
      double three = distance(people.get(), rows, 3);
      System.out.printf("conformance: ctdc_like40k, 12: %.4f %.4f %.4f%n", one, two, three);
      assertThat(one).isLessThan(0.002);
      assertThat(two).isLessThan(0.006);
      assertThat(three).isLessThan(0.018);
    }
  }

  @Test
  void so_is_a_census_of_quite_another_kind() throws IOException {
    Optional<Microdata> people = list("adult.csv");
    if (people.isPresent()) {
      Microdata rows = made(people.get(), 1);
      double one = distance(people.get(), rows, 1);
      double two = distance(people.get(), rows, 2);
      double three = distance(people.get(), rows, 3);
      System.out.printf("conformance: adult, 1: %.4f %.4f %.4f%n", one, two, three);
      assertThat(one).isLessThan(0.015);
      assertThat(two).isLessThan(0.05);
      assertThat(three).isLessThan(0.12);
    }
  }
}
