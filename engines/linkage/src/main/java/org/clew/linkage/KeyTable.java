package org.clew.linkage;

import java.util.ArrayList;
import java.util.List;

/// What all rules see of the rows: by place one number for each rule, side by side, so that whether
/// two rows share a rule's keys is a look at two short runs of numbers. Two rows have the same
/// number where they have the same keys, and by chance alone where they have not.
final class KeyTable {
  /// Instead of a number: a row that says nothing of one of a rule's keys.
  private static final int NONE = 0;

  private final Traits traits;
  private final List<Rule> rules;
  private final int width;
  private final int[] keys;

  /// By rule, whether a row may stand under several keys, and so meet another row more than once.
  private final boolean[] repeats;

  /// By rule, whether its numbers do not tell all.
  private final boolean[] isAsked;

  KeyTable(Traits traits, List<Rule> rules) {
    this.traits = traits;
    this.rules = rules;
    width = rules.size();
    keys = new int[Math.multiplyExact(traits.rows, width)];
    repeats = new boolean[width];
    isAsked = new boolean[width];
    for (int rule = 0; rule < width; rule++) {
      repeats[rule] =
          rules.get(rule).parts.stream().anyMatch(part -> traits.columns(part.trait()) > 1);
      isAsked[rule] = repeats[rule] || rules.get(rule).isOfWords();
    }
    fill();
  }

  private void fill() {
    List<Rule.Part> parts = new ArrayList<>();
    int[][] looked = new int[width][];
    for (int rule = 0; rule < width; rule++) {
      List<Rule.Part> own = repeats[rule] ? List.of() : rules.get(rule).parts;
      own.stream().filter(part -> !parts.contains(part)).forEach(parts::add);
      looked[rule] = own.stream().mapToInt(parts::indexOf).toArray();
    }
    int[] held = new int[parts.size()];
    int[] trait = parts.stream().mapToInt(Rule.Part::trait).toArray();
    Likeness.Key[] key = parts.stream().map(Rule.Part::key).toArray(Likeness.Key[]::new);
    for (int place = 0; place < traits.rows; place++) {
      for (int part = 0; part < held.length; part++) {
        int value = traits.valueAt(trait[part], 0, place);
        held[part] = value < 0 ? -1 : key[part].of(value);
      }
      for (int rule = 0; rule < width; rule++) {
        keys[place * width + rule] = key(held, looked[rule]);
      }
    }
  }

  private static int key(int[] held, int[] looked) {
    long all = 1;
    for (int part : looked) {
      if (held[part] < 0) {
        return NONE;
      }
      all = Rule.mix(all, held[part]);
    }
    return looked.length == 0 ? NONE : number(all);
  }

  private static int number(long all) {
    int upper = (int) (all >>> 32);
    return upper == NONE ? 1 : upper;
  }

  /// The next rule from one on, and before another, whose keys the rows at two places share, or of
  /// which no number can tell, because it is one of words; that other where there is none.
  int next(int from, int before, int a, int b) {
    int left = a * width;
    int right = b * width;
    for (int rule = from; rule < before; rule++) {
      int key = keys[left + rule];
      if ((key != NONE && key == keys[right + rule]) || (isAsked[rule] && share(rule, a, b))) {
        return rule;
      }
    }
    return before;
  }

  private boolean share(int rule, int a, int b) {
    return rules.get(rule).isOfWords()
        || rules.get(rule).parts.stream().allMatch(part -> Rule.sharesKey(traits, part, a, b));
  }

  /// Looks at what it knows of a place, so that it is near when it is asked for.
  int prefetch(int place) {
    int at = place * width;
    return keys[at] ^ keys[at + width - 1];
  }

  /// Whether a row may stand under several keys of a rule, and so meet another row more than once.
  boolean repeats(int rule) {
    return repeats[rule];
  }

  /// Writes every key of every row under a rule, with the place of the row.
  void entries(int rule, Entries out) {
    List<Rule.Part> parts = rules.get(rule).parts;
    for (int place = 0; place < traits.rows; place++) {
      int key = keys[place * width + rule];
      if (key != NONE) {
        out.add((long) key << 32 | place);
      } else if (repeats[rule]) {
        addEach(place, parts, 0, 1, out);
      }
    }
  }

  /// Where a trait has several columns, each with each.
  private void addEach(int place, List<Rule.Part> parts, int from, long before, Entries out) {
    if (from == parts.size()) {
      out.add((long) number(before) << 32 | place);
      return;
    }
    Rule.Part part = parts.get(from);
    for (int column = 0; column < traits.columns(part.trait()); column++) {
      int value = traits.valueAt(part.trait(), column, place);
      int key = value < 0 ? -1 : part.key().of(value);
      if (key >= 0) {
        addEach(place, parts, from + 1, Rule.mix(before, key), out);
      }
    }
  }
}
