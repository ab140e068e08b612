package org.clew.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.clew.disclosure.Microdata;
import org.clew.disclosure.Progress;
import org.clew.disclosure.Scope;
import org.clew.disclosure.combinations.CombinationCounts;
import org.clew.disclosure.noise.Bits;
import org.clew.disclosure.noise.DiscreteGaussian;

/// How near a release of `./clew release synth` is to the list it was made from: `bench/release`.
public final class ReleaseScore {

  private static final int SAMPLES = 5_000_000;
  private static final int TOLD = 10;

  private final List<String> headings;
  private final List<Map<String, Integer>> codes = new ArrayList<>();
  private final int[] sizes;
  private final Microdata people;
  private final Map<String, List<Double>> figures = new LinkedHashMap<>();

  private ReleaseScore(Path list) throws IOException {
    List<String[]> rows = rows(list);
    headings = List.of(rows.getFirst());
    for (int column = 0; column < headings.size(); column++) {
      var values = new TreeMap<String, Integer>();
      for (String[] row : rows.subList(1, rows.size())) {
        values.put(row[column], 0);
      }
      values.remove("");
      int code = 1;
      for (Map.Entry<String, Integer> value : values.entrySet()) {
        value.setValue(code);
        code++;
      }
      values.put("", 0);
      codes.add(values);
    }
    sizes = codes.stream().mapToInt(Map::size).toArray();
    people = microdata(rows);
  }

  /// `noise`; `score LIST FOLDER…`, one folder a run; or `rows LIST FOLDER` where no counts are
  /// told.
  public static void main(String[] words) throws IOException {
    if (words[0].equals("noise")) {
      noise();
      return;
    }
    var score = new ReleaseScore(Path.of(words[1]));
    for (String folder : List.of(words).subList(2, words.length)) {
      score.rows(score.microdata(rows(Path.of(folder).resolve("synthetic.csv"))));
      if (words[0].equals("score")) {
        score.counts(Path.of(folder).resolve("aggregates.tsv"));
      }
    }
    score.tell();
  }

  private void tell() {
    figures.forEach(
        (name, seen) -> {
          double[] sorted = seen.stream().mapToDouble(Double::doubleValue).sorted().toArray();
          System.out.printf(
              Locale.ROOT,
              "%-62s %12.4f   (%.4f to %.4f)%n",
              name,
              sorted[sorted.length / 2],
              sorted[0],
              sorted[sorted.length - 1]);
        });
  }

  private void figure(String name, double value) {
    figures.computeIfAbsent(name, _ -> new ArrayList<>()).add(value);
  }

  private static void noise() {
    Bits bits = Bits.secret();
    for (double variance : new double[] {1, 100, 2_500, 1e6}) {
      var noise = DiscreteGaussian.ofVariance(variance);
      long sum = 0;
      for (int i = 0; i < SAMPLES; i++) {
        sum += noise.draw(bits);
      }
      long from = System.nanoTime();
      for (int i = 0; i < SAMPLES; i++) {
        sum += noise.draw(bits);
      }
      System.out.printf(
          Locale.ROOT,
          "exact discrete Gaussian, variance %,.0f: %.1f M samples/s (mean %.3f)%n",
          variance,
          SAMPLES * 1e3 / (System.nanoTime() - from),
          sum / 2.0 / SAMPLES);
    }
  }

  private static List<String[]> rows(Path file) throws IOException {
    List<String[]> rows = new ArrayList<>();
    try (BufferedReader in = Files.newBufferedReader(file)) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        rows.add(line.split(",", -1));
      }
    }
    return rows;
  }

  private Microdata microdata(List<String[]> rows) {
    int count = rows.size() - 1;
    short[][] columns = new short[headings.size()][count];
    for (int row = 0; row < count; row++) {
      for (int column = 0; column < columns.length; column++) {
        Integer code = codes.get(column).get(rows.get(row + 1)[column]);
        columns[column][row] = code == null ? 0 : code.shortValue();
      }
    }
    return new Microdata(sizes, columns, count);
  }

  private void rows(Microdata made) {
    double[] distance = new double[4];
    int[] tables = new int[4];
    double[] error = new double[4];
    long[] cells = new long[4];
    long[] told = new long[4];
    long[] nobody = new long[4];
    each(
        scope -> {
          int[] there = scope.count(people);
          int[] here = scope.count(made);
          int length = scope.length();
          double sum = 0;
          for (int cell = 0; cell < there.length; cell++) {
            sum +=
                Math.abs((double) there[cell] / people.rows() - (double) here[cell] / made.rows());
            if (scope.allKnown(cell)) {
              if (there[cell] > 0) {
                error[length] += Math.abs(there[cell] - here[cell]);
                cells[length]++;
              }
              if (here[cell] >= TOLD) {
                told[length]++;
                nobody[length] += there[cell] == 0 ? 1 : 0;
              }
            }
          }
          distance[length] += sum / 2;
          tables[length]++;
        });
    figure("rows for %,d people".formatted(people.rows()), made.rows());
    for (int length = 1; length <= 3; length++) {
      String rows = "rows, %d together: ".formatted(length);
      figure(rows + "total variation", distance[length] / tables[length]);
      figure(rows + "mean error", error[length] / cells[length]);
      figure(
          rows + "%% of counts of %d and more, of nobody".formatted(TOLD),
          100.0 * nobody[length] / Math.max(1, told[length]));
    }
  }

  private interface Taker {
    void take(Scope scope);
  }

  private void each(Taker taker) {
    for (int a = 0; a < sizes.length; a++) {
      taker.take(Scope.of(sizes, a));
      for (int b = a + 1; b < sizes.length; b++) {
        taker.take(Scope.of(sizes, a, b));
        for (int c = b + 1; c < sizes.length; c++) {
          taker.take(Scope.of(sizes, a, b, c));
        }
      }
    }
  }

  private void counts(Path file) throws IOException {
    Map<String, Integer> there = new HashMap<>();
    CombinationCounts.of(people, 3, Progress.NONE)
        .each((columns, chosen, count) -> there.put(selections(columns, chosen), count));
    double[] error = new double[4];
    double[] errorOfAll = new double[4];
    long[] ofAll = new long[4];
    long[] told = new long[4];
    long[] held = new long[4];
    long[] nobody = new long[4];
    double[] width = new double[4];
    Map<String, Long> published = new HashMap<>();
    try (BufferedReader in = Files.newBufferedReader(file)) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        String[] cells = line.split("\t", -1);
        if (cells[0].indexOf(':') < 0) {
          continue;
        }
        int length = cells[0].split(";", -1).length;
        int real = there.getOrDefault(cells[0], 0);
        long count = Long.parseLong(cells[1]);
        long low = Long.parseLong(cells[2]);
        long high = Long.parseLong(cells[3]);
        published.put(cells[0], count);
        told[length]++;
        error[length] += Math.abs(real - count);
        held[length] += real >= low && real <= high ? 1 : 0;
        nobody[length] += real == 0 ? 1 : 0;
        width[length] += high - low;
      }
    }
    there.forEach(
        (selections, count) -> {
          int length = selections.split(";", -1).length;
          errorOfAll[length] += Math.abs(count - published.getOrDefault(selections, 0L));
          ofAll[length]++;
        });
    for (int length = 1; length <= 3; length++) {
      String counts = "counts told, %d together: ".formatted(length);
      figure(counts + "how many", (double) told[length]);
      figure(counts + "mean error over all there are", errorOfAll[length] / ofAll[length]);
      figure(counts + "mean error over those told", error[length] / told[length]);
      figure(counts + "% of intervals that hold", 100.0 * held[length] / told[length]);
      figure(counts + "mean width of intervals", width[length] / told[length]);
      figure(counts + "% of nobody", 100.0 * nobody[length] / told[length]);
    }
  }

  private String selections(int[] columns, int[] chosen) {
    String[] parts = new String[columns.length];
    for (int i = 0; i < columns.length; i++) {
      int code = chosen[i];
      String value =
          codes.get(columns[i]).entrySet().stream()
              .filter(each -> each.getValue() == code)
              .findFirst()
              .orElseThrow()
              .getKey();
      parts[i] = headings.get(columns[i]) + ":" + value;
    }
    Arrays.sort(parts);
    return String.join(";", parts);
  }
}
