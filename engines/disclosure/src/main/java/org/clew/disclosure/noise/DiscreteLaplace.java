package org.clew.disclosure.noise;

/// Whole numbers with probabilities in proportion to e^(-|x|/t), exactly (Canonne, Kamath and
/// Steinke 2020, algorithm 2).
///
/// @param scale t, 1 at least
public record DiscreteLaplace(long scale) {

  /// The largest scale.
  public static final long LARGEST = 1L << 30;

  /// @throws IllegalArgumentException when the scale is not from 1 to [#LARGEST]
  public DiscreteLaplace {
    if (scale < 1 || scale > LARGEST) {
      throw new IllegalArgumentException("A scale is from 1 to " + LARGEST + ".");
    }
  }

  /// One number.
  public long draw(Bits bits) {
    while (true) {
      long low = bits.below(scale);
      if (!Chance.expMinus(bits, low, scale)) {
        continue;
      }
      long high = 0;
      while (Chance.expMinus(bits, 1, 1)) {
        high++;
      }
      long size = low + scale * high;
      boolean negative = bits.coin();
      if (!negative || size != 0) {
        return negative ? -size : size;
      }
    }
  }
}
