package org.clew.disclosure.synthesis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.clew.disclosure.MadeUp;
import org.clew.disclosure.Microdata;
import org.clew.disclosure.Progress;
import org.clew.disclosure.Scope;
import org.clew.disclosure.StructuralZeros;
import org.clew.disclosure.noise.Bits;
import org.clew.disclosure.noise.DiscreteGaussian;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Of few people all pairs, as a federated round counts them, under noise as large as many of the
/// counts: those that are told are those that noise lifted.
class LoudNoiseTest {

  private static final Microdata PEOPLE = MadeUp.people(3_000, 1);
  private static final int SEEDS = 6;

  /// Of all counts of two values that were told: their number, and how far off in sum.
  private static double told;

  private static double there;
  private static double tooHigh;
  private static double off;
  private static double rowsOff;
  private static double held;

  @BeforeAll
  static void tell() {
    for (long seed = 1; seed <= SEEDS; seed++) {
      Bits bits = Bits.ofSeed(seed);
      List<Measured> tables = new ArrayList<>();
      for (int length = 1; length <= 2; length++) {
        Scope.each(
            PEOPLE.sizes(),
            length,
            Scope.MOST,
            columns -> tables.add(measured(Scope.of(PEOPLE.sizes(), columns), bits)));
      }
      Synthetic made =
          Synthesis.from(
              PEOPLE.sizes(),
              StructuralZeros.NONE,
              new Measurements(tables, List.of(), List.of()),
              seed,
              Progress.NONE);
      Map<Scope, int[]> rows = new HashMap<>();
      Counts.of(made, 2, 10, () -> {}, each -> look(each, made.rows(), rows));
    }
  }

  private static Measured measured(Scope scope, Bits bits) {
    var noise = DiscreteGaussian.ofVariance(60 * 60);
    int[] counts = scope.count(PEOPLE);
    long[] noisy = new long[counts.length];
    for (int cell = 0; cell < noisy.length; cell++) {
      noisy[cell] = counts[cell] + noise.draw(bits);
    }
    return new Measured(scope, noisy, noise.variance());
  }

  private static void look(Combination each, Microdata made, Map<Scope, int[]> rows) {
    if (each.columns().size() < 2) {
      return;
    }
    Scope scope =
        Scope.of(PEOPLE.sizes(), each.columns().stream().mapToInt(Integer::intValue).toArray());
    int cell = 0;
    for (int place = 0; place < scope.length(); place++) {
      cell += each.codes().get(place) * scope.stride(place);
    }
    int people = scope.count(PEOPLE)[cell];
    told++;
    there += people;
    tooHigh += each.count() - people;
    off += Math.abs(each.count() - people);
    rowsOff += Math.abs(rows.computeIfAbsent(scope, of -> of.count(made))[cell] - people);
    held += people >= each.low() && people <= each.high() ? 1 : 0;
  }

  @Test
  void counts_told_are_hardly_too_high_on_average() {
    assertThat(told).isGreaterThan(100);
    assertThat(tooHigh / there).isBetween(-0.05, 0.05);
  }

  @Test
  void counts_told_are_about_as_near_as_the_rows_or_nearer() {
    assertThat(off).isLessThan(1.05 * rowsOff);
  }

  @Test
  void their_intervals_hold() {
    assertThat(held / told).isGreaterThan(0.88);
  }
}
