package org.clew.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The keys of all rules, row by row side by side: whether two rows share a rule's keys is a look
/// at two short runs of numbers.
final class KeyTable {
  private final List<Rule.Part> parts = new ArrayList<>();

  /// By rule, which of the parts it looks at.
  private final int[][] looked;

  private final int[] keys;
  private final int width;
  private final Traits traits;
  private final boolean[] several;

  KeyTable(Traits traits, List<Rule> rules) {
    this.traits = traits;
    looked = new int[rules.size()][];
    for (int rule = 0; rule < looked.length; rule++) {
      List<Rule.Part> own = rules.get(rule).parts;
      own.stream().filter(part -> !parts.contains(part)).forEach(parts::add);
      looked[rule] = own.stream().mapToInt(parts::indexOf).toArray();
    }
    width = parts.size();
    several = new boolean[width];
    keys = new int[Math.multiplyExact(traits.rows, width)];
    for (int part = 0; part < width; part++) {
      int trait = parts.get(part).trait();
      int[] of = parts.get(part).key().of();
      several[part] = traits.columns(trait) > 1;
      for (int place = 0; place < traits.rows; place++) {
        int value = traits.valueAt(trait, 0, place);
        keys[place * width + part] = value < 0 ? -1 : of[value];
      }
    }
  }

  /// Whether the rows at two places share all keys that a rule looks at; never for a rule of words.
  boolean meets(int rule, int a, int b) {
    int left = a * width;
    int right = b * width;
    for (int part : looked[rule]) {
      int key = keys[left + part];
      boolean same =
          several[part]
              ? Rule.sharesKey(traits, parts.get(part), a, b)
              : key >= 0 && key == keys[right + part];
      if (!same) {
        return false;
      }
    }
    return looked[rule].length > 0;
  }

  /// Whether a row may stand under several keys of a rule, and so meet another row more than once.
  boolean repeats(int rule) {
    return Arrays.stream(looked[rule]).anyMatch(part -> several[part]);
  }

  /// Every key of every row under a rule, with the place in the lower half; sorted.
  long[] entries(int rule) {
    var out = new Entries(traits.rows);
    int[] own = looked[rule];
    boolean plain = true;
    for (int part : own) {
      plain &= !several[part];
    }
    for (int place = 0; place < traits.rows; place++) {
      if (plain) {
        add(place, own, out);
      } else {
        addEach(place, own, 0, 1, out);
      }
    }
    return out.sorted();
  }

  private void add(int place, int[] own, Entries out) {
    int at = place * width;
    long all = 1;
    for (int part : own) {
      int key = keys[at + part];
      if (key < 0) {
        return;
      }
      all = Rule.mix(all, key);
    }
    out.add((all & 0xFFFFFFFF00000000L) | place);
  }

  /// Where a trait has several columns, each with each.
  private void addEach(int place, int[] own, int from, long before, Entries out) {
    if (from == own.length) {
      out.add((before & 0xFFFFFFFF00000000L) | place);
      return;
    }
    Rule.Part part = parts.get(own[from]);
    for (int column = 0; column < traits.columns(part.trait()); column++) {
      int value = traits.valueAt(part.trait(), column, place);
      int key = value < 0 ? -1 : part.key().of()[value];
      if (key >= 0) {
        addEach(place, own, from + 1, Rule.mix(before, key), out);
      }
    }
  }
}
