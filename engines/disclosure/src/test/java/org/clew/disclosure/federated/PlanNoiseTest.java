package org.clew.disclosure.federated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.SplittableRandom;
import org.clew.disclosure.MadeUp;
import org.clew.disclosure.Microdata;
import org.clew.disclosure.Progress;
import org.clew.disclosure.account.Limit;
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
  @ValueSource(doubles = {1.01, 1.5, 2, 9})
  void a_promise_raised_by_hand_is_refused(double epsilon) {
    assertThatThrownBy(() -> Coalition.round(promising(epsilon)))
        .isInstanceOf(RoundRefused.class)
        .hasMessageContaining("promises epsilon %s, but".formatted(Limit.plain(epsilon)))
        .hasMessageContaining("changed one and not the other");
  }

  @Test
  void noise_raised_by_hand_is_refused_because_less_is_promised_than_it_keeps() {
    List<Plan.Group> loud =
        plan.groups().stream()
            .map(group -> new Plan.Group(group.step(), 2 * group.variance(), group.tables()))
            .toList();
    Plan louder =
        new Plan(
            plan.round(),
            plan.codebook(),
            plan.members(),
            plan.honest(),
            plan.mostOrganisations(),
            plan.epsilon(),
            plan.delta(),
            loud);

    assertThatThrownBy(() -> Coalition.round(louder))
        .isInstanceOf(RoundRefused.class)
        .hasMessageContaining("noise is that of a smaller one");
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
  void whatever_members_agree_on_each_of_them_accepts_the_plan_made_for_it() {
    var lots = new SplittableRandom(1);
    var many = new Coalition(10, 10);
    List<List<List<String>>> tables =
        List.of(
            List.of(),
            List.of(List.of("a", "b")),
            List.of(List.of("a", "b", "c"), List.of("b", "d")));
    for (int i = 0; i < 300; i++) {
      var agreed =
          new Planning.Agreement(
              Math.exp(lots.nextDouble(Math.log(0.01), Math.log(20))),
              Math.pow(10, -lots.nextDouble(5, 12)),
              lots.nextInt(1, 10),
              lots.nextInt(1, 11));
      Plan made =
          Planning.of(
              Coalition.codebook(),
              many.members(),
              agreed,
              tables.get(i % tables.size()),
              Bits.ofSeed(i));

      assertThatCode(() -> Coalition.round(made)).as(agreed.toString()).doesNotThrowAnyException();
    }
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
