package org.clew.disclosure.federated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SumOfNoiseTest {

  @Test
  void one_member_alone_costs_what_discrete_gaussian_noise_costs() {
    assertThat(new SumOfNoise(1, 1, 1, 10).rho(16 * 100)).isCloseTo(1 / 200.0, within(1e-15));
  }

  @Test
  void several_cost_what_one_with_all_their_variance_costs_and_hardly_more() {
    double one = new SumOfNoise(1, 1, 20, 5_000).rho(16 * 100);

    assertThat(new SumOfNoise(10, 1, 20, 5_000).rho(16 * 10))
        .isGreaterThanOrEqualTo(one)
        .isCloseTo(one, within(one * 1e-6));
  }

  /// τ = 10 (e^(-π²/4) + e^(-π²/3)) = 1.2206 for three members with variance 1/4: the noise is so
  /// narrow that their sum is nothing like one discrete Gaussian, and the bound says so.
  @Test
  void narrow_noise_is_paid_for() {
    double tau = 10 * (Math.exp(-Math.PI * Math.PI / 4) + Math.exp(-Math.PI * Math.PI / 3));
    double root = 1 / Math.sqrt(0.75) + tau * 2;

    assertThat(new SumOfNoise(3, 1, 1, 4).rho(4)).isCloseTo(root * root / 2, within(1e-9));
  }

  /// The bound against the divergence of the sums themselves, computed by convolution.
  @Test
  void the_bound_is_above_the_divergence_of_the_sums_themselves() {
    for (long variance : new long[] {4, 8, 16, 64}) {
      for (int honest = 2; honest <= 4; honest++) {
        double[] sum = sum(variance / 16.0, honest);
        double bound = new SumOfNoise(honest, 1, 1, 1).rho(variance);
        for (double alpha : new double[] {1.01, 2, 5, 20}) {
          assertThat(divergence(sum, alpha)).isLessThanOrEqualTo(alpha * bound * (1 + 1e-9));
        }
      }
    }
  }

  private static double[] sum(double variance, int members) {
    int reach = 40;
    double[] one = new double[2 * reach + 1];
    double all = 0;
    for (int x = -reach; x <= reach; x++) {
      one[x + reach] = Math.exp(-x * x / (2 * variance));
      all += one[x + reach];
    }
    for (int i = 0; i < one.length; i++) {
      one[i] /= all;
    }
    double[] sum = {1};
    for (int member = 0; member < members; member++) {
      double[] next = new double[sum.length + one.length - 1];
      for (int i = 0; i < sum.length; i++) {
        for (int j = 0; j < one.length; j++) {
          next[i + j] += sum[i] * one[j];
        }
      }
      sum = next;
    }
    return sum;
  }

  private static double divergence(double[] p, double alpha) {
    double sum = 0;
    for (int i = 1; i < p.length; i++) {
      if (p[i] > 1e-250 && p[i - 1] > 1e-250) {
        sum += Math.exp(alpha * Math.log(p[i]) + (1 - alpha) * Math.log(p[i - 1]));
      }
    }
    return Math.log(sum) / (alpha - 1);
  }

  @Test
  void the_least_noise_that_keeps_a_promise_is_found() {
    var noise = new SumOfNoise(5, 2, 100, 20_000);
    long variance = noise.variance(0.02);

    assertThat(noise.rho(variance)).isLessThanOrEqualTo(0.02);
    assertThat(noise.rho(variance - 1)).isGreaterThan(0.02);
    assertThatThrownBy(() -> noise.variance(1e-15)).isInstanceOf(RoundRefused.class);
  }
}
