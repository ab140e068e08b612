package org.clew.disclosure.synthesis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class VarianceCurveTest {

  private static final double NOISE = 200;

  /// Errors of ten tables whose variance is known, with noise on each.
  private static VarianceCurve.Seen seen(
      int cells, DoubleUnaryOperator variance, double noise, long seed) {
    var seen = new VarianceCurve.Seen();
    seen(seen, cells, variance, noise, seed);
    return seen;
  }

  private static void seen(
      VarianceCurve.Seen seen, int cells, DoubleUnaryOperator variance, double noise, long seed) {
    var lots = new SplittableRandom(seed);
    for (int table = 0; table < 10; table++) {
      double[] estimates = new double[cells];
      double[] squares = new double[cells];
      for (int cell = 0; cell < cells; cell++) {
        estimates[cell] = Math.floor(Math.exp(7 * lots.nextDouble()));
        double off =
            lots.nextGaussian() * Math.sqrt(variance.applyAsDouble(estimates[cell]) + noise);
        squares[cell] = off * off;
      }
      seen.add(estimates, squares, noise);
    }
  }

  @Test
  void it_finds_how_variance_grows_beside_noise() {
    DoubleUnaryOperator grows = x -> 4 + 2 * x;

    VarianceCurve curve = VarianceCurve.of(seen(2_000, grows, NOISE, 1));

    for (double at : new double[] {10, 50, 200, 1_000}) {
      assertThat(curve.at(at).cautious() / grows.applyAsDouble(at)).isBetween(0.9, 1.6);
    }
  }

  @Test
  void it_finds_a_share_of_the_count() {
    DoubleUnaryOperator grows = x -> 0.04 * x * x;

    VarianceCurve curve = VarianceCurve.of(seen(2_000, grows, NOISE, 1));

    assertThat(curve.at(500).cautious() / grows.applyAsDouble(500)).isBetween(0.85, 1.3);
  }

  @Test
  void the_less_is_seen_beside_noise_the_larger_it_is_said_to_be() {
    DoubleUnaryOperator grows = x -> 2 * x;

    double sure = VarianceCurve.of(seen(2_000, grows, NOISE, 1)).at(30).cautious();
    double unsure = VarianceCurve.of(seen(2_000, grows, 1_000 * NOISE, 1)).at(30).cautious();

    assertThat(unsure).isGreaterThan(5 * sure);
  }

  /// Tables of two budgets: the loud ones add to what the others tell, and take nothing from it.
  @Test
  void each_table_has_the_noise_of_its_own() {
    DoubleUnaryOperator grows = x -> 4 + 2 * x;
    VarianceCurve.Seen both = seen(500, grows, NOISE, 1);
    seen(both, 500, grows, 100 * NOISE, 2);

    VarianceCurve curve = VarianceCurve.of(both);

    for (double at : new double[] {10, 50, 200}) {
      assertThat(curve.at(at).cautious() / grows.applyAsDouble(at)).isBetween(0.8, 2.0);
    }
  }

  @Test
  void it_is_hardly_ever_said_to_be_much_smaller_than_it_is() {
    int small = 0;
    for (long seed = 1; seed <= 40; seed++) {
      double said = VarianceCurve.of(seen(50, x -> 4 + 2 * x, 2_000, seed)).at(100).cautious();
      small += said < 0.7 * 204 ? 1 : 0;
    }

    assertThat(small).isLessThan(8);
  }

  @Test
  void of_too_little_nothing_is_known() {
    VarianceCurve curve = VarianceCurve.of(seen(1, x -> x, NOISE, 1));

    assertThat(curve.at(10).cautious()).isInfinite();
  }

  @Test
  void of_sizes_that_were_not_seen_next_to_nothing_is_known() {
    var seen = new VarianceCurve.Seen();
    seen.add(new double[100], new double[100], 1);

    assertThat(VarianceCurve.of(seen).at(50).cautious()).isGreaterThan(1e6);
  }
}
