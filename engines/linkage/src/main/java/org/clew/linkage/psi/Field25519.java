package org.clew.linkage.psi;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.math.BigInteger;
import java.nio.ByteOrder;

/// Numbers modulo 2²⁵⁵ − 19, the field of Curve25519 (RFC 7748, section 4.1), as five limbs of 51
/// bits. Nothing here branches on a number or looks one up, so that the work is the same for all.
///
/// A number is *tight* where its limbs are below 2⁵¹ and a little, as a product's are, and *loose*
/// where they are below 2⁵³, as the sum or the difference of two tight ones are. Products take
/// loose numbers; sums and differences take tight ones. What is written to may be what is read.
final class Field25519 {

  /// Bytes of a number, little-endian.
  static final int BYTES = 32;

  static final BigInteger P = BigInteger.ONE.shiftLeft(255).subtract(BigInteger.valueOf(19));

  private static final int LIMBS = 5;
  private static final int BITS = 51;
  private static final long MASK = (1L << BITS) - 1;

  /// What 2²⁵⁵ is.
  private static final long FOLD = 19;

  /// Twice the modulus, limb by limb: added before a tight number is taken away.
  private static final long TWICE_LOWEST = 2 * (MASK + 1 - FOLD);

  private static final long TWICE = 2 * MASK;

  /// Shifts of both factors, so that the upper word of a product begins at its bit 51.
  private static final int LEFT = 6;

  private static final int RIGHT = 7;

  /// What the sum above the highest limb may be too much: as many parts, each rounded down, are
  /// taken from it.
  private static final long MOST_OVER = 4;

  private static final VarHandle WORDS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private Field25519() {}

  /// Zero, to be written to.
  static long[] zero() {
    return new long[LIMBS];
  }

  static long[] one() {
    return small(1);
  }

  /// @param value 0 to 2⁵¹ − 1
  static long[] small(long value) {
    long[] out = zero();
    out[0] = value;
    return out;
  }

  /// @param value 0 to 2²⁵⁵ − 1
  static long[] of(BigInteger value) {
    long[] out = zero();
    for (int limb = 0; limb < LIMBS; limb++) {
      out[limb] = value.shiftRight(limb * BITS).longValue() & MASK;
    }
    return out;
  }

  /// Of 32 bytes, whose highest bit is not looked at.
  static long[] decode(byte[] bytes) {
    long first = (long) WORDS.get(bytes, 0);
    long second = (long) WORDS.get(bytes, 8);
    long third = (long) WORDS.get(bytes, 16);
    long fourth = (long) WORDS.get(bytes, 24);
    return new long[] {
      first & MASK,
      ((first >>> 51) | (second << 13)) & MASK,
      ((second >>> 38) | (third << 26)) & MASK,
      ((third >>> 25) | (fourth << 39)) & MASK,
      (fourth >>> 12) & MASK
    };
  }

  /// The one way to write a number, below 2²⁵⁵ − 19.
  static byte[] encode(long[] loose) {
    long[] x = reduced(loose);
    byte[] out = new byte[BYTES];
    WORDS.set(out, 0, x[0] | (x[1] << 51));
    WORDS.set(out, 8, (x[1] >>> 13) | (x[2] << 38));
    WORDS.set(out, 16, (x[2] >>> 26) | (x[3] << 25));
    WORDS.set(out, 24, (x[3] >>> 39) | (x[4] << 12));
    return out;
  }

  /// The number below 2²⁵⁵ − 19, its limbs below 2⁵¹.
  private static long[] reduced(long[] loose) {
    long[] x = zero();
    carry(loose[0], loose[1], loose[2], loose[3], loose[4], x);
    carry(x[0], x[1], x[2], x[3], x[4], x);
    long over = (x[0] + FOLD) >>> BITS;
    for (int limb = 1; limb < LIMBS; limb++) {
      over = (x[limb] + over) >>> BITS;
    }
    long carried = FOLD * over;
    for (int limb = 0; limb < LIMBS; limb++) {
      long sum = x[limb] + carried;
      x[limb] = sum & MASK;
      carried = sum >>> BITS;
    }
    return x;
  }

  /// All ones where the number is zero, else zero.
  static long zeroMask(long[] loose) {
    long[] x = reduced(loose);
    return ((x[0] | x[1] | x[2] | x[3] | x[4]) - 1) >> (Long.SIZE - 1);
  }

  /// All ones where the number, written the one way, is odd, else zero.
  static long oddMask(long[] loose) {
    return -(reduced(loose)[0] & 1);
  }

  static void add(long[] a, long[] b, long[] out) {
    out[4] = a[4] + b[4];
    out[3] = a[3] + b[3];
    out[2] = a[2] + b[2];
    out[1] = a[1] + b[1];
    out[0] = a[0] + b[0];
  }

  static void subtract(long[] a, long[] b, long[] out) {
    out[4] = a[4] + TWICE - b[4];
    out[3] = a[3] + TWICE - b[3];
    out[2] = a[2] + TWICE - b[2];
    out[1] = a[1] + TWICE - b[1];
    out[0] = a[0] + TWICE_LOWEST - b[0];
  }

  /// Makes a loose number tight.
  static void tighten(long[] x) {
    carry(x[0], x[1], x[2], x[3], x[4], x);
  }

  /// Puts one number for another where a mask is all ones, and does the same work where it is zero.
  static void choose(long mask, long[] where, long[] out) {
    for (int limb = 0; limb < LIMBS; limb++) {
      out[limb] ^= mask & (out[limb] ^ where[limb]);
    }
  }

  /// Exchanges two numbers where a mask is all ones, and does the same work where it is zero.
  static void exchange(long mask, long[] a, long[] b) {
    for (int limb = LIMBS - 1; limb >= 0; limb--) {
      long both = mask & (a[limb] ^ b[limb]);
      a[limb] ^= both;
      b[limb] ^= both;
    }
  }

  /// Fifteen products of limbs instead of twenty-five (Karatsuba): what two limbs of each number
  /// give crosswise is the product of their sums without the two of their own. Each product is kept
  /// as its lower word and as what is above its bit 51, rounded down; that both are of the same sum
  /// tells how much was rounded away.
  static void multiply(long[] a, long[] b, long[] out) {
    long a4 = a[4];
    long a3 = a[3];
    long a2 = a[2];
    long a1 = a[1];
    long a0 = a[0];
    long b4 = b[4];
    long b3 = b[3];
    long b2 = b[2];
    long b1 = b[1];
    long b0 = b[0];
    long w0 = a0 * b0;
    long w1 = a1 * b1;
    long w2 = a2 * b2;
    long w3 = a3 * b3;
    long w4 = a4 * b4;
    long w01 = w0 + w1;
    long w23 = w2 + w3;
    long w34 = w3 + w4;
    long w5 = (a1 + a4) * (b1 + b4) + (a2 + a3) * (b2 + b3) - (w1 + w2) - w34;
    long w6 = (a2 + a4) * (b2 + b4) - w2 - w4 + w3;
    long w7 = (a3 + a4) * (b3 + b4) - w34;
    long v0 = above(a0, b0);
    long v1 = above(a1, b1);
    long v2 = above(a2, b2);
    long v3 = above(a3, b3);
    long v4 = above(a4, b4);
    long v01 = v0 + v1;
    long v23 = v2 + v3;
    long v34 = v3 + v4;
    long v5 = above(a1 + a4, b1 + b4) + above(a2 + a3, b2 + b3) - (v1 + v2) - v34;
    long v6 = above(a2 + a4, b2 + b4) - v2 - v4 + v3;
    long v7 = above(a3 + a4, b3 + b4) - v34;
    long s0 = w0 + FOLD * w5;
    long s1 = (a0 + a1) * (b0 + b1) - w01 + FOLD * w6;
    long s2 = (a0 + a2) * (b0 + b2) - w0 - w2 + w1 + FOLD * w7;
    long s3 = (a0 + a3) * (b0 + b3) + (a1 + a2) * (b1 + b2) - w01 - w23 + FOLD * w4;
    long s4 = (a0 + a4) * (b0 + b4) + (a1 + a3) * (b1 + b3) - w01 - w34 + w2;
    long t0 = v0 + FOLD * v5;
    long t1 = above(a0 + a1, b0 + b1) - v01 + FOLD * v6;
    long t2 = above(a0 + a2, b0 + b2) - v0 - v2 + v1 + FOLD * v7;
    long t3 = above(a0 + a3, b0 + b3) + above(a1 + a2, b1 + b2) - v01 - v23 + FOLD * v4;
    long t4 = above(a0 + a4, b0 + b4) + above(a1 + a3, b1 + b3) - v01 - v34 + v2 - MOST_OVER;
    carry(
        below(s0, t0) + FOLD * t4,
        below(s1, t1) + t0,
        below(s2, t2) + t1,
        below(s3, t3) + t2,
        below(s4, t4) + t3,
        out);
  }

  static void square(long[] a, long[] out) {
    long a4 = a[4];
    long a3 = a[3];
    long a2 = a[2];
    long a1 = a[1];
    long a0 = a[0];
    long d0 = 2 * a0;
    long d1 = 2 * a1;
    long d2 = 2 * a2;
    long d3 = 2 * a3;
    long l0 = a0 << LEFT;
    long l1 = a1 << LEFT;
    long l2 = a2 << LEFT;
    long l3 = a3 << LEFT;
    long l4 = a4 << LEFT;
    long r0 = d0 << RIGHT;
    long r1 = d1 << RIGHT;
    long r2 = d2 << RIGHT;
    long r3 = d3 << RIGHT;
    long s0 = low(a0, a0);
    long s1 = low(d0, a1) + high(l0, a0 << RIGHT);
    long s2 = low(d0, a2) + low(a1, a1) + high(r0, l1);
    long s3 = low(d0, a3) + low(d1, a2) + high(r0, l2) + high(l1, a1 << RIGHT);
    long s4 = low(d0, a4) + low(d1, a3) + low(a2, a2) + high(r0, l3) + high(r1, l2);
    long s5 = low(d1, a4) + low(d2, a3) + high(r0, l4) + high(r1, l3) + high(l2, a2 << RIGHT);
    long s6 = low(d2, a4) + low(a3, a3) + high(r1, l4) + high(r2, l3);
    long s7 = low(d3, a4) + high(r2, l4) + high(l3, a3 << RIGHT);
    long s8 = low(a4, a4) + high(r3, l4);
    long s9 = high(l4, a4 << RIGHT);
    carry(s0 + FOLD * s5, s1 + FOLD * s6, s2 + FOLD * s7, s3 + FOLD * s8, s4 + FOLD * s9, out);
  }

  /// @param factor 0 to 2²⁰
  static void multiply(long[] a, long factor, long[] out) {
    long shifted = factor << (LEFT + RIGHT);
    long above4 = high(a[4], shifted);
    long above3 = high(a[3], shifted);
    long above2 = high(a[2], shifted);
    long above1 = high(a[1], shifted);
    long above0 = high(a[0], shifted);
    carry(
        low(a[0], factor) + FOLD * above4,
        low(a[1], factor) + above0,
        low(a[2], factor) + above1,
        low(a[3], factor) + above2,
        low(a[4], factor) + above3,
        out);
  }

  static void squareTimes(long[] a, int times, long[] out) {
    square(a, out);
    for (int i = 1; i < times; i++) {
      square(out, out);
    }
  }

  /// One over a number, by Fermat: to the 2²⁵⁵ − 21. Zero's is zero.
  static void invert(long[] a, long[] out) {
    long[] cubed = zero();
    square(a, cubed);
    multiply(cubed, a, cubed);
    powerOfRoot(a, out);
    squareTimes(out, 3, out);
    multiply(out, cubed, out);
  }

  /// To the (p − 5) / 8 = 2²⁵² − 3, of which square roots are made.
  static void powerOfRoot(long[] a, long[] out) {
    long[] two = squared(a, 1);
    long[] nine = times(squared(two, 2), a);
    long[] eleven = times(two, nine);
    long[] ones5 = times(squared(eleven, 1), nine);
    long[] ones10 = times(squared(ones5, 5), ones5);
    long[] ones20 = times(squared(ones10, 10), ones10);
    long[] ones40 = times(squared(ones20, 20), ones20);
    long[] ones50 = times(squared(ones40, 10), ones10);
    long[] ones100 = times(squared(ones50, 50), ones50);
    long[] ones200 = times(squared(ones100, 100), ones100);
    long[] ones250 = times(squared(ones200, 50), ones50);
    multiply(squared(ones250, 2), a, out);
  }

  private static long[] squared(long[] a, int times) {
    long[] out = zero();
    squareTimes(a, times, out);
    return out;
  }

  private static long[] times(long[] a, long[] b) {
    long[] out = zero();
    multiply(a, b, out);
    return out;
  }

  /// Bits 0 to 50 of a product.
  private static long low(long a, long b) {
    return a * b & MASK;
  }

  /// A product from its bit 51 upwards.
  private static long above(long a, long b) {
    return high(a << LEFT, b << RIGHT);
  }

  /// What a sum of products is without the part above bit 51: less than a word either way.
  private static long below(long word, long above) {
    return word - (above << BITS);
  }

  /// A product from its bit 51 upwards, of factors that are shifted by 13 bits together.
  private static long high(long a, long b) {
    return Math.multiplyHigh(a, b);
  }

  /// The limbs may be below zero, what they make together is not.
  private static void carry(long x0, long x1, long x2, long x3, long x4, long[] out) {
    long y1 = x1 + (x0 >> BITS);
    long y2 = x2 + (y1 >> BITS);
    long y3 = x3 + (y2 >> BITS);
    long y4 = x4 + (y3 >> BITS);
    long y0 = (x0 & MASK) + FOLD * (y4 >> BITS);
    out[4] = y4 & MASK;
    out[3] = y3 & MASK;
    out[2] = y2 & MASK;
    out[1] = (y1 & MASK) + (y0 >> BITS);
    out[0] = y0 & MASK;
  }
}
