package org.clew.linkage;

import java.util.Arrays;

/// By value, the keys under which its words bring rows together: the rarest words alone, common
/// ones two by two.
final class WordKeys {
  private static final int RARE = 40;
  private static final int ALONE = 5;

  private WordKeys() {}

  static int[][] of(Trait trait) {
    int[][] words = trait.likeness.words();
    int[] holders = holders(words, trait.counts);
    int[][] out = new int[words.length][];
    for (int value = 0; value < out.length; value++) {
      // What one row alone holds brings nothing together.
      int[] shared = Arrays.stream(words[value]).filter(word -> holders[word] > 1).toArray();
      out[value] = keys(shared, holders, trait.likeness.wordsTogether());
    }
    return out;
  }

  private static int[] holders(int[][] words, int[] counts) {
    int most = 0;
    for (int[] each : words) {
      for (int word : each) {
        most = Math.max(most, word + 1);
      }
    }
    int[] out = new int[most];
    for (int value = 0; value < words.length; value++) {
      for (int word : words[value]) {
        out[word] += counts[value];
      }
    }
    return out;
  }

  /// @param words from the rarest on
  private static int[] keys(int[] words, int[] holders, int together) {
    int[] out = new int[ALONE + together * together];
    int count = 0;
    int rare = 0;
    while (rare < words.length && rare < ALONE && holders[words[rare]] <= RARE) {
      out[count++] = words[rare++];
    }
    int end = Math.min(words.length, rare + together);
    for (int i = rare; i < end; i++) {
      for (int j = i + 1; j < end; j++) {
        out[count++] = pair(words[i], words[j]);
      }
    }
    if (words.length == 1 && rare == 0) {
      out[count++] = words[0];
    }
    return Arrays.stream(out, 0, count).sorted().distinct().toArray();
  }

  private static int pair(int one, int other) {
    long low = Math.min(one, other);
    long key = (low * 0x9E3779B97F4A7C15L + Math.max(one, other)) * 0xBF58476D1CE4E5B9L;
    return (int) (key >>> 33) | 0x40000000;
  }
}
