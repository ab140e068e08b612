package org.clew.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ZcdpTest {

  private static final double DELTA = 1 / (206_000 * Math.log(206_000));

  /// What the bound of Canonne, Kamath and Steinke allows, beside the older one's 0.0157, 0.230 and
  /// 1.714.
  @ParameterizedTest
  @CsvSource({"1, 0.0225", "4, 0.2915", "12, 1.986"})
  void an_epsilon_buys_as_much_as_the_tight_bound_allows(double epsilon, double rho) {
    assertThat(Zcdp.rho(epsilon, DELTA)).isCloseTo(rho, within(rho / 1000));
  }

  @ParameterizedTest
  @CsvSource({"0.1, 1e-6", "1, 1e-5", "3, 1e-9", "12, 4e-7"})
  void the_three_ways_of_asking_agree(double epsilon, double delta) {
    double rho = Zcdp.rho(epsilon, delta);

    assertThat(Zcdp.delta(rho, epsilon)).isLessThanOrEqualTo(delta).isCloseTo(delta, within(delta));
    assertThat(Zcdp.epsilon(rho, delta)).isCloseTo(epsilon, within(1e-6));
  }

  @Test
  void it_is_never_worse_than_the_plain_bound() {
    double rho = 0.3;
    double plain = rho + 2 * Math.sqrt(rho * Math.log(1 / 1e-6));

    assertThat(Zcdp.epsilon(rho, 1e-6)).isLessThan(plain);
  }

  /// For one Gaussian the exact δ is known (Balle and Wang 2018); no bound may promise less.
  @ParameterizedTest
  @CsvSource({"0.02, 1", "0.5, 3", "2, 8"})
  void it_promises_no_more_than_a_gaussian_keeps(double rho, double epsilon) {
    double mu = Math.sqrt(2 * rho);
    double exact =
        normal(mu / 2 - epsilon / mu) - Math.exp(epsilon) * normal(-mu / 2 - epsilon / mu);

    assertThat(Zcdp.delta(rho, epsilon)).isGreaterThan(exact);
  }

  /// The normal distribution by its own integral.
  private static double normal(double x) {
    double sum = 0;
    double step = 1e-4;
    for (double t = -12; t < x; t += step) {
      sum += Math.exp(-(t + step / 2) * (t + step / 2) / 2);
    }
    return sum * step / Math.sqrt(2 * Math.PI);
  }
}
