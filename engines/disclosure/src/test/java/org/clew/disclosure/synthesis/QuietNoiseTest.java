package org.clew.disclosure.synthesis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.clew.disclosure.Microdata;
import org.clew.disclosure.Progress;
import org.clew.disclosure.Scope;
import org.clew.disclosure.StructuralZeros;
import org.clew.disclosure.noise.Bits;
import org.clew.disclosure.noise.DiscreteGaussian;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Of many people whose columns have nothing to do with one another all pairs, under noise far
/// smaller than what chance makes of them: what was measured is not to be smoothed away.
class QuietNoiseTest {

  private static final int[] SIZES = {10, 6, 4, 3, 2};
  private static final Microdata PEOPLE = people();

  private static double told;
  private static double held;
  private static double square;

  private static Microdata people() {
    var lots = new SplittableRandom(7);
    short[][] columns = new short[SIZES.length][20_000];
    for (int column = 0; column < SIZES.length; column++) {
      for (int row = 0; row < columns[column].length; row++) {
        columns[column][row] = (short) lots.nextInt(SIZES[column]);
      }
    }
    return new Microdata(SIZES, columns, columns[0].length);
  }

  @BeforeAll
  static void tell() {
    for (long seed = 1; seed <= 4; seed++) {
      Bits bits = Bits.ofSeed(seed);
      List<Measured> tables = new ArrayList<>();
      for (int length = 1; length <= 2; length++) {
        Scope.each(
            SIZES,
            length,
            Scope.MOST,
            columns -> tables.add(measured(Scope.of(SIZES, columns), bits)));
      }
      Synthetic made =
          Synthesis.from(
              SIZES,
              StructuralZeros.NONE,
              new Measurements(tables, List.of(), List.of()),
              seed,
              Progress.NONE);
      Counts.of(made, 2, 10, () -> {}, QuietNoiseTest::look);
    }
  }

  private static Measured measured(Scope scope, Bits bits) {
    var noise = DiscreteGaussian.ofVariance(6 * 6);
    int[] counts = scope.count(PEOPLE);
    long[] noisy = new long[counts.length];
    for (int cell = 0; cell < noisy.length; cell++) {
      noisy[cell] = counts[cell] + noise.draw(bits);
    }
    return new Measured(scope, noisy, noise.variance());
  }

  private static void look(Combination each) {
    if (each.columns().size() < 2) {
      return;
    }
    Scope scope = Scope.of(SIZES, each.columns().stream().mapToInt(Integer::intValue).toArray());
    int cell = 0;
    for (int place = 0; place < scope.length(); place++) {
      cell += each.codes().get(place) * scope.stride(place);
    }
    int people = scope.count(PEOPLE)[cell];
    told++;
    held += people >= each.low() && people <= each.high() ? 1 : 0;
    square += Math.pow((double) each.count() - people, 2);
  }

  @Test
  void counts_told_are_no_further_off_than_the_noise() {
    assertThat(Math.sqrt(square / told)).isLessThan(6);
  }

  @Test
  void their_intervals_hold() {
    assertThat(held / told).isGreaterThan(0.88);
  }
}
