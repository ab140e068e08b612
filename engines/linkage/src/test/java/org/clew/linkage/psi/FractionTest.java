package org.clew.linkage.psi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Many fractions written at once are written as each by itself, those over zero among them.
class FractionTest {

  @Test
  void manyAreWrittenAsEachIs() {
    var random = new Random(8);
    var all = new Fraction[40];
    for (int i = 0; i < all.length; i++) {
      long[] below = i % 7 == 0 ? Field25519.zero() : number(random);
      all[i] = new Fraction(number(random), below);
    }
    byte[][] together = Fraction.encoded(all);
    assertThat(together)
        .isDeepEqualTo(Arrays.stream(all).map(Fraction::encoded).toArray(byte[][]::new));
    assertThat(together[7]).containsOnly(0);
    assertThat(together[8]).isEqualTo(quotient(all[8]));
    assertThat(Fraction.encoded(new Fraction[0])).isEmpty();
  }

  private static byte[] quotient(Fraction fraction) {
    long[] out = Field25519.zero();
    Field25519.invert(fraction.denominator(), out);
    Field25519.multiply(out, fraction.numerator(), out);
    return Field25519.encode(out);
  }

  private static long[] number(Random random) {
    return random.longs(5, 0, 1L << 51).toArray();
  }
}
