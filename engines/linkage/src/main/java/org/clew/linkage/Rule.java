package org.clew.linkage;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A blocking rule: rows that share its keys are compared. Blocks that are too large are cut up by
/// further traits and not dropped; a row remembers how often its block was cut, so that it can be
/// told whether two rows were brought together. Rows are known by their places ([Traits#row]).
final class Rule {
  /// A block that could not be cut small enough: its rows meet their neighbours only.
  static final byte WINDOW = 127;

  /// One key of a rule.
  record Part(int trait, Likeness.Key key) {}

  private final Traits traits;
  final List<Part> parts;

  /// For the rule of rare words: the trait, and by value its keys in rising order.
  private final int wordTrait;

  private final int[][] words;
  private final Set<Integer> crowded = Collections.synchronizedSet(new HashSet<>());

  /// Traits by which large blocks are cut, in that order.
  final int[] cuts;

  private volatile byte @Nullable [] cut;

  private Rule(Traits traits, List<Part> parts, int wordTrait, int[][] words, int[] cuts) {
    this.traits = traits;
    this.parts = parts;
    this.wordTrait = wordTrait;
    this.words = words;
    this.cuts = cuts;
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
    return java.util.stream.IntStream.range(0, traits.size())
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

  /// Writes every key of every row under a rule of words, with the place of the row.
  void entries(Entries out) {
    for (int place = 0; place < traits.rows; place++) {
      for (int word : wordsOf(place)) {
        out.add((long) word << 32 | place);
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

  /// Says that the block of a row was cut so often.
  void cut(int place, byte times) {
    byte[] known = cut;
    if (known == null) {
      synchronized (this) {
        known = cut == null ? new byte[traits.rows] : cut;
        cut = known;
      }
    }
    known[place] = times;
  }

  /// Says that too many rows hold a word for it to bring them together by itself.
  void crowd(int word) {
    crowded.add(word);
  }

  private int[] wordsOf(int place) {
    int value = traits.valueAt(wordTrait, 0, place);
    return value < 0 ? new int[0] : words[value];
  }

  /// Whether two rows that share its keys, or for a rule of words any two, are in a block that was
  /// not cut.
  boolean meets(int a, int b) {
    if (isOfWords()) {
      return firstWord(a, b) >= 0;
    }
    byte[] known = cut;
    return known == null || (known[a] == 0 && known[b] == 0);
  }

  /// Whether the rule brings two such rows together.
  boolean joins(int a, int b) {
    if (isOfWords()) {
      return firstWord(a, b) >= 0;
    }
    byte[] known = cut;
    if (known == null) {
      return true;
    }
    int times = known[a];
    if (times != known[b] || times == WINDOW) {
      return false;
    }
    for (int i = 0; i < times; i++) {
      if (traits.valueAt(cuts[i], 0, a) != traits.valueAt(cuts[i], 0, b)) {
        return false;
      }
    }
    return true;
  }

  /// Whether any key of one row is one of the other's, where a trait has several columns.
  static boolean sharesKey(Traits traits, Part part, int a, int b) {
    int columns = traits.columns(part.trait);
    for (int i = 0; i < columns; i++) {
      int value = traits.valueAt(part.trait, i, a);
      int key = value < 0 ? -1 : part.key.of(value);
      for (int j = 0; key >= 0 && j < columns; j++) {
        int other = traits.valueAt(part.trait, j, b);
        if (other >= 0 && key == part.key.of(other)) {
          return true;
        }
      }
    }
    return false;
  }

  /// The first word of both that brings them together, -1 where there is none.
  int firstWord(int a, int b) {
    int[] left = wordsOf(a);
    int[] right = wordsOf(b);
    int i = 0;
    int j = 0;
    while (i < left.length && j < right.length) {
      if (left[i] == right[j]) {
        if (crowded.isEmpty() || !crowded.contains(left[i])) {
          return left[i];
        }
        i++;
        j++;
      } else if (left[i] < right[j]) {
        i++;
      } else {
        j++;
      }
    }
    return -1;
  }
}
