package org.clew.linkage;

import java.util.ArrayList;
import java.util.List;

/// The keys of all rules, row by row side by side: whether two rows share a rule's keys is a look
/// at two short runs of numbers.
final class KeyTable {
  private final List<Rule.Part> parts = new ArrayList<>();
  private final long[] masks;
  private final int[] keys;
  private final int width;
  private final Traits traits;
  private final boolean[] several;

  KeyTable(Traits traits, List<Rule> rules) {
    this.traits = traits;
    masks = new long[rules.size()];
    for (int rule = 0; rule < masks.length; rule++) {
      for (Rule.Part part : rules.get(rule).parts) {
        if (!parts.contains(part)) {
          parts.add(part);
        }
        masks[rule] |= 1L << parts.indexOf(part);
      }
    }
    width = parts.size();
    several = new boolean[width];
    keys = new int[Math.multiplyExact(traits.rows, width)];
    for (int part = 0; part < width; part++) {
      int trait = parts.get(part).trait();
      int[] of = parts.get(part).key().of();
      several[part] = traits.columns(trait) > 1;
      for (int row = 0, at = part; row < traits.rows; row++, at += width) {
        int value = traits.value(trait, row);
        keys[at] = value < 0 ? -1 : of[value];
      }
    }
  }

  /// Which parts two rows share, one bit each.
  long shared(int a, int b) {
    int left = a * width;
    int right = b * width;
    long out = 0;
    for (int part = 0; part < width; part++) {
      int key = keys[left + part];
      boolean same =
          several[part]
              ? Rule.sharesKey(traits, parts.get(part), a, b)
              : key >= 0 && key == keys[right + part];
      out |= same ? 1L << part : 0;
    }
    return out;
  }

  /// Whether the parts are all that a rule looks at; never for a rule of words.
  boolean meets(int rule, long shared) {
    return masks[rule] != 0 && (shared & masks[rule]) == masks[rule];
  }

  /// Every key of every row under a rule, with the row in the lower half; sorted.
  long[] entries(int rule) {
    var out = new Entries(traits.rows);
    int[] looked = new int[Long.bitCount(masks[rule])];
    boolean plain = true;
    for (int part = 0, at = 0; part < width; part++) {
      if ((masks[rule] >> part & 1) == 1) {
        looked[at++] = part;
        plain &= !several[part];
      }
    }
    for (int row = 0; row < traits.rows; row++) {
      if (plain) {
        add(row, looked, out);
      } else {
        addEach(row, looked, 0, 1, out);
      }
    }
    return out.sorted();
  }

  private void add(int row, int[] looked, Entries out) {
    long all = 1;
    for (int part : looked) {
      int key = keys[row * width + part];
      if (key < 0) {
        return;
      }
      all = Rule.mix(all, key);
    }
    out.add((all & 0xFFFFFFFF00000000L) | row);
  }

  /// Where a trait has several columns, each with each.
  private void addEach(int row, int[] looked, int from, long before, Entries out) {
    if (from == looked.length) {
      out.add((before & 0xFFFFFFFF00000000L) | row);
      return;
    }
    Rule.Part part = parts.get(looked[from]);
    for (int column = 0; column < traits.columns(part.trait()); column++) {
      int value = traits.value(part.trait(), column, row);
      int key = value < 0 ? -1 : part.key().of()[value];
      if (key >= 0) {
        addEach(row, looked, from + 1, Rule.mix(before, key), out);
      }
    }
  }
}
