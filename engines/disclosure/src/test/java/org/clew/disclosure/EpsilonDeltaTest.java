package org.clew.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EpsilonDeltaTest {

  @ParameterizedTest
  @CsvSource({"0.01, 1e-9", "1, 1e-7", "20, 0.001"})
  void what_means_something_is_taken(double epsilon, double delta) {
    assertThat(new EpsilonDelta(epsilon, delta).rho()).isPositive();
  }

  @ParameterizedTest
  @CsvSource({
    "0.009, 1e-7, Epsilon",
    "20.1, 1e-7, Epsilon",
    "NaN, 1e-7, Epsilon",
    "1, 0, Delta",
    "1, NaN, Delta",
    "1, 0.0011, Leave it out"
  })
  void what_means_nothing_is_refused(double epsilon, double delta, String why) {
    assertThatThrownBy(() -> new EpsilonDelta(epsilon, delta))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(why);
  }

  @ParameterizedTest
  @CsvSource({"0.00001, 10_000", "1e-6, 100_000", "1e-7, 1_000_000"})
  void a_delta_is_for_a_tenth_of_one_over_it_people(double delta, String people) {
    assertThat(EpsilonDelta.mostPeople(delta)).isEqualTo(Long.parseLong(people.replace("_", "")));
  }

  @Test
  void the_delta_that_is_proposed_is_small_enough() {
    for (long people = 1; people < 200_000_000; people = people * 3 / 2 + 1) {
      double delta = EpsilonDelta.deltaFor(people);
      assertThat(EpsilonDelta.mostPeople(delta)).isGreaterThanOrEqualTo(people);
      assertThat(new EpsilonDelta(1, delta).rho()).isPositive();
    }
  }
}
