package org.clew.disclosure.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.clew.disclosure.Coded;
import org.clew.disclosure.MadeUp;
import org.clew.disclosure.Microdata;
import org.clew.disclosure.Progress;
import org.clew.disclosure.StructuralZeros;
import org.clew.disclosure.Zcdp;
import org.clew.disclosure.audit.Membership.Sees;
import org.clew.disclosure.audit.Membership.Who;
import org.clew.disclosure.noise.Bits;
import org.clew.disclosure.synthesis.Synthetic;
import org.junit.jupiter.api.Test;

class MembershipTest {

  private static final Microdata PEOPLE = MadeUp.people(1_000, 1);

  private static Mechanism real(double epsilon) {
    return Mechanism.synthesis(StructuralZeros.NONE, Zcdp.rho(epsilon, 1e-6));
  }

  private static Membership of(Mechanism mechanism, int runs) {
    return Membership.of(
        mechanism, 1, Zcdp.rho(1, 1e-6), PEOPLE, 10, runs, Bits.ofSeed(1), Progress.NONE);
  }

  @Test
  void at_epsilon_one_who_is_in_is_hardly_better_told_than_guessed() {
    Membership found = of(real(1), 150);

    assertThat(found.auc(Sees.PUBLISHED)).isBetween(0.47, 0.56);
    assertThat(found.auc(Sees.ALL_MEASURED)).isBetween(0.47, 0.56);
    assertThat(found.groups())
        .hasSize(4)
        .allSatisfy(
            group -> {
              assertThat(group.targets()).isEqualTo(20);
              assertThat(group.auc()).isBetween(group.low(), group.high());
              assertThat(group.highest()).isGreaterThan(group.auc());
            });
  }

  @Test
  void rows_that_are_the_people_themselves_are_found_out_even_of_published_files() {
    Membership found =
        of(
            (people, bits, progress) -> {
              Synthetic made = real(1).make(people, bits, progress);
              return new Synthetic(people, made.measurements(), made.error(), made.expected());
            },
            60);

    assertThat(found.groups())
        .filteredOn(group -> group.who() == Who.MOST_EXPOSED)
        .allSatisfy(group -> assertThat(group.low()).isGreaterThan(0.8));
  }

  @Test
  void most_exposed_is_who_has_values_together_that_others_have_not() {
    Coded people =
        Coded.of(
            """
            a x 1
            a x 1
            a x 1
            b y 2
            b y 2
            a y 1
            b - 2
            """);

    assertThat(Exposure.most(people.data(), 1)).containsExactly(5);
  }

  /// The normal distribution at the square root of 0.02 and of 1.85, by tables.
  @Test
  void whoever_knows_all_others_is_bound_by_the_noise() {
    assertThat(new Membership(1, 0.02, 60, 100, List.of()).knowingAll())
        .isCloseTo(0.55623, within(1e-5));
    assertThat(new Membership(12, 1.85, 60, 100, List.of()).knowingAll())
        .isCloseTo(0.91310, within(1e-4));
  }
}
