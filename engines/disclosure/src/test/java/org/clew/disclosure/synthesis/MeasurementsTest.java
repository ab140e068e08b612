package org.clew.disclosure.synthesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
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

  private static Measurements of(Microdata people, double rho, long seed) {
    return Synthesis.of(people, StructuralZeros.NONE, rho, Bits.ofSeed(seed), Progress.NONE)
        .measurements();
  }

  private static List<Scope> scopes(Measurements of) {
    return of.tables().stream().map(Measured::scope).toList();
  }
}
