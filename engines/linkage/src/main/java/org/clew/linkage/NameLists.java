package org.clew.linkage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// What is known of names, as lines of words in files beside this class.
final class NameLists {
  private NameLists() {}

  /// The lines of a file, each as its words; lines that begin with `#` are for people.
  static List<List<String>> lines(String file) {
    List<List<String>> out = new ArrayList<>();
    for (String line : text(file).split("\n", -1)) {
      String words = line.strip();
      if (!words.isEmpty() && !words.startsWith("#")) {
        out.add(List.of(words.split(" ", -1)));
      }
    }
    return out;
  }

  private static String text(String file) {
    try (InputStream in = NameLists.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException(file + " is missing from the linkage engine");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
