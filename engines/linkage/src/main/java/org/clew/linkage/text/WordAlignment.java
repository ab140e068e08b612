package org.clew.linkage.text;

import java.util.Arrays;

/// The longest common subsequence of words (Wagner & Fischer 1974).
final class WordAlignment {
  /// Stands for a word that is not in the other text.
  static final int NOWHERE = -1;

  private WordAlignment() {}

  /// For each of some keys, which word of a text it is aligned with, or [#NOWHERE].
  static int[] of(long[] keys, Words words) {
    int rows = keys.length;
    int columns = words.size();
    int[][] longest = new int[rows + 1][columns + 1];
    for (int i = rows - 1; i >= 0; i--) {
      for (int j = columns - 1; j >= 0; j--) {
        longest[i][j] =
            keys[i] == words.key(j)
                ? longest[i + 1][j + 1] + 1
                : Math.max(longest[i + 1][j], longest[i][j + 1]);
      }
    }
    int[] aligned = new int[rows];
    Arrays.fill(aligned, NOWHERE);
    int i = 0;
    int j = 0;
    while (i < rows && j < columns) {
      if (keys[i] == words.key(j)) {
        aligned[i++] = j++;
      } else if (longest[i + 1][j] >= longest[i][j + 1]) {
        i++;
      } else {
        j++;
      }
    }
    return aligned;
  }
}
