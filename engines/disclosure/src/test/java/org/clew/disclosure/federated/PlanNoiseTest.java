package org.clew.disclosure.federated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.clew.disclosure.MadeUp;
import org.clew.disclosure.Microdata;
import org.clew.disclosure.Progress;
import org.clew.disclosure.noise.Bits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whether the noise of a plan, its promise and the lists go together.
class PlanNoiseTest {

  private final Coalition coalition = new Coalition(4, 50);
  private final Plan plan = coalition.plan(1);

  private Plan promising(double epsilon) {
    return new Plan(
        plan.round(),
        plan.codebook(),
        plan.members(),
        plan.honest(),
        plan.mostOrganisations(),
        epsilon,
        plan.delta(),
        plan.groups());
  }

  @ParameterizedTest
  @ValueSource(doubles = {2, 9})
  void a_promise_raised_by_hand_is_refused(double epsilon) {
    assertThatThrownBy(() -> Coalition.round(promising(epsilon)))
        .isInstanceOf(RoundRefused.class)
        .hasMessageContaining("promises epsilon %.0f, but".formatted(epsilon))
        .hasMessageContaining("changed one and not the other");
  }

  @Test
  void a_promise_lowered_by_hand_is_refused() {
    assertThatThrownBy(() -> Coalition.round(promising(0.9)))
        .isInstanceOf(RoundRefused.class)
        .hasMessageContaining("noise is too small");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.01, 0.1, 1, 4, 20})
  void whatever_is_promised_a_plan_has_the_noise_for_it(double epsilon) {
    Round round = Coalition.round(coalition.plan(epsilon));

    assertThat(round.rho()).isBetween(0.9 * Plan.rho(epsilon, 1e-7), Plan.rho(epsilon, 1e-7));
  }

  @Test
  void of_a_handful_of_people_nothing_is_handed_in() {
    Microdata few = MadeUp.people(Total.FEWEST - 1, 1);
    Round round = Coalition.round(plan);

    assertThatThrownBy(
            () -> Total.contribution(round, coalition.keys(0), few, Bits.ofSeed(1), Progress.NONE))
        .isInstanceOf(RoundRefused.class)
        .hasMessageContaining("fewer than 10 people");
  }
}
