package org.clew.disclosure.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.clew.disclosure.Progress;
import org.clew.disclosure.Scope;
import org.clew.disclosure.Stopped;
import org.clew.disclosure.StructuralZeros;
import org.clew.disclosure.Zcdp;
import org.clew.disclosure.noise.Bits;
import org.clew.disclosure.synthesis.Measured;
import org.clew.disclosure.synthesis.Measurements;
import org.clew.disclosure.synthesis.Synthetic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What an audit finds, and what it does not. Found: a table without noise at ε 1 (200 runs), four
/// times the ρ at ε 4 (600 runs), the list itself in one release of twenty-five at ε 1 (1,500
/// runs). Twice the ρ, which is half the variance: not for sure, at ε 12 in some audits of 4,000
/// runs and missed in others; hopeless at ε 1. Not found: what happens in fewer releases than
/// [EpsilonAudit#rarest]; tables that are chosen at more than their part of ρ.
class EpsilonAuditTest {

  private static final double DELTA = 1e-6;

  private static Mechanism real(double epsilon) {
    return Mechanism.synthesis(StructuralZeros.NONE, Zcdp.rho(epsilon, DELTA));
  }

  private static EpsilonAudit audit(Mechanism mechanism, double epsilon, int runs, long seed) {
    return EpsilonAudit.of(
        mechanism,
        epsilon,
        DELTA,
        Zcdp.rho(epsilon, DELTA),
        runs,
        Bits.ofSeed(seed),
        Progress.NONE);
  }

  private static boolean holds(EpsilonAudit audit) {
    return audit.isEpsilonKept() && audit.isRhoKept();
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 4, 12})
  void what_is_promised_holds(double epsilon) {
    EpsilonAudit audit = audit(real(epsilon), epsilon, 200, 1);

    assertThat(holds(audit)).isTrue();
    assertThat(audit.rhoFound()).isLessThanOrEqualTo(Zcdp.rho(epsilon, DELTA));
    assertThat(audit.rhoFindable()).isGreaterThan(Zcdp.rho(epsilon, DELTA));
  }

  @Test
  void how_much_so_many_runs_could_find_at_all_is_said_beside_it() {
    var few = new EpsilonAudit(200, 4, DELTA, Zcdp.rho(4, DELTA), 0, "", 0, "", new Rate(0, 1));
    var more =
        new EpsilonAudit(2_000, 12, DELTA, Zcdp.rho(12, DELTA), 0, "", 0, "", new Rate(0, 1));

    assertThat(few.epsilonFindable()).isBetween(3.4, 3.6).isLessThan(few.epsilon());
    assertThat(more.epsilonFindable()).isBetween(5.6, 5.8).isLessThan(more.epsilon());
    assertThat(more.rhoFindable()).isGreaterThan(more.rho());
    assertThat(few.rarest()).isLessThan(0.5);
  }

  @Test
  void the_rarest_gift_that_could_be_found_is_said() {
    var audit = new EpsilonAudit(2_000, 1, DELTA, Zcdp.rho(1, DELTA), 0, "", 0, "", new Rate(0, 1));

    assertThat(audit.rarest()).isBetween(0.01, 0.02);
  }

  @Test
  void a_list_that_is_given_away_in_one_release_of_twenty_five_is_found_out() {
    Mechanism careless =
        (people, bits, progress) -> {
          Synthetic made = real(1).make(people, bits, progress);
          return bits.below(25) == 0
              ? new Synthetic(people, made.measurements(), made.error(), made.expected())
              : made;
        };

    assertThat(holds(audit(careless, 1, 1_500, 1))).isFalse();
  }

  @Test
  void with_a_large_epsilon_somebody_who_knows_all_others_tells_two_releases_apart() {
    EpsilonAudit audit = audit(real(12), 12, 200, 1);

    assertThat(audit.epsilonFound()).isGreaterThan(1);
    assertThat(audit.pairs().share()).isGreaterThan(0.85);
  }

  @Test
  void half_the_noise_is_found_out() {
    Mechanism halved =
        (people, bits, progress) ->
            Mechanism.synthesis(StructuralZeros.NONE, 4 * Zcdp.rho(4, DELTA))
                .make(people, bits, progress);

    EpsilonAudit audit = audit(halved, 4, 600, 1);

    assertThat(audit.rhoFound()).isGreaterThan(Zcdp.rho(4, DELTA));
    assertThat(audit.epsilonOfRhoFound()).isGreaterThan(4);
    assertThat(holds(audit)).isFalse();
  }

  @Test
  void a_table_counted_without_noise_is_found_out() {
    Mechanism forgetful =
        (people, bits, progress) -> {
          Synthetic made = real(1).make(people, bits, progress);
          Measurements measured = made.measurements();
          List<Measured> tables = new ArrayList<>(measured.tables());
          Scope scope = tables.getLast().scope();
          int[] counts = scope.count(people);
          long[] exact = new long[counts.length];
          for (int cell = 0; cell < counts.length; cell++) {
            exact[cell] = counts[cell];
          }
          tables.set(tables.size() - 1, new Measured(scope, exact, 1e-4));
          return new Synthetic(
              made.rows(),
              new Measurements(tables, measured.checks(), measured.spent()),
              made.error(),
              made.expected());
        };

    EpsilonAudit audit = audit(forgetful, 1, 200, 1);

    assertThat(audit.epsilonFound()).isGreaterThan(1);
    assertThat(holds(audit)).isFalse();
  }

  @Test
  void rows_that_are_the_people_themselves_are_found_out() {
    Mechanism careless =
        (people, bits, progress) -> {
          Synthetic made = real(1).make(people, bits, progress);
          return new Synthetic(people, made.measurements(), made.error(), made.expected());
        };

    assertThat(holds(audit(careless, 1, 200, 1))).isFalse();
  }

  @Test
  void the_same_seed_finds_the_same_on_two_threads() {
    assertThat(audit(real(1), 1, 40, 7)).isEqualTo(audit(real(1), 1, 40, 7));
  }

  @Test
  void whoever_listens_can_stop_it() {
    assertThatThrownBy(
            () ->
                EpsilonAudit.of(
                    real(1),
                    1,
                    DELTA,
                    Zcdp.rho(1, DELTA),
                    2_000,
                    Bits.ofSeed(1),
                    (done, _) -> done < 30 ? Progress.Answer.GO_ON : Progress.Answer.STOP))
        .isInstanceOf(Stopped.class);
  }

  @Test
  void a_bound_is_that_of_the_least_the_rates_can_be() {
    var found = new EpsilonAudit.Found(new Rate(300, 10_000), new Rate(100, 10_000));

    double low = found.more().low(Rate.MISS / 4);
    double high = found.less().high(Rate.MISS / 4);
    assertThat(found.epsilon(0)).isEqualTo(Math.log(low / high));
    assertThat(found.epsilon(0)).isBetween(0.7, 0.85);
    assertThat(found.rho()).isGreaterThan(kullbackLeibler(low, high) * 0.99);
    assertThat(new EpsilonAudit.Found(new Rate(5, 100), new Rate(10, 100)).rho()).isZero();
  }

  private static double kullbackLeibler(double p, double q) {
    return p * Math.log(p / q) + (1 - p) * Math.log((1 - p) / (1 - q));
  }
}
