package org.clew.linkage.text;

/// Hashes of words and of what they make up.
final class Hashes {
  private static final long PRIME = 0x9E3779B97F4A7C15L;

  /// The hash of a word without letters.
  static final long WORD = 0x5851F42D4C957F2DL;

  private Hashes() {}

  /// The hash of a word with one more letter.
  static long letter(long word, int letter) {
    return (word ^ letter) * PRIME;
  }

  /// One number spread over all bits (the finaliser of SplitMix64).
  static long mix(long number) {
    long mixed = (number ^ number >>> 30) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
    return mixed ^ mixed >>> 31;
  }

  static long pair(long first, long second) {
    return mix(first * PRIME + second);
  }
}
