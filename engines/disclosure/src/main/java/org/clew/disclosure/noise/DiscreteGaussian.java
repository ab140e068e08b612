package org.clew.disclosure.noise;

import java.math.BigInteger;

/// Whole numbers with probabilities in proportion to e^(-x²/2σ²), exactly, no floating point on the
/// way (Canonne, Kamath and Steinke 2020, algorithm 3). Added to a count that one person changes by
/// one at most, it costs ρ = 1/(2σ²) of zero-concentrated differential privacy.
public final class DiscreteGaussian {

  /// Variances are multiples of one over this.
  public static final long PARTS = 16;

  private static final long LARGEST = 1L << 40;

  private final long variance;
  private final long scale;
  private final DiscreteLaplace laplace;
  private final long denominator;
  private final long safely;

  /// @param variance σ² in sixteenths, from 1 to 2^40
  public DiscreteGaussian(long variance) {
    if (variance < 1 || variance > LARGEST) {
      throw new IllegalArgumentException("A variance is from a sixteenth to 2^36.");
    }
    this.variance = variance;
    scale = root(variance / PARTS) + 1;
    laplace = new DiscreteLaplace(scale);
    BigInteger whole =
        BigInteger.valueOf(2 * variance)
            .multiply(BigInteger.valueOf(PARTS))
            .multiply(BigInteger.valueOf(scale))
            .multiply(BigInteger.valueOf(scale));
    boolean fits = whole.bitLength() < 63;
    denominator = fits ? whole.longValueExact() : 0;
    // (|y|·t·16 - v)² must fit, too.
    safely = fits ? ((1L << 31) + variance) / (scale * PARTS) : -1;
  }

  /// The least noise whose variance is no less than asked for.
  public static DiscreteGaussian ofVariance(double variance) {
    return new DiscreteGaussian(Math.max(1, (long) Math.ceil(variance * PARTS)));
  }

  private static long root(long square) {
    long root = (long) Math.sqrt((double) square);
    while (root * root > square) {
      root--;
    }
    while ((root + 1) * (root + 1) <= square) {
      root++;
    }
    return root;
  }

  /// σ².
  public double variance() {
    return (double) variance / PARTS;
  }

  /// σ.
  public double deviation() {
    return Math.sqrt(variance());
  }

  /// One number.
  public long draw(Bits bits) {
    while (true) {
      long drawn = laplace.draw(bits);
      if (keeps(bits, Math.abs(drawn))) {
        return drawn;
      }
    }
  }

  /// With probability e^(-(|y| - σ²/t)² / 2σ²).
  private boolean keeps(Bits bits, long size) {
    if (size <= safely) {
      long off = size * scale * PARTS - variance;
      return Chance.expMinus(bits, off * off, denominator);
    }
    BigInteger off =
        BigInteger.valueOf(size)
            .multiply(BigInteger.valueOf(scale * PARTS))
            .subtract(BigInteger.valueOf(variance));
    return Chance.expMinus(
        bits,
        off.multiply(off),
        BigInteger.valueOf(2 * variance)
            .multiply(BigInteger.valueOf(PARTS))
            .multiply(BigInteger.valueOf(scale))
            .multiply(BigInteger.valueOf(scale)));
  }
}
