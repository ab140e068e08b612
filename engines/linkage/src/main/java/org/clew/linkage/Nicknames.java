package org.clew.linkage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// Short and pet forms of given names, in groups: `nicknames.txt`.
final class Nicknames {
  private static final int[] NONE = {};
  private static final Map<String, int[]> GROUPS = read();

  private Nicknames() {}

  /// Numbers of the groups a name is in.
  static int[] groups(String word) {
    return GROUPS.getOrDefault(word, NONE);
  }

  static boolean share(String a, String b) {
    int[] left = groups(a);
    if (left.length == 0) {
      return false;
    }
    for (int group : groups(b)) {
      for (int other : left) {
        if (group == other) {
          return true;
        }
      }
    }
    return false;
  }

  private static Map<String, int[]> read() {
    Map<String, int[]> out = new HashMap<>();
    int group = 0;
    for (String line : text().split("\n", -1)) {
      String names = line.strip();
      if (names.isEmpty() || names.startsWith("#")) {
        continue;
      }
      group++;
      for (String name : names.split(" ", -1)) {
        int[] known = out.getOrDefault(name, NONE);
        int[] longer = Arrays.copyOf(known, known.length + 1);
        longer[known.length] = group;
        out.put(name, longer);
      }
    }
    return out;
  }

  private static String text() {
    try (InputStream in = Nicknames.class.getResourceAsStream("nicknames.txt")) {
      if (in == null) {
        throw new IllegalStateException("nicknames.txt is missing from the linkage engine");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
