package org.clew.disclosure.synthesis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import org.clew.disclosure.MadeUp;
import org.clew.disclosure.Microdata;
import org.clew.disclosure.Scope;
import org.clew.disclosure.noise.Bits;
import org.clew.disclosure.noise.DiscreteGaussian;
import org.junit.jupiter.api.Test;

/// Rows that differ from the people by chance alone, checked with noise that is louder.
class ModelErrorTest {

  private static final Microdata PEOPLE = MadeUp.people(20_000, 1);
  private static final Microdata ROWS = MadeUp.people(20_000, 2);

  private static List<Measured> checks(int shortest, Bits bits) {
    List<Measured> checks = new ArrayList<>();
    for (int a = 0; shortest == 2 && a < 3; a++) {
      for (int b = a + 1; b < PEOPLE.width(); b++) {
        checks.add(measured(Scope.of(PEOPLE.sizes(), a, b), bits));
      }
    }
    checks.add(measured(Scope.of(PEOPLE.sizes(), 0, 1, 3), bits));
    checks.add(measured(Scope.of(PEOPLE.sizes(), 0, 2, 5), bits));
    return checks;
  }

  private static Measured measured(Scope scope, Bits bits) {
    var noise = DiscreteGaussian.ofVariance(80 * 80);
    int[] counts = scope.count(PEOPLE);
    long[] noisy = new long[counts.length];
    for (int cell = 0; cell < noisy.length; cell++) {
      noisy[cell] = counts[cell] + noise.draw(bits);
    }
    return new Measured(scope, noisy, noise.variance());
  }

  /// How far off a triple of a hundred people is said to be, over forty draws of the noise.
  private static DoubleSummaryStatistics said(int shortest) {
    var said = new DoubleSummaryStatistics();
    for (long seed = 1; seed <= 40; seed++) {
      List<Measured> checks = checks(shortest, Bits.ofSeed(seed));
      said.accept(ModelError.of(ROWS, checks, () -> {}).deviation(3, 100));
    }
    return said;
  }

  @Test
  void where_few_triples_were_checked_pairs_make_their_error_steadier() {
    DoubleSummaryStatistics alone = said(3);
    DoubleSummaryStatistics both = said(2);

    assertThat(both.getMax() - both.getMin()).isLessThan(0.8 * (alone.getMax() - alone.getMin()));
    assertThat(both.getMax()).isLessThan(alone.getMax());
    assertThat(both.getMin()).isGreaterThan(10);
  }

  @Test
  void triples_say_nothing_of_pairs() {
    assertThat(ModelError.of(ROWS, checks(3, Bits.ofSeed(1)), () -> {}).deviation(2, 100))
        .isInfinite();
  }
}
