package org.clew.linkage;

import java.util.Arrays;
import java.util.Comparator;

/// By value, the keys under which its words bring rows together: the rarest words alone, common
/// ones two by two.
final class WordKeys {
  private static final int RARE = 40;
  private static final int ALONE = 5;

  private WordKeys() {}

  static int[][] of(Trait trait) {
    Likeness likeness = trait.likeness;
    int[][] words = likeness.words();
    int[][] out = new int[words.length][];
    for (int value = 0; value < out.length; value++) {
      int[] shared = shared(words[value], likeness);
      int[] keys = new int[most(likeness)];
      int[] count = {0};
      choose(
          shared,
          likeness,
          (one, other) -> keys[count[0]++] = one == other ? one : pair(one, other));
      out[value] = Arrays.stream(keys, 0, count[0]).sorted().distinct().toArray();
    }
    return out;
  }

  /// The keys of one value as numbers that are the same whatever other values there are. Of words
  /// that are equally rare those come first that do in the alphabet.
  static long[] lasting(Likeness likeness, int[] words) {
    int[] sorted =
        Arrays.stream(words)
            .boxed()
            .sorted(
                Comparator.comparingLong((Integer word) -> Math.max(2, likeness.wordHolders(word)))
                    .thenComparing(likeness::word))
            .mapToInt(Integer::intValue)
            .toArray();
    int[] shared = shared(sorted, likeness);
    long[] keys = new long[most(likeness)];
    int[] count = {0};
    choose(
        shared,
        likeness,
        (one, other) -> keys[count[0]++] = lasting(likeness.word(one), likeness.word(other)));
    return Arrays.stream(keys, 0, count[0]).sorted().distinct().toArray();
  }

  private static int most(Likeness likeness) {
    return ALONE + likeness.wordsTogether() * likeness.wordsTogether();
  }

  /// What one row alone holds brings nothing together.
  private static int[] shared(int[] words, Likeness likeness) {
    return Arrays.stream(words).filter(word -> likeness.wordHolders(word) > 1).toArray();
  }

  private interface Taker {
    /// Takes a word, given twice, or two words.
    void take(int one, int other);
  }

  /// @param words from the rarest on
  private static void choose(int[] words, Likeness likeness, Taker taker) {
    int together = likeness.wordsTogether();
    int rare = 0;
    while (rare < words.length && rare < ALONE && likeness.wordHolders(words[rare]) <= RARE) {
      taker.take(words[rare], words[rare]);
      rare++;
    }
    int end = Math.min(words.length, rare + together);
    for (int i = rare; i < end; i++) {
      for (int j = i + 1; j < end; j++) {
        taker.take(words[i], words[j]);
      }
    }
    if (words.length == 1 && rare == 0) {
      taker.take(words[0], words[0]);
    }
  }

  private static int pair(int one, int other) {
    long low = Math.min(one, other);
    long key = (low * 0x9E3779B97F4A7C15L + Math.max(one, other)) * 0xBF58476D1CE4E5B9L;
    return (int) (key >>> 33) | 0x40000000;
  }

  private static long lasting(String one, String other) {
    var texts = new Texts();
    boolean turned = one.compareTo(other) > 0;
    String words = turned ? other + ' ' + one : one + ' ' + other;
    return texts.lasting(texts.code(words));
  }
}
