package org.clew.disclosure.synthesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.clew.disclosure.Scope;
import org.junit.jupiter.api.Test;

class SmoothingTest {

  private static final int[] SIZES = {6, 5, 4};
  private static final Scope SCOPE = Scope.of(SIZES, 0, 1, 2);

  /// Of each cell, how many rows there would be of very many lists; pairs of columns have to do
  /// with one another, and nothing further.
  private static double[] expected() {
    double[] expected = new double[SCOPE.cells()];
    for (int cell = 0; cell < expected.length; cell++) {
      int a = SCOPE.code(cell, 0);
      int b = SCOPE.code(cell, 1);
      int c = SCOPE.code(cell, 2);
      expected[cell] = 8 * (1 + ((a * b) % 3)) * (1 + ((b + c) % 2)) * (1 + ((a * c) % 4)) / 2.0;
    }
    return expected;
  }

  private static int[] drawn(double[] expected, SplittableRandom lots) {
    int[] counts = new int[expected.length];
    for (int cell = 0; cell < counts.length; cell++) {
      // Binomial with many tries: as good as Poisson here.
      for (int i = 0; i < 1_000; i++) {
        counts[cell] += lots.nextDouble() < expected[cell] / 1_000 ? 1 : 0;
      }
    }
    return counts;
  }

  private static double off(double[] one, double[] other) {
    double sum = 0;
    for (int cell = 0; cell < one.length; cell++) {
      sum += (one[cell] - other[cell]) * (one[cell] - other[cell]);
    }
    return Math.sqrt(sum / one.length);
  }

  private static double[] asDouble(int[] counts) {
    return Arrays.stream(counts).asDoubleStream().toArray();
  }

  @Test
  void estimates_are_nearer_to_what_is_expected_than_the_counts_of_one_list() {
    double[] expected = expected();
    int[] counts = drawn(expected, new SplittableRandom(1));

    double[] estimates = Smoothing.of(SCOPE, counts);

    assertThat(off(estimates, expected)).isLessThan(0.9 * off(asDouble(counts), expected));
  }

  @Test
  void what_three_columns_have_together_and_no_two_of_them_is_kept() {
    double[] expected = new double[SCOPE.cells()];
    for (int cell = 0; cell < expected.length; cell++) {
      int odd = (SCOPE.code(cell, 0) + SCOPE.code(cell, 1) + SCOPE.code(cell, 2)) % 2;
      expected[cell] = odd == 1 ? 60 : 6;
    }
    int[] counts = drawn(expected, new SplittableRandom(1));

    double[] estimates = Smoothing.of(SCOPE, counts);

    assertThat(off(estimates, asDouble(counts))).isLessThan(2);
  }

  @Test
  void columns_by_themselves_stay_as_they_are() {
    int[] counts = {5, 0, 3, 9, 1, 2};

    assertThat(Smoothing.of(Scope.of(SIZES, 0), counts)).isEqualTo(asDouble(counts));
  }

  @Test
  void smaller_tables_add_up_to_what_they_were() {
    int[] counts = drawn(expected(), new SplittableRandom(2));

    double[] estimates = Smoothing.of(SCOPE, counts);

    assertThat(Arrays.stream(estimates).sum())
        .isCloseTo(Arrays.stream(counts).sum(), within(0.02 * Arrays.stream(counts).sum()));
  }

  @Test
  void where_no_row_is_nothing_is_estimated() {
    int[] counts = drawn(expected(), new SplittableRandom(3));
    counts[17] = 0;

    assertThat(Smoothing.of(SCOPE, counts)[17]).isZero();
    assertThat(Smoothing.of(SCOPE, new int[SCOPE.cells()])).containsOnly(0);
  }
}
