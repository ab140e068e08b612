package org.clew.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/// Writes a list of people, and scores what `./clew link dedupe` made of it: `bench/link-people`.
public final class LinkPeople {

  private LinkPeople() {}

  /// `write FILE ROWS SEED`, or `score FILE`.
  public static void main(String[] words) throws IOException {
    if (words[0].equals("write")) {
      PeopleList.write(Path.of(words[1]), Integer.parseInt(words[2]), Long.parseLong(words[3]));
    } else {
      score(Path.of(words[1]));
    }
  }

  private static void score(Path file) throws IOException {
    java.util.Map<String, Integer> truth = new java.util.HashMap<>();
    java.util.Map<String, Integer> said = new java.util.HashMap<>();
    java.util.Map<String, Integer> both = new java.util.HashMap<>();
    try (BufferedReader in = Files.newBufferedReader(file)) {
      java.util.List<String> headings = java.util.List.of(in.readLine().split(",", -1));
      int entity = headings.indexOf("entity");
      int found = headings.indexOf("entity_id");
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        String[] cells = line.split(",", -1);
        truth.merge(cells[entity], 1, Integer::sum);
        said.merge(cells[found], 1, Integer::sum);
        both.merge(cells[entity] + "," + cells[found], 1, Integer::sum);
      }
    }
    double right = pairs(both);
    System.out.printf(
        Locale.ROOT,
        "pairwise: F1 %.4f, precision %.4f, recall %.4f (%,.0f true pairs)%n",
        2 * right / (pairs(truth) + pairs(said)),
        right / pairs(said),
        right / pairs(truth),
        pairs(truth));
  }

  private static double pairs(java.util.Map<String, Integer> sizes) {
    double pairs = 0;
    for (int size : sizes.values()) {
      pairs += size * (size - 1.0) / 2;
    }
    return pairs;
  }
}
