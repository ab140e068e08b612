package org.clew.linkage.psi;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// Points of Curve25519 made of bytes, so that nobody knows how one is a multiple of another: RFC
/// 9380, suites `curve25519_XMD:SHA-512_ELL2_RO_` and `…_NU_`, as u-coordinates before the cofactor
/// is cleared (every scalar of X25519 is a multiple of it). Not safe for several threads.
final class HashToCurve {

  /// Bytes of a point: a u-coordinate, little-endian (RFC 7748, section 5).
  static final int POINT_BYTES = Field25519.BYTES;

  /// The curve's coefficient, J of RFC 9380.
  private static final int J = 486662;

  private static final BigInteger P = Field25519.P;
  private static final long[] SQRT_MINUS_ONE =
      Field25519.of(BigInteger.TWO.modPow(P.subtract(BigInteger.ONE).shiftRight(2), P));
  private static final long[] ROOT_FACTOR =
      Field25519.of(BigInteger.TWO.modPow(P.add(BigInteger.valueOf(3)).shiftRight(3), P));

  private static final int HASH_BYTES = 64;
  private static final int BLOCK_BYTES = 128;
  private static final int ELEMENT_BYTES = 48;
  private static final int LOWER_BYTES = 31;
  private static final long[] LOWER_WEIGHT =
      Field25519.of(BigInteger.ONE.shiftLeft(LOWER_BYTES * Byte.SIZE));

  private final MessageDigest sha512;
  private final byte[] tag;

  /// @param domain the domain separation tag, at most 255 ASCII characters
  HashToCurve(String domain) {
    byte[] text = domain.getBytes(StandardCharsets.US_ASCII);
    if (text.length > 255) {
      throw new IllegalArgumentException("A domain separation tag has at most 255 bytes");
    }
    tag = new byte[text.length + 1];
    System.arraycopy(text, 0, tag, 0, text.length);
    tag[text.length] = (byte) text.length;
    try {
      sha512 = MessageDigest.getInstance("SHA-512");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-512", e);
    }
  }

  /// `hash_to_curve` without its last step: uniform over the curve.
  Fraction point(byte[] message) {
    long[][] elements = elements(message, 2);
    return chord(map(elements[0]), map(elements[1]));
  }

  /// `hash_to_curve`, whole: uniform over the multiples of eight, as points times a scalar are.
  Fraction cleared(byte[] message) {
    return twofold(twofold(twofold(point(message))));
  }

  /// `map_to_curve` of one element, as `encode_to_curve` uses it.
  static Fraction mapped(long[] element) {
    Mapped point = map(element);
    return new Fraction(point.numerator, point.denominator);
  }

  /// `hash_to_field` (section 5.2).
  long[][] elements(byte[] message, int count) {
    byte[] uniform = expand(message, count * ELEMENT_BYTES);
    long[][] elements = new long[count][];
    for (int i = 0; i < count; i++) {
      elements[i] = element(uniform, i);
    }
    return elements;
  }

  /// 48 bytes, big-endian: the lower 31 as they are, the other 17 times 2²⁴⁸.
  private static long[] element(byte[] uniform, int number) {
    byte[] lower = new byte[POINT_BYTES];
    byte[] upper = new byte[POINT_BYTES];
    int last = (number + 1) * ELEMENT_BYTES - 1;
    for (int i = 0; i < ELEMENT_BYTES; i++) {
      if (i < LOWER_BYTES) {
        lower[i] = uniform[last - i];
      } else {
        upper[i - LOWER_BYTES] = uniform[last - i];
      }
    }
    return sum(Field25519.decode(lower), times(Field25519.decode(upper), LOWER_WEIGHT));
  }

  /// `expand_message_xmd` (section 5.3.1).
  private byte[] expand(byte[] message, int length) {
    sha512.update(new byte[BLOCK_BYTES]);
    sha512.update(message);
    sha512.update((byte) (length >>> 8));
    sha512.update((byte) length);
    sha512.update((byte) 0);
    byte[] first = sha512.digest(tag);
    int blocks = (length + HASH_BYTES - 1) / HASH_BYTES;
    byte[] out = new byte[blocks * HASH_BYTES];
    byte[] mixed = first.clone();
    for (int block = 1; block <= blocks; block++) {
      sha512.update(mixed);
      sha512.update((byte) block);
      byte[] hash = sha512.digest(tag);
      System.arraycopy(hash, 0, out, (block - 1) * HASH_BYTES, HASH_BYTES);
      for (int i = 0; i < HASH_BYTES; i++) {
        mixed[i] = (byte) (first[i] ^ hash[i]);
      }
    }
    return out;
  }

  /// That of the point twice (RFC 7748, section 5, the doubling of the ladder).
  private static Fraction twofold(Fraction u) {
    long[] square = squared(sum(u.numerator(), u.denominator()));
    long[] other = squared(difference(u.numerator(), u.denominator()));
    long[] between = difference(square, other);
    long[] part = sum(times(between, (J - 2) / 4), square);
    return new Fraction(times(square, other), times(between, part));
  }

  /// A point with its u-coordinate as a fraction, and its v-coordinate.
  private static final class Mapped {
    private final long[] numerator;
    private final long[] denominator;
    private final long[] v;

    Mapped(long[] numerator, long[] denominator, long[] v) {
      this.numerator = numerator;
      this.denominator = denominator;
      this.v = v;
    }
  }

  /// `map_to_curve_elligator2_curve25519` (appendix G.2.1), without branches.
  private static Mapped map(long[] u) {
    long[] square = squared(u);
    long[] tv1 = sum(square, square);
    long[] xd = sum(tv1, Field25519.one());
    long[] x1n = difference(Field25519.zero(), Field25519.small(J));
    long[] tv2 = squared(xd);
    long[] gxd = times(tv2, xd);
    long[] gx1 = times(times(tv1, J), x1n);
    gx1 = times(sum(gx1, tv2), x1n);
    long[] tv3 = squared(gxd);
    tv2 = squared(tv3);
    tv3 = times(times(tv3, gxd), gx1);
    long[] power = Field25519.zero();
    Field25519.powerOfRoot(times(tv2, tv3), power);
    long[] y11 = times(power, tv3);
    long[] y1 = chosen(times(y11, SQRT_MINUS_ONE), y11, isRoot(y11, gx1, gxd));
    long[] y21 = times(times(y11, u), ROOT_FACTOR);
    long[] y2 = chosen(times(y21, SQRT_MINUS_ONE), y21, isRoot(y21, times(gx1, tv1), gxd));
    long first = isRoot(y1, gx1, gxd);
    long[] xn = chosen(times(x1n, tv1), x1n, first);
    long[] y = chosen(y2, y1, first);
    long[] negated = difference(Field25519.zero(), y);
    return new Mapped(xn, xd, chosen(y, negated, first ^ Field25519.oddMask(y)));
  }

  /// The u-coordinate of the sum of two points, by the chord through them (RFC 7748's curve, affine
  /// addition law).
  private static Fraction chord(Mapped one, Mapped other) {
    long[] m = times(one.denominator, other.denominator);
    long[] left = times(one.numerator, other.denominator);
    long[] right = times(other.numerator, one.denominator);
    long[] run = squared(difference(right, left));
    long[] s = sum(sum(times(m, J), left), right);
    long[] rise = squared(difference(other.v, one.v));
    long[] numerator = difference(times(times(rise, m), squared(m)), times(run, s));
    return new Fraction(numerator, times(run, m));
  }

  /// All ones where y² · denominator = numerator, else zero.
  private static long isRoot(long[] y, long[] numerator, long[] denominator) {
    return Field25519.zeroMask(difference(times(squared(y), denominator), numerator));
  }

  private static long[] chosen(long[] otherwise, long[] where, long mask) {
    long[] out = otherwise.clone();
    Field25519.choose(mask, where, out);
    return out;
  }

  private static long[] sum(long[] a, long[] b) {
    long[] out = Field25519.zero();
    Field25519.add(a, b, out);
    Field25519.tighten(out);
    return out;
  }

  private static long[] difference(long[] a, long[] b) {
    long[] out = Field25519.zero();
    Field25519.subtract(a, b, out);
    Field25519.tighten(out);
    return out;
  }

  private static long[] times(long[] a, long[] b) {
    long[] out = Field25519.zero();
    Field25519.multiply(a, b, out);
    return out;
  }

  private static long[] times(long[] a, long factor) {
    long[] out = Field25519.zero();
    Field25519.multiply(a, factor, out);
    return out;
  }

  private static long[] squared(long[] a) {
    long[] out = Field25519.zero();
    Field25519.square(a, out);
    return out;
  }
}
