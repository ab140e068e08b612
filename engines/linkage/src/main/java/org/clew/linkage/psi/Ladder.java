package org.clew.linkage.psi;

import static org.clew.linkage.psi.Field25519.add;
import static org.clew.linkage.psi.Field25519.exchange;
import static org.clew.linkage.psi.Field25519.multiply;
import static org.clew.linkage.psi.Field25519.square;
import static org.clew.linkage.psi.Field25519.subtract;

/// X25519, the multiplication of a point by a scalar (RFC 7748, section 5): the same steps, in the
/// same order, for every scalar and every point.
final class Ladder {

  static final int SCALAR_BYTES = 32;

  /// A quarter of the curve's coefficient and two: a24 of RFC 7748, and one.
  private static final int A24_AND_ONE = 121666;

  private static final int HIGHEST_BIT = 254;

  /// The sum of both points, and their double, each as a fraction.
  private final long[] x2 = Field25519.one();

  private final long[] z2 = Field25519.zero();
  private final long[] x3;
  private final long[] z3 = Field25519.one();
  private final long[] sum = Field25519.zero();
  private final long[] difference = Field25519.zero();
  private final long[] otherSum = Field25519.zero();
  private final long[] otherDifference = Field25519.zero();

  private Ladder(long[] x) {
    x3 = x.clone();
  }

  /// The point times the scalar, zero where the point is of low order.
  ///
  /// @param scalar 32 bytes, whose bits are set as the standard says before they are used
  /// @param point a u-coordinate
  static Fraction multiplied(byte[] scalar, byte[] point) {
    byte[] bits = scalar.clone();
    bits[0] &= (byte) 0xf8;
    bits[SCALAR_BYTES - 1] = (byte) ((bits[SCALAR_BYTES - 1] & 0x7f) | 0x40);
    long[] x = Field25519.decode(point);
    return new Ladder(x).climbed(bits, x);
  }

  private Fraction climbed(byte[] bits, long[] x) {
    long swapped = 0;
    for (int at = HIGHEST_BIT; at >= 0; at--) {
      long bit = (bits[at >> 3] >> (at & 7)) & 1;
      exchange(-(swapped ^ bit), x2, x3);
      exchange(-(swapped ^ bit), z2, z3);
      swapped = bit;
      step(x);
    }
    exchange(-swapped, x2, x3);
    exchange(-swapped, z2, z3);
    return new Fraction(x2, z2);
  }

  private void step(long[] x) {
    add(x2, z2, sum);
    subtract(x2, z2, difference);
    add(x3, z3, otherSum);
    subtract(x3, z3, otherDifference);
    multiply(otherDifference, sum, otherDifference);
    multiply(otherSum, difference, otherSum);
    square(sum, sum);
    square(difference, difference);
    add(otherDifference, otherSum, x3);
    subtract(otherDifference, otherSum, z3);
    square(x3, x3);
    square(z3, z3);
    multiply(z3, x, z3);
    multiply(sum, difference, x2);
    subtract(sum, difference, sum);
    multiply(sum, A24_AND_ONE, z2);
    add(z2, difference, z2);
    multiply(z2, sum, z2);
  }
}
