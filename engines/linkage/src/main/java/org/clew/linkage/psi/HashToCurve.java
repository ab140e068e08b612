package org.clew.linkage.psi;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.bouncycastle.math.ec.rfc7748.X25519Field;

/// Points of Curve25519 made of bytes, so that nobody knows how one is a multiple of another: RFC
/// 9380, suites `curve25519_XMD:SHA-512_ELL2_RO_` and `…_NU_`, as u-coordinates before the cofactor
/// is cleared (every scalar of X25519 is a multiple of it). Not safe for several threads.
final class HashToCurve {

  /// Bytes of a point: a u-coordinate, little-endian (RFC 7748, section 5).
  static final int POINT_BYTES = 32;

  private static final BigInteger P =
      BigInteger.ONE.shiftLeft(255).subtract(BigInteger.valueOf(19));

  /// The curve's coefficient, J of RFC 9380.
  private static final int J = 486662;

  private static final int[] SQRT_MINUS_ONE =
      field(BigInteger.TWO.modPow(P.subtract(BigInteger.ONE).shiftRight(2), P));
  private static final int[] ROOT_FACTOR =
      field(BigInteger.TWO.modPow(P.add(BigInteger.valueOf(3)).shiftRight(3), P));

  private static final int HASH_BYTES = 64;
  private static final int BLOCK_BYTES = 128;
  private static final int ELEMENT_BYTES = 48;

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
  byte[] point(byte[] message) {
    return encode(fraction(message));
  }

  /// `hash_to_curve`, whole: uniform over the multiples of eight, as points times a scalar are.
  byte[] cleared(byte[] message) {
    Fraction eightfold = fraction(message).twofold().twofold().twofold();
    return encode(eightfold);
  }

  private Fraction fraction(byte[] message) {
    BigInteger[] elements = elements(message, 2);
    Mapped one = map(field(elements[0]));
    Mapped other = map(field(elements[1]));
    return sum(one, other);
  }

  /// `map_to_curve` of one element, as `encode_to_curve` uses it.
  static byte[] mapped(BigInteger element) {
    Mapped point = map(field(element));
    return encode(new Fraction(point.numerator, point.denominator));
  }

  /// `hash_to_field` (section 5.2).
  BigInteger[] elements(byte[] message, int count) {
    byte[] uniform = expand(message, count * ELEMENT_BYTES);
    var elements = new BigInteger[count];
    for (int i = 0; i < count; i++) {
      elements[i] = new BigInteger(1, uniform, i * ELEMENT_BYTES, ELEMENT_BYTES).mod(P);
    }
    return elements;
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

  /// A u-coordinate.
  private static final class Fraction {
    private final int[] numerator;
    private final int[] denominator;

    Fraction(int[] numerator, int[] denominator) {
      this.numerator = numerator;
      this.denominator = denominator;
    }

    /// That of the point twice (RFC 7748, section 5, the doubling of the ladder).
    Fraction twofold() {
      int[] sum = X25519Field.create();
      X25519Field.add(numerator, denominator, sum);
      X25519Field.carry(sum);
      int[] difference = X25519Field.create();
      X25519Field.sub(numerator, denominator, difference);
      X25519Field.carry(difference);
      int[] square = sqr(sum);
      int[] other = sqr(difference);
      int[] between = X25519Field.create();
      X25519Field.sub(square, other, between);
      X25519Field.carry(between);
      int[] part = X25519Field.create();
      X25519Field.mul(between, (J - 2) / 4, part);
      X25519Field.add(part, square, part);
      X25519Field.carry(part);
      return new Fraction(mul(square, other), mul(between, part));
    }
  }

  /// A point with its u-coordinate as a fraction, and its v-coordinate.
  private static final class Mapped {
    private final int[] numerator;
    private final int[] denominator;
    private final int[] v;

    Mapped(int[] numerator, int[] denominator, int[] v) {
      this.numerator = numerator;
      this.denominator = denominator;
      this.v = v;
    }
  }

  /// `map_to_curve_elligator2_curve25519` (appendix G.2.1), without branches.
  private static Mapped map(int[] u) {
    int[] tv1 = X25519Field.create();
    X25519Field.sqr(u, tv1);
    X25519Field.add(tv1, tv1, tv1);
    X25519Field.carry(tv1);
    int[] xd = plusOne(tv1);
    int[] x1n = X25519Field.create();
    x1n[0] = J;
    X25519Field.negate(x1n, x1n);
    int[] tv2 = sqr(xd);
    int[] gxd = mul(tv2, xd);
    int[] gx1 = X25519Field.create();
    X25519Field.mul(tv1, J, gx1);
    gx1 = mul(gx1, x1n);
    X25519Field.add(gx1, tv2, gx1);
    X25519Field.carry(gx1);
    gx1 = mul(gx1, x1n);
    int[] tv3 = sqr(gxd);
    tv2 = sqr(tv3);
    tv3 = mul(mul(tv3, gxd), gx1);
    int[] y11 = mul(power(mul(tv2, tv3)), tv3);
    int[] y1 = chosen(mul(y11, SQRT_MINUS_ONE), y11, isRoot(y11, gx1, gxd));
    int[] y21 = mul(mul(y11, u), ROOT_FACTOR);
    int[] y2 = chosen(mul(y21, SQRT_MINUS_ONE), y21, isRoot(y21, mul(gx1, tv1), gxd));
    int first = isRoot(y1, gx1, gxd);
    int[] xn = chosen(mul(x1n, tv1), x1n, first);
    int[] y = chosen(y2, y1, first);
    int odd = encode(y)[0] & 1;
    X25519Field.cnegate((first & 1) ^ odd, y);
    X25519Field.carry(y);
    return new Mapped(xn, xd, y);
  }

  /// The u-coordinate of the sum of two points, by the chord through them (RFC 7748's curve, affine
  /// addition law).
  private static Fraction sum(Mapped one, Mapped other) {
    int[] m = mul(one.denominator, other.denominator);
    int[] left = mul(one.numerator, other.denominator);
    int[] right = mul(other.numerator, one.denominator);
    int[] d = X25519Field.create();
    X25519Field.sub(right, left, d);
    X25519Field.carry(d);
    int[] s = X25519Field.create();
    X25519Field.mul(m, J, s);
    X25519Field.add(s, left, s);
    X25519Field.add(s, right, s);
    X25519Field.carry(s);
    int[] rise = X25519Field.create();
    X25519Field.sub(other.v, one.v, rise);
    X25519Field.carry(rise);
    int[] d2 = sqr(d);
    int[] numerator = mul(mul(sqr(rise), m), sqr(m));
    X25519Field.sub(numerator, mul(d2, s), numerator);
    X25519Field.carry(numerator);
    return new Fraction(numerator, mul(d2, m));
  }

  /// All ones where y² · denominator = numerator, else zero.
  private static int isRoot(int[] y, int[] numerator, int[] denominator) {
    int[] square = mul(sqr(y), denominator);
    X25519Field.sub(square, numerator, square);
    X25519Field.carry(square);
    X25519Field.normalize(square);
    return X25519Field.isZero(square);
  }

  private static int[] chosen(int[] otherwise, int[] where, int mask) {
    int[] out = otherwise.clone();
    X25519Field.cmov(mask, where, 0, out, 0);
    return out;
  }

  private static int[] plusOne(int[] x) {
    int[] out = x.clone();
    X25519Field.addOne(out);
    X25519Field.carry(out);
    return out;
  }

  private static int[] mul(int[] a, int[] b) {
    int[] out = X25519Field.create();
    X25519Field.mul(a, b, out);
    return out;
  }

  private static int[] sqr(int[] a) {
    int[] out = X25519Field.create();
    X25519Field.sqr(a, out);
    return out;
  }

  private static int[] sqr(int[] a, int times) {
    int[] out = X25519Field.create();
    X25519Field.sqr(a, times, out);
    return out;
  }

  /// z to the (p − 5) / 8 = 2²⁵² − 3.
  private static int[] power(int[] z) {
    int[] two = sqr(z);
    int[] nine = mul(sqr(two, 2), z);
    int[] eleven = mul(two, nine);
    int[] ones5 = mul(sqr(eleven), nine);
    int[] ones10 = mul(sqr(ones5, 5), ones5);
    int[] ones20 = mul(sqr(ones10, 10), ones10);
    int[] ones40 = mul(sqr(ones20, 20), ones20);
    int[] ones50 = mul(sqr(ones40, 10), ones10);
    int[] ones100 = mul(sqr(ones50, 50), ones50);
    int[] ones200 = mul(sqr(ones100, 100), ones100);
    int[] ones250 = mul(sqr(ones200, 50), ones50);
    return mul(sqr(ones250, 2), z);
  }

  private static int[] field(BigInteger value) {
    byte[] big = value.toByteArray();
    byte[] little = new byte[POINT_BYTES];
    for (int i = 0; i < Math.min(big.length, POINT_BYTES); i++) {
      little[i] = big[big.length - 1 - i];
    }
    int[] out = X25519Field.create();
    X25519Field.decode255(little, out);
    return out;
  }

  private static byte[] encode(Fraction u) {
    int[] inverse = X25519Field.create();
    X25519Field.inv(u.denominator, inverse);
    return encode(mul(inverse, u.numerator));
  }

  private static byte[] encode(int[] x) {
    int[] whole = x.clone();
    X25519Field.normalize(whole);
    byte[] out = new byte[POINT_BYTES];
    X25519Field.encode(whole, out);
    return out;
  }
}
