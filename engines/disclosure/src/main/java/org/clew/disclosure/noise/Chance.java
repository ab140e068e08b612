package org.clew.disclosure.noise;

import java.math.BigInteger;

/// Events that happen with exactly the probability e^-γ for a fraction γ, by whole numbers alone
/// (Canonne, Kamath and Steinke, "The Discrete Gaussian for Differential Privacy", 2020, algorithm
/// 1).
final class Chance {

  private static final BigInteger LARGEST = BigInteger.valueOf(Long.MAX_VALUE);

  private Chance() {}

  /// @param numerator 0 at least
  /// @param denominator 1 at least
  static boolean expMinus(Bits bits, long numerator, long denominator) {
    long rest = numerator;
    while (rest > denominator) {
      if (!expMinusOneAtMost(bits, 1, 1)) {
        return false;
      }
      rest -= denominator;
    }
    return expMinusOneAtMost(bits, rest, denominator);
  }

  /// The same for numbers of any size.
  static boolean expMinus(Bits bits, BigInteger numerator, BigInteger denominator) {
    if (numerator.compareTo(LARGEST) <= 0 && denominator.compareTo(LARGEST) <= 0) {
      return expMinus(bits, numerator.longValueExact(), denominator.longValueExact());
    }
    BigInteger rest = numerator;
    while (rest.compareTo(denominator) > 0) {
      if (!expMinusOneAtMost(bits, 1, 1)) {
        return false;
      }
      rest = rest.subtract(denominator);
    }
    long k = 1;
    while (below(bits, denominator).compareTo(rest) < 0 && bits.below(k) == 0) {
      k++;
    }
    return (k & 1) == 1;
  }

  /// For γ from 0 to 1: the terms of its series, drawn until one fails.
  private static boolean expMinusOneAtMost(Bits bits, long numerator, long denominator) {
    long k = 1;
    while ((k == 1 || bits.below(k) == 0)
        && (numerator == denominator || bits.below(denominator) < numerator)) {
      k++;
    }
    return (k & 1) == 1;
  }

  private static BigInteger below(Bits bits, BigInteger bound) {
    int length = bound.bitLength();
    while (true) {
      BigInteger drawn = BigInteger.ZERO;
      for (int taken = 0; taken < length; taken += 32) {
        drawn = drawn.shiftLeft(32).or(BigInteger.valueOf(bits.next() >>> 32));
      }
      drawn = drawn.and(BigInteger.ONE.shiftLeft(length).subtract(BigInteger.ONE));
      if (drawn.compareTo(bound) < 0) {
        return drawn;
      }
    }
  }
}
