package org.clew.linkage;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// Groups of names that stand for each other, from a file of lines.
final class NameGroups {
  private static final int[] NONE = {};

  /// Short and pet forms of given names.
  static final NameGroups NICKNAMES = new NameGroups("nicknames.txt");

  /// Spellings of one name that neither sound nor look alike.
  static final NameGroups SPELLINGS = new NameGroups("spellings.txt");

  private final Map<String, int[]> groups = new HashMap<>();
  private final Texts known = new Texts();

  /// Of names without their vowels: by the sound of a name.
  private final Map<String, int[]> unvoweled = new HashMap<>();

  private NameGroups(String file) {
    int group = 0;
    for (var names : NameLists.lines(file)) {
      group++;
      for (String name : names) {
        add(groups, name, group);
        known.code(name);
        add(unvoweled, Sound.of(name), group);
      }
    }
  }

  private static void add(Map<String, int[]> all, String name, int group) {
    int[] known = all.getOrDefault(name, NONE);
    if (Arrays.stream(known).noneMatch(each -> each == group)) {
      int[] longer = Arrays.copyOf(known, known.length + 1);
      longer[known.length] = group;
      all.put(name, longer);
    }
  }

  /// Whether a text is a name that is in a group.
  boolean has(Texts texts, int number) {
    return known.find(texts, number) >= 0;
  }

  /// Numbers of the groups a name is in.
  int[] of(String name) {
    return groups.getOrDefault(name, NONE);
  }

  /// Numbers of the groups a name without its vowels may be in.
  int[] ofUnvoweled(String sound) {
    return unvoweled.getOrDefault(sound, NONE);
  }

  /// Whether two names are in one group.
  boolean share(String a, String b) {
    int[] left = of(a);
    return left.length > 0 && overlap(left, of(b));
  }

  /// Whether a name without its vowels may be one of those that a name is in a group with.
  boolean shareUnvoweled(String sound, String name) {
    int[] right = of(name);
    return right.length > 0 && overlap(ofUnvoweled(sound), right);
  }

  private static boolean overlap(int[] left, int[] right) {
    for (int group : left) {
      for (int other : right) {
        if (group == other) {
          return true;
        }
      }
    }
    return false;
  }
}
