package org.clew.linkage;

/// A weight in one word. Boundaries are match weights in bits.
public enum Strength {
  /// At least 6.6 bits: the odds are 99 to 1 or better.
  STRONG,
  /// At least 0 bits: more likely the same than not.
  MEDIUM,
  /// Below 0 bits: worth a look, no more.
  WEAK;

  private static final double STRONG_BITS = 6.6;

  /// The strength of a match weight.
  ///
  /// @param weight in bits
  public static Strength of(double weight) {
    if (weight >= STRONG_BITS) {
      return STRONG;
    }
    return weight >= 0 ? MEDIUM : WEAK;
  }
}
