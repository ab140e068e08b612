package org.clew.disclosure.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.clew.disclosure.MadeUp;
import org.clew.disclosure.Microdata;
import org.clew.disclosure.Progress;
import org.clew.disclosure.Stopped;
import org.clew.disclosure.StructuralZeros;
import org.clew.disclosure.Zcdp;
import org.clew.disclosure.noise.Bits;
import org.clew.disclosure.synthesis.Combination.Basis;
import org.clew.disclosure.synthesis.Measured;
import org.clew.disclosure.synthesis.Measurements;
import org.clew.disclosure.synthesis.Synthetic;
import org.junit.jupiter.api.Test;

class CoverageTest {

  private static final Microdata PEOPLE = MadeUp.people(4_000, 1);
  private static final Mechanism REAL =
      Mechanism.synthesis(StructuralZeros.NONE, Zcdp.rho(2, 1e-6));

  private static Coverage of(Mechanism mechanism, long seed) {
    return Coverage.of(mechanism, PEOPLE, 3, 10, 10, Bits.ofSeed(seed), Progress.NONE);
  }

  @Test
  void intervals_hold_as_often_as_they_say_and_are_no_wider_than_their_noise_makes_them() {
    Coverage coverage = of(REAL, 1);

    assertThat(coverage.share(Basis.MEASURED)).isBetween(0.88, 0.98);
    assertThat(coverage.share(Basis.MODELLED)).isGreaterThan(0.85);
    assertThat(coverage.widening()).isBetween(0.8, 1.15);
    assertThat(coverage.groups())
        .anySatisfy(
            group -> {
              assertThat(group.length()).isEqualTo(1);
              assertThat(group.basis()).isEqualTo(Basis.MEASURED);
              assertThat(group.told()).isBetween(200L, 300L);
            });
  }

  @Test
  void intervals_that_are_too_narrow_are_found_out() {
    Mechanism boasting =
        (people, bits, progress) -> {
          Synthetic made = REAL.make(people, bits, progress);
          Measurements measured = made.measurements();
          return new Synthetic(
              made.rows(),
              new Measurements(
                  boast(measured.tables()), boast(measured.checks()), measured.spent()),
              made.error(),
              made.expected());
        };

    Coverage coverage = of(boasting, 1);

    assertThat(coverage.share(Basis.MEASURED)).isLessThan(0.8);
  }

  private static List<Measured> boast(List<Measured> tables) {
    return tables.stream()
        .map(
            table -> {
              long[] noisy = new long[table.scope().cells()];
              for (int cell = 0; cell < noisy.length; cell++) {
                noisy[cell] = table.noisy(cell);
              }
              return new Measured(table.scope(), noisy, table.variance() / 9);
            })
        .toList();
  }

  @Test
  void the_same_seed_finds_the_same_on_two_threads() {
    assertThat(of(REAL, 3)).isEqualTo(of(REAL, 3));
  }

  @Test
  void whoever_listens_can_stop_it() {
    assertThatThrownBy(
            () ->
                Coverage.of(
                    REAL, PEOPLE, 3, 10, 50, Bits.ofSeed(1), (_, _) -> Progress.Answer.STOP))
        .isInstanceOf(Stopped.class);
  }
}
