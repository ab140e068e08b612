package org.clew.disclosure.synthesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

class ErrorMixtureTest {

  private static final int CELLS = 4_000;
  private static final double EXPECTED = 100;
  private static final double NOISE = 400;

  private final double[] there = new double[CELLS];
  private final double[] measured = new double[CELLS];

  /// Cells of which a hundred people are expected, and so many more or fewer are there.
  private ErrorMixture learned(IntToDoubleFunction off) {
    var lots = new SplittableRandom(1);
    var seen = new ErrorMixture.Seen();
    for (int cell = 0; cell < CELLS; cell++) {
      there[cell] = EXPECTED + off.applyAsDouble(cell);
      measured[cell] = there[cell] + Math.sqrt(NOISE) * lots.nextGaussian();
      seen.add(EXPECTED, measured[cell], NOISE);
    }
    return ErrorMixture.of(seen);
  }

  @Test
  void what_only_noise_lifts_is_drawn_back() {
    ErrorMixture mixture = learned(_ -> 0);

    ErrorMixture.Cell cell = mixture.of(EXPECTED, EXPECTED + 60, NOISE);

    assertThat(cell.mean()).isCloseTo(EXPECTED, within(15.0));
    assertThat(mixture.of(EXPECTED, EXPECTED + 20, NOISE).variance()).isLessThan(NOISE / 4);
  }

  @Test
  void the_few_that_are_far_off_stay_where_they_were_measured() {
    ErrorMixture mixture = learned(cell -> cell % 100 == 0 ? 500 : 0);

    ErrorMixture.Cell far = mixture.of(EXPECTED, EXPECTED + 480, NOISE);

    assertThat(far.mean()).isCloseTo(EXPECTED + 480, within(5.0));
    assertThat(far.variance()).isCloseTo(NOISE, within(NOISE / 5));
    assertThat(mixture.of(EXPECTED, EXPECTED + 20, NOISE).variance()).isLessThan(NOISE / 4);
  }

  @Test
  void those_that_noise_made_largest_are_not_too_high_and_their_intervals_hold() {
    var lots = new SplittableRandom(2);
    ErrorMixture mixture = learned(_ -> 10 * lots.nextGaussian());
    double off = 0;
    int held = 0;
    int large = 0;
    for (int cell = 0; cell < CELLS; cell++) {
      if (measured[cell] > EXPECTED + 30) {
        ErrorMixture.Cell drawn = mixture.of(EXPECTED, measured[cell], NOISE);
        off += drawn.mean() - there[cell];
        held += Math.abs(drawn.mean() - there[cell]) < 1.645 * Math.sqrt(drawn.variance()) ? 1 : 0;
        large++;
      }
    }

    assertThat(large).isGreaterThan(200);
    assertThat(off / large).isCloseTo(0, within(2.0));
    assertThat((double) held / large).isBetween(0.86, 0.95);
  }

  @Test
  void where_nothing_was_seen_what_was_measured_counts() {
    ErrorMixture mixture = learned(_ -> 0);

    assertThat(mixture.of(5_000, 9_000, NOISE).mean()).isCloseTo(9_000, within(5.0));
  }
}
