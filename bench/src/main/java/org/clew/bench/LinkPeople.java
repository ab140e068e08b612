package org.clew.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Writes a list of people, and scores what `./clew link dedupe` made of it: `bench/link-people`.
public final class LinkPeople {

  private LinkPeople() {}

  /// `write FILE ROWS SEED`, or `score FILE`.
  public static void main(String[] words) throws IOException {
    if (words[0].equals("write")) {
      PeopleList.write(Path.of(words[1]), Integer.parseInt(words[2]), Long.parseLong(words[3]));
    } else {
      System.out.println(score(Path.of(words[1])));
    }
  }

  /// Scores a file with the numbers of the true entities under `entity` and those of the found ones
  /// under `entity_id`.
  static PairScore score(Path file) throws IOException {
    var pairs = new PairScore();
    try (BufferedReader in = Files.newBufferedReader(file)) {
      List<String> headings = List.of(in.readLine().split(",", -1));
      int entity = headings.indexOf("entity");
      int found = headings.indexOf("entity_id");
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        String[] cells = line.split(",", -1);
        pairs.add(Integer.parseInt(cells[entity]), Integer.parseInt(cells[found]));
      }
    }
    return pairs;
  }
}
