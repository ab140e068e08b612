package org.clew.linkage.psi;

/// A u-coordinate of Curve25519 as a fraction. Over zero it is that of the point at infinity, which
/// is written as zero.
final class Fraction {

  private final long[] numerator;
  private final long[] denominator;

  /// Of two tight numbers.
  Fraction(long[] numerator, long[] denominator) {
    this.numerator = numerator;
    this.denominator = denominator;
  }

  long[] numerator() {
    return numerator;
  }

  long[] denominator() {
    return denominator;
  }

  /// The one way to write it.
  byte[] encoded() {
    return encoded(new Fraction[] {this})[0];
  }

  /// Many of them at the price of one inversion and three products each (Montgomery's trick): the
  /// product of all denominators is inverted, and what is not wanted is multiplied away again.
  static byte[][] encoded(Fraction[] all) {
    int count = all.length;
    long[][] before = new long[count][];
    long[][] divisors = new long[count][];
    long[] product = Field25519.one();
    for (int i = 0; i < count; i++) {
      long[] divisor = all[i].denominator.clone();
      Field25519.choose(Field25519.zeroMask(divisor), Field25519.one(), divisor);
      divisors[i] = divisor;
      before[i] = product;
      product = times(product, divisor);
    }
    long[] inverse = Field25519.zero();
    Field25519.invert(product, inverse);
    byte[][] out = new byte[count][];
    for (int i = count - 1; i >= 0; i--) {
      long[] quotient = times(times(inverse, before[i]), all[i].numerator);
      Field25519.choose(Field25519.zeroMask(all[i].denominator), Field25519.zero(), quotient);
      out[i] = Field25519.encode(quotient);
      inverse = times(inverse, divisors[i]);
    }
    return out;
  }

  private static long[] times(long[] a, long[] b) {
    long[] out = Field25519.zero();
    Field25519.multiply(a, b, out);
    return out;
  }
}
