package org.clew.disclosure.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.Map;
import java.util.function.LongUnaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DiscreteGaussianTest {

  private static final int DRAWS = 200_000;

  @ParameterizedTest
  @ValueSource(doubles = {0.0625, 0.5, 1, 3.3, 40})
  void draws_each_number_as_often_as_its_probability_says(double variance) {
    var noise = DiscreteGaussian.ofVariance(variance);
    double whole =
        LongStream.rangeClosed(-100, 100)
            .mapToDouble(x -> Math.exp(-x * x / (2 * noise.variance())))
            .sum();

    Map<Long, Integer> seen = drawn(_ -> noise.draw(bits));

    // Six standard deviations of how often a number comes.
    for (long x = -100; x <= 100; x++) {
      double p = Math.exp(-x * x / (2 * noise.variance())) / whole;
      assertThat((double) seen.getOrDefault(x, 0) / DRAWS)
          .as("share of %d", x)
          .isCloseTo(p, within(6 * Math.sqrt(p * (1 - p) / DRAWS) + 1e-5));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {2500, 1e6, 1e9, 6e10})
  void has_the_variance_it_says_however_large(double variance) {
    var noise = DiscreteGaussian.ofVariance(variance);
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < DRAWS; i++) {
      double x = noise.draw(bits);
      sum += x;
      squares += x * x;
    }

    assertThat(sum / DRAWS / noise.deviation()).isCloseTo(0, within(6 / Math.sqrt(DRAWS)));
    assertThat(squares / DRAWS / noise.variance()).isCloseTo(1, within(6 * Math.sqrt(2.0 / DRAWS)));
  }

  @Test
  void never_has_less_variance_than_asked_for() {
    assertThat(DiscreteGaussian.ofVariance(7.01).variance()).isBetween(7.01, 7.01 + 1.0 / 16);
  }

  @Test
  void refuses_a_variance_it_cannot_keep() {
    assertThatThrownBy(() -> new DiscreteGaussian(0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> DiscreteGaussian.ofVariance(1e12))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 30})
  void laplace_noise_falls_off_by_its_scale(long scale) {
    var noise = new DiscreteLaplace(scale);
    double whole =
        LongStream.rangeClosed(-2000, 2000)
            .mapToDouble(x -> Math.exp(-Math.abs(x) / (double) scale))
            .sum();

    Map<Long, Integer> seen = drawn(_ -> noise.draw(bits));

    for (long x = -60; x <= 60; x++) {
      double p = Math.exp(-Math.abs(x) / (double) scale) / whole;
      assertThat((double) seen.getOrDefault(x, 0) / DRAWS)
          .as("share of %d", x)
          .isCloseTo(p, within(6 * Math.sqrt(p * (1 - p) / DRAWS) + 1e-5));
    }
  }

  private final Bits bits = Bits.ofSeed(1);

  private static Map<Long, Integer> drawn(LongUnaryOperator noise) {
    Map<Long, Integer> seen = new HashMap<>();
    for (int i = 0; i < DRAWS; i++) {
      seen.merge(noise.applyAsLong(i), 1, Integer::sum);
    }
    return seen;
  }
}
