package org.clew.disclosure.synthesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import org.clew.disclosure.MadeUp;
import org.clew.disclosure.Microdata;
import org.clew.disclosure.Progress;
import org.clew.disclosure.Scope;
import org.clew.disclosure.Stopped;
import org.clew.disclosure.StructuralZeros;
import org.clew.disclosure.StructuralZeros.Condition;
import org.clew.disclosure.StructuralZeros.Zero;
import org.clew.disclosure.Zcdp;
import org.clew.disclosure.noise.Bits;
import org.junit.jupiter.api.Test;

class SynthesisTest {

  private static final int ROWS = 20_000;
  private static final Microdata PEOPLE = MadeUp.people(ROWS, 1);
  private static final double RHO = Zcdp.rho(1, 1e-6);

  private static Synthetic made(double rho, long seed) {
    return Synthesis.of(PEOPLE, StructuralZeros.NONE, rho, Bits.ofSeed(seed), Progress.NONE);
  }

  @Test
  void there_are_about_as_many_rows_as_people() {
    assertThat(made(RHO, 1).rows().rows()).isCloseTo(ROWS, within(ROWS / 200));
  }

  @Test
  void never_more_is_spent_than_is_allowed_and_hardly_less() {
    Synthetic made = made(RHO, 1);

    assertThat(made.measurements().rho()).isLessThanOrEqualTo(RHO).isGreaterThan(0.8 * RHO);
    assertThat(made.measurements().spent())
        .extracting(Spent::step)
        .contains(Spent.Step.COLUMNS, Spent.Step.PAIRS);
  }

  /// Where nothing asks for long, nobody can stop it.
  @Test
  void it_asks_before_each_table_and_many_times_a_sweep_whether_to_go_on() {
    long[] asked = {0};
    Synthetic made =
        Synthesis.of(
            PEOPLE,
            StructuralZeros.NONE,
            RHO,
            Bits.ofSeed(1),
            (_, _) -> {
              asked[0]++;
              return Progress.Answer.GO_ON;
            });

    long sweeps = 2L * Fitting.STEPS * (ROWS / 1_000);
    assertThat(asked[0]).isGreaterThan(sweeps + 2L * made.measurements().all().size());
  }

  @Test
  void so_does_the_counting_of_what_was_made() {
    Synthetic made = made(RHO, 1);

    assertThatThrownBy(
            () ->
                Counts.of(
                    made,
                    2,
                    10,
                    () -> {
                      throw new Stopped();
                    },
                    _ -> {}))
        .isInstanceOf(Stopped.class);
  }

  /// What the exponential mechanism is told of it.
  @Test
  void one_person_more_changes_how_much_a_table_says_by_one_at_most() {
    Microdata rows = made(RHO, 1).rows();
    List<Scope> tables = new ArrayList<>();
    for (int a = 0; a < PEOPLE.width(); a++) {
      for (int b = a + 1; b < PEOPLE.width(); b++) {
        tables.add(Scope.of(MadeUp.sizes(), a, b));
        for (int c = b + 1; c < PEOPLE.width(); c++) {
          tables.add(Scope.of(MadeUp.sizes(), a, b, c));
        }
      }
    }
    long[] with = Synthesis.scores(rows, PEOPLE, tables, 20, () -> {});
    for (int left : new int[] {0, 1, 77, 4_321, ROWS - 1}) {
      long[] without = Synthesis.scores(rows, without(left), tables, 20, () -> {});
      for (int table = 0; table < with.length; table++) {
        assertThat(Math.abs(with[table] - without[table])).isEqualTo(1);
      }
    }
  }

  private static Microdata without(int left) {
    short[][] columns = new short[PEOPLE.width()][ROWS - 1];
    for (int column = 0; column < columns.length; column++) {
      for (int row = 0; row < ROWS - 1; row++) {
        columns[column][row] = (short) PEOPLE.code(row < left ? row : row + 1, column);
      }
    }
    return new Microdata(MadeUp.sizes(), columns, ROWS - 1);
  }

  /// Half the sum of differences of shares, on average over the tables of a length.
  private static double distance(Microdata rows, int length) {
    List<Double> distances = new ArrayList<>();
    for (int a = 0; a < PEOPLE.width(); a++) {
      for (int b = a + 1; b < PEOPLE.width(); b++) {
        for (int c = length == 3 ? b + 1 : PEOPLE.width() - 1; c < PEOPLE.width(); c++) {
          Scope scope =
              length == 3 ? Scope.of(MadeUp.sizes(), a, b, c) : Scope.of(MadeUp.sizes(), a, b);
          int[] there = scope.count(PEOPLE);
          int[] here = scope.count(rows);
          double sum = 0;
          for (int cell = 0; cell < there.length; cell++) {
            sum += Math.abs((double) there[cell] / ROWS - (double) here[cell] / rows.rows());
          }
          distances.add(sum / 2);
        }
      }
    }
    return distances.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
  }

  @Test
  void rows_are_like_the_people_two_and_three_columns_at_a_time() {
    Microdata rows = made(RHO, 1).rows();

    assertThat(distance(rows, 2)).isLessThan(0.012);
    assertThat(distance(rows, 3)).isLessThan(0.025);
  }

  @Test
  void the_more_may_be_told_the_more_they_are_like() {
    double little = distance(made(Zcdp.rho(0.1, 1e-6), 1).rows(), 2);
    double much = distance(made(Zcdp.rho(10, 1e-6), 1).rows(), 2);

    assertThat(much).isLessThan(little / 5);
  }

  @Test
  void the_same_seed_makes_the_same_rows() {
    Microdata one = made(RHO, 5).rows();
    Microdata same = made(RHO, 5).rows();
    Microdata other = made(RHO, 6).rows();

    assertThat(same.rows()).isEqualTo(one.rows());
    for (int column = 0; column < one.width(); column++) {
      assertThat(same.column(column)).isEqualTo(one.column(column));
    }
    assertThat(other.column(0)).isNotEqualTo(one.column(0));
  }

  @Test
  void nobody_is_what_nobody_can_be() {
    // The fifth column is ticked only where the fourth is; a person of the first place is never
    // old.
    var zeros =
        new StructuralZeros(
            List.of(
                new Zero(List.of(new Condition(4, set(1)), new Condition(3, set(0)))),
                new Zero(List.of(new Condition(0, set(12)), new Condition(1, set(5))))));
    Microdata people = without(zeros);

    Microdata rows = Synthesis.of(people, zeros, RHO, Bits.ofSeed(1), Progress.NONE).rows();

    short[] row = new short[rows.width()];
    for (int number = 0; number < rows.rows(); number++) {
      for (int column = 0; column < row.length; column++) {
        row[column] = (short) rows.code(number, column);
      }
      assertThat(zeros.met(row)).as("row %d", number).isEmpty();
    }
    assertThat(Scope.of(MadeUp.sizes(), 3, 4).count(rows)[3]).isGreaterThan(rows.rows() / 10);
  }

  private static BitSet set(int code) {
    var set = new BitSet();
    set.set(code);
    return set;
  }

  private static Microdata without(StructuralZeros zeros) {
    short[][] columns = new short[PEOPLE.width()][ROWS];
    int kept = 0;
    short[] row = new short[PEOPLE.width()];
    for (int number = 0; number < ROWS; number++) {
      for (int column = 0; column < row.length; column++) {
        row[column] = (short) PEOPLE.code(number, column);
      }
      if (zeros.met(row).isEmpty()) {
        for (int column = 0; column < row.length; column++) {
          columns[column][kept] = row[column];
        }
        kept++;
      }
    }
    assertThat(kept).isLessThan(ROWS);
    return new Microdata(MadeUp.sizes(), columns, kept);
  }

  @Test
  void whoever_listens_can_stop_it() {
    assertThatThrownBy(
            () ->
                Synthesis.of(
                    PEOPLE,
                    StructuralZeros.NONE,
                    RHO,
                    Bits.ofSeed(1),
                    (done, _) -> done < 3 ? Progress.Answer.GO_ON : Progress.Answer.STOP))
        .isInstanceOf(Stopped.class);
  }

  @Test
  void rows_can_be_made_again_from_what_was_measured_and_are_as_near() {
    Measurements measured = made(RHO, 1).measurements();

    Synthetic again =
        Synthesis.from(MadeUp.sizes(), StructuralZeros.NONE, measured, 7, Progress.NONE);

    assertThat(again.measurements()).isEqualTo(measured);
    assertThat(again.rows().rows()).isCloseTo(ROWS, within(ROWS / 200));
    assertThat(distance(again.rows(), 2)).isLessThan(0.012);
    assertThat(distance(again.rows(), 3)).isLessThan(0.025);
  }

  @Test
  void one_column_is_enough() {
    Microdata one = new Microdata(new int[] {13}, new short[][] {PEOPLE.column(0)}, ROWS);

    Microdata rows =
        Synthesis.of(one, StructuralZeros.NONE, RHO, Bits.ofSeed(1), Progress.NONE).rows();

    assertThat(rows.rows()).isCloseTo(ROWS, within(ROWS / 100));
  }

  /// Nine in ten, over runs with different noise; and none that describes nobody.
  @Test
  void intervals_hold_the_true_number_about_as_often_as_they_say() {
    int held = 0;
    int all = 0;
    int nobody = 0;
    for (long seed = 1; seed <= 8; seed++) {
      List<Combination> told = new ArrayList<>();
      Counts.of(made(RHO, seed), 3, 10, () -> {}, told::add);
      for (Combination each : told) {
        int there = there(each);
        held += there >= each.low() && there <= each.high() ? 1 : 0;
        nobody += there == 0 ? 1 : 0;
        all++;
        assertThat(each.count()).isBetween(each.low(), each.high());
      }
    }

    assertThat(all).isGreaterThan(1_500);
    assertThat((double) held / all).isBetween(0.87, 0.985);
    assertThat((double) nobody / all).isLessThan(0.01);
  }

  /// Eight columns of 25 values that have nothing to do with one another: each pair is of about
  /// eight people, and noise is ten times as large. What noise makes of them is not told.
  @Test
  void where_there_is_little_but_noise_nothing_is_told_of_it() {
    int[] sizes = {26, 26, 26, 26, 26, 26, 26, 26};
    short[][] columns = new short[sizes.length][5_000];
    var lots = new SplittableRandom(1);
    for (short[] column : columns) {
      for (int row = 0; row < column.length; row++) {
        column[row] = (short) (1 + lots.nextInt(25));
      }
    }
    var people = new Microdata(sizes, columns, 5_000);
    int pairs = 0;
    int held = 0;
    int told = 0;
    for (long seed = 1; seed <= 4; seed++) {
      Synthetic made =
          Synthesis.of(
              people, StructuralZeros.NONE, Zcdp.rho(0.5, 1e-6), Bits.ofSeed(seed), Progress.NONE);
      List<Combination> all = new ArrayList<>();
      Counts.of(made, 2, 10, () -> {}, all::add);
      for (Combination each : all) {
        int there = there(people, each);
        told++;
        pairs += each.columns().size() == 2 ? 1 : 0;
        held += there >= each.low() && there <= each.high() ? 1 : 0;
      }
    }

    assertThat(pairs).isLessThan(20);
    assertThat((double) held / told).isGreaterThan(0.85);
  }

  private static int there(Combination of) {
    return there(PEOPLE, of);
  }

  private static int there(Microdata people, Combination of) {
    int[] columns = of.columns().stream().mapToInt(Integer::intValue).toArray();
    Scope scope = Scope.of(people.sizes(), columns);
    int cell = 0;
    for (int place = 0; place < columns.length; place++) {
      cell += of.codes().get(place) * scope.stride(place);
    }
    return scope.count(people)[cell];
  }
}
