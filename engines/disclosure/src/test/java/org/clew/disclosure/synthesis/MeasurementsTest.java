package org.clew.disclosure.synthesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.clew.disclosure.MadeUp;
import org.clew.disclosure.Microdata;
import org.clew.disclosure.Progress;
import org.clew.disclosure.Scope;
import org.clew.disclosure.StructuralZeros;
import org.clew.disclosure.noise.Bits;
import org.clew.disclosure.noise.DiscreteGaussian;
import org.junit.jupiter.api.Test;

class MeasurementsTest {

  private static final Scope TABLE = Scope.of(new int[] {100, 50}, 0, 1);

  private static Measured measured(int count, double variance, Bits bits) {
    var noise = DiscreteGaussian.ofVariance(variance);
    long[] noisy = new long[TABLE.cells()];
    for (int cell = 0; cell < noisy.length; cell++) {
      noisy[cell] = count + noise.draw(bits);
    }
    return new Measured(TABLE, noisy, noise.variance());
  }

  /// Over 5,000 cells: off by nothing on average, and as far as it says.
  @Test
  void a_table_measured_twice_is_as_near_as_both_allow() {
    Bits bits = Bits.ofSeed(1);
    Measured both = measured(1_000, 30, bits).with(measured(1_000, 10, bits));

    double sum = 0;
    double squares = 0;
    for (int cell = 0; cell < TABLE.cells(); cell++) {
      sum += both.noisy(cell) - 1_000.0;
      squares += Math.pow(both.noisy(cell) - 1_000.0, 2);
    }

    assertThat(both.variance()).isCloseTo(7.5 + 1.0 / 12, within(1e-9));
    assertThat(sum / TABLE.cells()).isCloseTo(0, within(0.15));
    assertThat(squares / TABLE.cells()).isCloseTo(both.variance(), within(0.6));
  }

  @Test
  void two_of_the_same_people_have_each_table_once_and_cost_what_both_do() {
    Microdata people = MadeUp.people(20_000, 1);
    Measurements one = of(people, 0.02, 1);
    Measurements more = of(people, 0.2, 2);
    Measurements both = one.and(more);

    assertThat(both.rho()).isCloseTo(one.rho() + more.rho(), within(1e-12));
    List<Scope> scopes = both.tables().stream().map(Measured::scope).toList();
    assertThat(scopes).doesNotHaveDuplicates().containsAll(scopes(one)).containsAll(scopes(more));
    for (int column = 0; column < people.width(); column++) {
      assertThat(scopes.get(column)).isEqualTo(Scope.of(people.sizes(), column));
      assertThat(both.tables().get(column).variance())
          .isLessThan(more.tables().get(column).variance() + 1.0 / 12);
    }
    assertThat(both.checks()).noneMatch(check -> scopes.contains(check.scope()));
  }

  /// Of few columns most tables are fitted by one or checked by the other.
  @Test
  void what_neither_fitted_stays_a_check_and_what_one_checked_by_is_fitted_where_the_other_does() {
    Microdata people = MadeUp.people(20_000, 1);
    Measurements one = of(people, 0.02, 1);
    Measurements more = of(people, 0.2, 2);
    Measurements both = one.and(more);

    Set<Scope> fitted = new HashSet<>(scopes(both));
    Set<Scope> left = new HashSet<>();
    Stream.of(one, more)
        .flatMap(each -> each.checks().stream())
        .map(Measured::scope)
        .filter(scope -> !fitted.contains(scope))
        .forEach(left::add);
    assertThat(left).hasSizeGreaterThan(more.checks().size() / 2);
    assertThat(both.checks().stream().map(Measured::scope).toList())
        .containsExactlyInAnyOrderElementsOf(left);
    Measured check = anyOf(one.checks(), scopes(more));
    Measured table = the(check.scope(), more.tables());
    assertThat(the(check.scope(), both.tables()).variance())
        .isEqualTo(table.with(check).variance());
  }

  private static Measured anyOf(List<Measured> checks, List<Scope> fitted) {
    return checks.stream().filter(each -> fitted.contains(each.scope())).findFirst().orElseThrow();
  }

  private static Measured the(Scope scope, List<Measured> tables) {
    return tables.stream().filter(each -> each.scope().equals(scope)).findFirst().orElseThrow();
  }

  private static Measurements of(Microdata people, double rho, long seed) {
    return Synthesis.of(people, StructuralZeros.NONE, rho, Bits.ofSeed(seed), Progress.NONE)
        .measurements();
  }

  private static List<Scope> scopes(Measurements of) {
    return of.tables().stream().map(Measured::scope).toList();
  }
}
