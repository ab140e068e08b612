package org.clew.disclosure.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ExponentialMechanismTest {

  @Test
  void chooses_by_half_epsilon_times_the_score() {
    var choice = new ExponentialMechanism(ExponentialMechanism.PARTS / 2);
    Bits bits = Bits.ofSeed(1);
    long[] scores = {-3, 0, 4, 4, 9};
    int draws = 100_000;

    int[] seen = new int[scores.length];
    for (int i = 0; i < draws; i++) {
      seen[choice.choose(bits, scores)]++;
    }

    double whole = 0;
    for (long score : scores) {
      whole += Math.exp(0.25 * score);
    }
    for (int i = 0; i < scores.length; i++) {
      double p = Math.exp(0.25 * scores[i]) / whole;
      assertThat((double) seen[i] / draws).isCloseTo(p, within(6 * Math.sqrt(p / draws)));
    }
  }

  @Test
  void costs_an_eighth_of_epsilon_squared_and_no_more_than_it_was_paid() {
    assertThat(new ExponentialMechanism(ExponentialMechanism.PARTS).rho()).isEqualTo(0.125);
    assertThat(ExponentialMechanism.ofRho(0.003).rho())
        .isLessThanOrEqualTo(0.003)
        .isCloseTo(0.003, within(1e-6));
  }

  @Test
  void refuses_to_choose_for_nothing() {
    assertThatThrownBy(() -> new ExponentialMechanism(0))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
