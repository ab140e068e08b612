package org.clew.linkage.text;

import java.util.Arrays;

/// How many bits it takes to single out the texts that have a shingle: log2(1 + texts / holders).
/// Counted in one table without keys, in which a rare shingle now and then passes for a less rare
/// one.
final class Rarity {
  /// Steps of one bit in which weights are kept.
  private static final int STEPS = 8;

  private static final int LEAST_COMMON = 64;
  private static final int MOST = Character.MAX_VALUE;
  private static final int SMALLEST_TABLE_BITS = 12;
  private static final int LARGEST_TABLE_BITS = 28;
  private static final int GOLDEN = 0x9E3779B1;

  private final char[] holders;
  private final int shift;
  private final byte[] weights = new byte[MOST + 1];

  private final int texts;
  private final int common;

  Rarity(Corpus corpus) {
    texts = corpus.size();
    int bits =
        Math.clamp(
            Long.SIZE - Long.numberOfLeadingZeros(corpus.shingles() * 2L),
            SMALLEST_TABLE_BITS,
            LARGEST_TABLE_BITS);
    holders = new char[1 << bits];
    shift = Integer.SIZE - bits;
    for (int text = 0; text < texts; text++) {
      count(corpus.piece(text), corpus.from(text), corpus.to(text));
    }
    common = (int) Math.max(LEAST_COMMON, Math.sqrt(texts));
    weights[1] = weighed(1);
    weights[MOST] = weighed(MOST);
    weighBetween(1, MOST);
  }

  private byte weighed(int holders) {
    double bits = Math.log1p(texts / (double) holders) / Math.log(2);
    return (byte) Math.max(1, Math.round(bits * STEPS));
  }

  /// The more holders, the less weight: what weighs the same at both ends does so in between.
  private void weighBetween(int from, int to) {
    int middle = (from + to) >>> 1;
    if (weights[from] == weights[to]) {
      Arrays.fill(weights, from, to, weights[from]);
    } else if (from < middle) {
      weights[middle] = weighed(middle);
      weighBetween(from, middle);
      weighBetween(middle, to);
    }
  }

  private void count(int[] piece, int from, int to) {
    for (int i = from; i < to; i++) {
      int slot = slot(piece[i]);
      if (holders[slot] < MOST) {
        holders[slot]++;
      }
    }
  }

  private int slot(int shingle) {
    return (shingle * GOLDEN) >>> shift;
  }

  /// How many texts have a shingle, 65,535 at most.
  int holders(int shingle) {
    return holders[slot(shingle)];
  }

  /// In eighths of a bit, without a sign.
  byte weight(int holders) {
    return weights[holders];
  }

  /// The number of holders from which a shingle says less than half of what it takes to single out
  /// one text.
  int common() {
    return common;
  }
}
