package org.clew.linkage;

import java.util.ArrayList;
import java.util.List;

/// What rules see of the rows: by place a number for each key that any rule looks at, side by side,
/// so that which keys two rows share is a look at two short runs of numbers.
final class KeyTable {
  private final Traits traits;
  private final List<Rule> rules;
  private final Promise promise;
  private final List<Rule.Part> parts;
  private final int width;
  private final int[] keys;

  /// By rule, where its keys stand.
  private final int[][] looked;

  /// By rule, its keys, one bit each; 0 where the numbers do not tell.
  private final long[] needs;

  /// By rule, whether a row may stand under several keys, and so meet another row more than once.
  private final boolean[] repeats;

  /// @param threshold the weight from which pairs may be linked, in bits
  KeyTable(Traits traits, List<Rule> rules, double threshold) {
    this.traits = traits;
    this.rules = rules;
    repeats = new boolean[rules.size()];
    looked = new int[rules.size()][];
    needs = new long[rules.size()];
    parts = new ArrayList<>();
    for (int rule = 0; rule < repeats.length; rule++) {
      List<Rule.Part> own = rules.get(rule).parts;
      repeats[rule] = own.stream().anyMatch(part -> traits.columns(part.trait()) > 1);
      if (!repeats[rule]) {
        own.stream().filter(part -> !parts.contains(part)).forEach(parts::add);
        looked[rule] = own.stream().mapToInt(parts::indexOf).toArray();
        for (int part : looked[rule]) {
          needs[rule] |= 1L << part;
        }
      }
    }
    promise = new Promise(traits, parts, threshold);
    width = parts.size() + promise.outlines();
    keys = new int[Math.multiplyExact(traits.rows, width)];
    fill();
  }

  private void fill() {
    int count = parts.size();
    int[] trait = parts.stream().mapToInt(Rule.Part::trait).toArray();
    int[][] numbers =
        parts.stream()
            .map(part -> Promise.numbers(traits.all.get(part.trait()), part.key()))
            .toArray(int[][]::new);
    for (int place = 0, at = 0; place < traits.rows; place++, at += width) {
      for (int part = 0; part < count; part++) {
        int value = traits.valueAt(trait[part], 0, place);
        int[] own = numbers[part];
        keys[at + part] = value < 0 ? -1 : own.length == 0 ? Promise.rare(value) : own[value];
      }
    }
    for (int each = 0; each < traits.size(); each++) {
      int outline = promise.outline(each);
      Likeness likeness = traits.all.get(each).likeness;
      for (int place = 0; outline >= 0 && place < traits.rows; place++) {
        int value = traits.valueAt(each, 0, place);
        keys[place * width + outline] = value < 0 ? 0 : likeness.outline(value);
      }
    }
  }

  /// The keys that two rows share, one bit each.
  long shared(int a, int b) {
    int left = a * width;
    int right = b * width;
    long shared = 0;
    for (int part = 0; part < parts.size(); part++) {
      int key = keys[left + part];
      shared |= key >= 0 && key == keys[right + part] ? 1L << part : 0;
    }
    return shared;
  }

  /// Whether two rows share the keys of a rule, or of one of words any two.
  boolean share(int rule, int a, int b) {
    if (needs[rule] == 0) {
      return rules.get(rule).isOfWords()
          || rules.get(rule).parts.stream().allMatch(part -> Rule.sharesKey(traits, part, a, b));
    }
    int left = a * width;
    int right = b * width;
    for (int part : looked[rule]) {
      int key = keys[left + part];
      if (key < 0 || key != keys[right + part]) {
        return false;
      }
    }
    return true;
  }

  /// The same where it is known which keys they share.
  boolean share(int rule, long shared, int a, int b) {
    return needs[rule] == 0 ? share(rule, a, b) : (shared & needs[rule]) == needs[rule];
  }

  /// Whether comparing two rows would only tell that they are not one.
  boolean isHopeless(long shared, int a, int b) {
    return promise.isHopeless(shared, keys, a * width, b * width);
  }

  /// Looks at what it knows of a place, so that it is near when it is asked for.
  int prefetch(int place) {
    int at = place * width;
    return width == 0 ? 0 : keys[at] ^ keys[at + width - 1];
  }

  /// Whether a row may stand under several keys of a rule, and so meet another row more than once.
  boolean repeats(int rule) {
    return repeats[rule];
  }

  /// Writes every key of every row under a rule, with the place of the row.
  void entries(int rule, Entries out) {
    for (int place = 0; place < traits.rows; place++) {
      if (repeats[rule]) {
        addEach(place, rules.get(rule).parts, 0, 1, out);
      } else {
        add(place, looked[rule], out);
      }
    }
  }

  private void add(int place, int[] own, Entries out) {
    long all = 1;
    for (int part : own) {
      int key = keys[place * width + part];
      if (key < 0) {
        return;
      }
      all = Rule.mix(all, key);
    }
    out.add(all >>> 32 << 32 | place);
  }

  /// Where a trait has several columns, each with each.
  private void addEach(int place, List<Rule.Part> own, int from, long before, Entries out) {
    if (from == own.size()) {
      out.add(before >>> 32 << 32 | place);
      return;
    }
    Rule.Part part = own.get(from);
    for (int column = 0; column < traits.columns(part.trait()); column++) {
      int value = traits.valueAt(part.trait(), column, place);
      int key = value < 0 ? -1 : part.key().of(value);
      if (key >= 0) {
        addEach(place, own, from + 1, Rule.mix(before, key), out);
      }
    }
  }
}
