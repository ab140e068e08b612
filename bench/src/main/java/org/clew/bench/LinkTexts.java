package org.clew.bench;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// Writes a list of advertisements, and scores what `./clew link texts` made of it:
/// `bench/link-texts`.
public final class LinkTexts {

  private final Map<String, Integer> truth = new HashMap<>();
  private final Map<String, Integer> said = new HashMap<>();
  private final Map<String, Integer> both = new HashMap<>();

  /// By the way a phone is written: how many there are, and how many were found.
  private final Map<String, int[]> kinds = new TreeMap<>();

  private int phones;
  private int found;
  private int right;

  private LinkTexts() {}

  /// `write FILE ADS SEED`, or `score FILE`.
  public static void main(String[] words) throws IOException {
    if (words[0].equals("write")) {
      Ads.write(Path.of(words[1]), Integer.parseInt(words[2]), Long.parseLong(words[3]));
    } else {
      new LinkTexts().score(Path.of(words[1]));
    }
  }

  private void score(Path file) throws IOException {
    try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
      rows.forEach(this::score);
    }
    double pairs = pairs(both);
    System.out.printf(
        Locale.ROOT,
        "pairwise: F1 %.4f, precision %.4f, recall %.4f (%,.0f true pairs)%n",
        2 * pairs / (pairs(truth) + pairs(said)),
        pairs / pairs(said),
        pairs / pairs(truth),
        pairs(truth));
    System.out.printf(
        Locale.ROOT,
        "phones: recall %.4f, precision %.4f (%,d phones)%n",
        right / (double) phones,
        right / (double) found,
        phones);
    kinds.forEach(
        (kind, count) ->
            System.out.printf(
                Locale.ROOT, "  %-12s recall %.4f%n", kind, count[1] / (double) count[0]));
  }

  private void score(NamedCsvRecord ad) {
    truth.merge(ad.getField("cluster"), 1, Integer::sum);
    said.merge(ad.getField("text_cluster"), 1, Integer::sum);
    both.merge(ad.getField("cluster") + "," + ad.getField("text_cluster"), 1, Integer::sum);
    String phone = ad.getField("phone");
    String cell = ad.getField("phones");
    List<String> read = cell.isEmpty() ? List.of() : List.of(cell.split(" ", -1));
    found += read.size();
    if (!phone.isEmpty()) {
      phones++;
      int hit = read.contains(phone) ? 1 : 0;
      right += hit;
      int[] count = kinds.computeIfAbsent(ad.getField("kind"), _ -> new int[2]);
      count[0]++;
      count[1] += hit;
    }
  }

  private static double pairs(Map<String, Integer> sizes) {
    double pairs = 0;
    for (int size : sizes.values()) {
      pairs += size * (size - 1.0) / 2;
    }
    return pairs;
  }
}
