package org.clew.linkage.psi;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/// The field against arbitrary-precision numbers: ordinary ones, those round the modulus and the
/// powers of two, and limbs as large as they may be.
class Field25519Test {

  private static final BigInteger P = Field25519.P;
  private static final long LOOSEST = (1L << 53) - 1;
  private static final long TIGHTEST = (1L << 51) + (1L << 13);

  private final Random random = new Random(25519);
  private final List<long[]> tight = numbers(TIGHTEST);
  private final List<long[]> loose = numbers(LOOSEST);

  private interface Two {
    void of(long[] a, long[] b, long[] out);
  }

  private interface One {
    void of(long[] a, long[] out);
  }

  @Test
  void productsOfLooseNumbersAreThoseOfTheField() {
    demandTwo(loose, Field25519::multiply, BigInteger::multiply);
    demandOne(loose, Field25519::square, a -> a.multiply(a));
    demandOne(loose, (a, out) -> Field25519.multiply(a, 1 << 20, out), a -> a.shiftLeft(20));
  }

  @Test
  void sumsAndDifferencesOfTightNumbersAreLoose() {
    demandTwo(tight, Field25519::add, BigInteger::add);
    demandTwo(tight, Field25519::subtract, BigInteger::subtract);
    for (long[] a : tight) {
      for (long[] b : tight) {
        long[] out = Field25519.zero();
        Field25519.subtract(a, b, out);
        demandLimbs(out, LOOSEST);
        Field25519.add(a, b, out);
        demandLimbs(out, LOOSEST);
      }
    }
  }

  @Test
  void whatProductsGiveIsTight() {
    for (long[] a : loose) {
      for (long[] b : loose) {
        long[] out = Field25519.zero();
        Field25519.multiply(a, b, out);
        demandLimbs(out, TIGHTEST);
      }
      long[] out = Field25519.zero();
      Field25519.square(a, out);
      demandLimbs(out, TIGHTEST);
      long[] own = a.clone();
      Field25519.tighten(own);
      demandLimbs(own, TIGHTEST);
      assertThat(value(own).mod(P)).isEqualTo(value(a).mod(P));
    }
  }

  @Test
  void whatIsWrittenToMayBeWhatIsRead() {
    long[] a = loose.getLast().clone();
    long[] product = Field25519.zero();
    Field25519.multiply(a, a, product);
    Field25519.multiply(a, a, a);
    assertThat(a).isEqualTo(product);
    long[] inverse = Field25519.zero();
    Field25519.invert(a, inverse);
    Field25519.invert(a, a);
    assertThat(a).isEqualTo(inverse);
  }

  @Test
  void oneOverANumberIsByFermatAndZerosIsZero() {
    demandOne(
        loose, Field25519::invert, a -> a.mod(P).signum() == 0 ? BigInteger.ZERO : a.modInverse(P));
    demandOne(
        loose,
        Field25519::powerOfRoot,
        a -> a.modPow(P.subtract(BigInteger.valueOf(5)).shiftRight(3), P));
  }

  @Test
  void aNumberIsWrittenInOneWayAndReadAgain() {
    for (long[] each : loose) {
      byte[] bytes = Field25519.encode(each);
      assertThat(number(bytes)).isEqualTo(value(each).mod(P));
      assertThat(value(Field25519.decode(bytes))).isEqualTo(value(each).mod(P));
      assertThat(Masking.isCanonical(bytes)).isTrue();
      assertThat(Field25519.zeroMask(each)).isEqualTo(value(each).mod(P).signum() == 0 ? -1 : 0);
      assertThat(Field25519.oddMask(each)).isEqualTo(value(each).mod(P).testBit(0) ? -1 : 0);
    }
    byte[] ones = new byte[32];
    Arrays.fill(ones, (byte) 0xff);
    assertThat(value(Field25519.decode(ones)))
        .isEqualTo(BigInteger.TWO.pow(255).subtract(BigInteger.ONE));
  }

  @Test
  void aMaskChoosesAndExchanges() {
    long[] a = {1, 2, 3, 4, 5};
    long[] b = {6, 7, 8, 9, 10};
    Field25519.exchange(0, a, b);
    assertThat(a).containsExactly(1, 2, 3, 4, 5);
    Field25519.exchange(-1, a, b);
    assertThat(a).containsExactly(6, 7, 8, 9, 10);
    assertThat(b).containsExactly(1, 2, 3, 4, 5);
    Field25519.choose(0, a, b);
    assertThat(b).containsExactly(1, 2, 3, 4, 5);
    Field25519.choose(-1, a, b);
    assertThat(b).containsExactly(6, 7, 8, 9, 10);
  }

  private static void demandLimbs(long[] x, long most) {
    assertThat(Arrays.stream(x).boxed()).allMatch(limb -> limb >= 0 && limb <= most);
  }

  private void demandTwo(List<long[]> numbers, Two own, BinaryOperator<BigInteger> right) {
    for (long[] a : numbers) {
      for (long[] b : numbers) {
        long[] out = Field25519.zero();
        own.of(a, b, out);
        assertThat(value(out).mod(P)).isEqualTo(right.apply(value(a), value(b)).mod(P));
      }
    }
  }

  private void demandOne(List<long[]> numbers, One own, UnaryOperator<BigInteger> right) {
    for (long[] a : numbers) {
      long[] out = Field25519.zero();
      own.of(a, out);
      assertThat(value(out).mod(P)).isEqualTo(right.apply(value(a)).mod(P));
    }
  }

  /// @param most what a limb may be
  private List<long[]> numbers(long most) {
    List<long[]> all = new ArrayList<>();
    for (BigInteger base : List.of(BigInteger.ZERO, P, BigInteger.TWO.pow(254))) {
      for (int off = -2; off <= 2; off++) {
        BigInteger value = base.add(BigInteger.valueOf(off));
        if (value.signum() >= 0) {
          all.add(Field25519.of(value));
        }
      }
    }
    all.add(new long[] {most, most, most, most, most});
    for (int limb = 0; limb < 5; limb++) {
      long[] one = Field25519.zero();
      one[limb] = most;
      all.add(one);
    }
    for (int i = 0; i < 40; i++) {
      all.add(random.longs(5, 0, most + 1).toArray());
    }
    return all;
  }

  private static BigInteger value(long[] limbs) {
    BigInteger sum = BigInteger.ZERO;
    for (int limb = 4; limb >= 0; limb--) {
      sum = sum.shiftLeft(51).add(BigInteger.valueOf(limbs[limb]));
    }
    return sum;
  }

  private static BigInteger number(byte[] little) {
    byte[] big = new byte[little.length];
    for (int i = 0; i < little.length; i++) {
      big[i] = little[little.length - 1 - i];
    }
    return new BigInteger(1, big);
  }
}
