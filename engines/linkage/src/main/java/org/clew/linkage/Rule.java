package org.clew.linkage;

import java.util.List;
import java.util.stream.IntStream;

/// A blocking rule: rows that share its keys are compared. Blocks that are too large are cut up by
/// further traits and not dropped. Rows are known by their places ([Traits#row]).
final class Rule {
  /// One key of a rule.
  record Part(int trait, Likeness.Key key) {}

  private final Traits traits;
  final List<Part> parts;

  /// The traits and the keys of its parts.
  private final int[] keyed;

  private final Likeness.Key[] keys;

  /// Numbers by which keys are multiplied before they are added up to one.
  private final long[] factors;

  /// For the rule of rare words: the trait, and by value its keys in rising order.
  private final int wordTrait;

  private final int[][] words;

  /// Traits by which large blocks are cut, in that order.
  final int[] cuts;

  private Rule(Traits traits, List<Part> parts, int wordTrait, int[][] words, int[] cuts) {
    this.traits = traits;
    this.parts = parts;
    this.wordTrait = wordTrait;
    this.words = words;
    this.cuts = cuts;
    this.keyed = parts.stream().mapToInt(Part::trait).toArray();
    this.keys = parts.stream().map(Part::key).toArray(Likeness.Key[]::new);
    this.factors = IntStream.range(0, keys.length).mapToLong(part -> mix(1, part) | 1).toArray();
  }

  static Rule of(Traits traits, List<Part> parts) {
    return new Rule(traits, parts, -1, new int[0][], cuts(traits, mask(parts)));
  }

  static Rule ofWords(Traits traits, int trait, int[][] words) {
    return new Rule(traits, List.of(), trait, words, cuts(traits, 1 << trait));
  }

  private static int mask(List<Part> parts) {
    int mask = 0;
    for (Part part : parts) {
      mask |= 1 << part.trait;
    }
    return mask;
  }

  /// Traits outside the rule, the most telling first.
  private static int[] cuts(Traits traits, int used) {
    return IntStream.range(0, traits.size())
        .filter(trait -> (used >> trait & 1) == 0 && traits.all.get(trait).distinct > 8)
        .boxed()
        .sorted((a, b) -> Long.compare(traits.all.get(b).distinct, traits.all.get(a).distinct))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /// Its traits, one bit each.
  int uses() {
    return wordTrait >= 0 ? 1 << wordTrait : mask(parts);
  }

  boolean isOfWords() {
    return wordTrait >= 0;
  }

  /// Writes every key of every row, with the place of the row. Those of words are numbers of words;
  /// others are drawn evenly from all that are not below 0, so that by chance alone rows have the
  /// same that do not share the keys.
  void entries(Entries out) {
    boolean repeats = parts.stream().anyMatch(part -> traits.columns(part.trait) > 1);
    for (int from = 0; from < traits.rows; from += Entries.AT_A_TIME) {
      int to = Math.min(traits.rows, from + Entries.AT_A_TIME);
      if (isOfWords()) {
        addWords(from, to, out);
      } else if (repeats) {
        addEach(from, to, out);
      } else {
        add(from, to, out);
      }
    }
  }

  private void addWords(int from, int to, Entries out) {
    for (int place = from; place < to; place++) {
      addWords(place, out);
    }
  }

  private void addEach(int from, int to, Entries out) {
    for (int place = from; place < to; place++) {
      addEach(place, 0, 1, out);
    }
  }

  private void add(int from, int to, Entries out) {
    for (int place = from; place < to; place++) {
      add(place, out);
    }
  }

  private void addWords(int place, Entries out) {
    int value = traits.valueAt(wordTrait, 0, place);
    for (int i = 0; value >= 0 && i < words[value].length; i++) {
      out.add((long) words[value][i] << 32 | place);
    }
  }

  private void add(int place, Entries out) {
    long all = 0;
    int missing = 0;
    for (int part = 0; part < keys.length; part++) {
      int value = traits.valueAt(keyed[part], 0, place);
      int key = value < 0 ? -1 : keys[part].of(value);
      missing |= key;
      all += (key + 1L) * factors[part];
    }
    if (missing >= 0) {
      long drawn = (all ^ (all >>> 32)) * 0x94D049BB133111EBL;
      out.add((drawn ^ (drawn >>> 29)) >>> 33 << 32 | place);
    }
  }

  /// Where a trait has several columns, each with each.
  private void addEach(int place, int from, long before, Entries out) {
    if (from == keys.length) {
      out.add(before >>> 33 << 32 | place);
      return;
    }
    for (int column = 0; column < traits.columns(keyed[from]); column++) {
      int value = traits.valueAt(keyed[from], column, place);
      int key = value < 0 ? -1 : keys[from].of(value);
      if (key >= 0) {
        addEach(place, from + 1, mix(before, key), out);
      }
    }
  }

  /// One number for several keys; never 0.
  static long mix(long before, int key) {
    long mixed = (before + key + 1) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 32)) * 0x94D049BB133111EBL;
    mixed ^= mixed >>> 29;
    return mixed == 0 ? 1 : mixed;
  }
}
