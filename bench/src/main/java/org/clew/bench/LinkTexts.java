package org.clew.bench;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// Writes a list of advertisements, and scores what `./clew link texts` made of it:
/// `bench/link-texts`.
public final class LinkTexts {

  private final PairScore pairs = new PairScore();

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
    System.out.println(pairs);
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
    pairs.add(
        Integer.parseInt(ad.getField("cluster")), Integer.parseInt(ad.getField("text_cluster")));
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
}
