package org.clew.linkage.text;

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
  private final int common;

  Rarity(Corpus corpus) {
    int shingles = corpus.from(corpus.size());
    int bits =
        Math.clamp(
            Long.SIZE - Long.numberOfLeadingZeros(shingles * 2L),
            SMALLEST_TABLE_BITS,
            LARGEST_TABLE_BITS);
    holders = new char[1 << bits];
    shift = Integer.SIZE - bits;
    for (int i = 0; i < shingles; i++) {
      int slot = slot(corpus.shingle(i));
      if (holders[slot] < MOST) {
        holders[slot]++;
      }
    }
    common = (int) Math.max(LEAST_COMMON, Math.sqrt(corpus.size()));
    for (int n = 1; n <= MOST; n++) {
      double bitsOfIt = Math.log1p(corpus.size() / (double) n) / Math.log(2);
      weights[n] = (byte) Math.max(1, Math.round(bitsOfIt * STEPS));
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
