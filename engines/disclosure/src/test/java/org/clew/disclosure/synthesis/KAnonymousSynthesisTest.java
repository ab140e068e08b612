package org.clew.disclosure.synthesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.clew.disclosure.MadeUp;
import org.clew.disclosure.Microdata;
import org.clew.disclosure.Progress;
import org.clew.disclosure.Scope;
import org.clew.disclosure.Stopped;
import org.clew.disclosure.StructuralZeros;
import org.clew.disclosure.StructuralZeros.Condition;
import org.clew.disclosure.StructuralZeros.Zero;
import org.clew.disclosure.combinations.CombinationCounts;
import org.clew.disclosure.noise.Bits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KAnonymousSynthesisTest {

  private static final Microdata PEOPLE = MadeUp.people(3_000, 2);

  private static KAnonymous made(Microdata people, int k, int longest, long seed) {
    return KAnonymousSynthesis.of(
        people, StructuralZeros.NONE, k, longest, Bits.ofSeed(seed), Progress.NONE);
  }

  /// By combination, how many rows have it.
  private static Map<String, Integer> counts(Microdata rows, int longest) {
    Map<String, Integer> counts = new HashMap<>();
    CombinationCounts.of(rows, longest, Progress.NONE)
        .each(
            (columns, codes, count) ->
                counts.put(Arrays.toString(columns) + Arrays.toString(codes), count));
    return counts;
  }

  private static short[] row(Microdata rows, int number) {
    short[] row = new short[rows.width()];
    for (int column = 0; column < row.length; column++) {
      row[column] = (short) rows.code(number, column);
    }
    return row;
  }

  /// How many people have all that a row has.
  private static int having(Microdata people, short[] row) {
    int having = 0;
    for (int person = 0; person < people.rows(); person++) {
      boolean all = true;
      for (int column = 0; column < row.length; column++) {
        all &= row[column] == 0 || people.code(person, column) == row[column];
      }
      having += all ? 1 : 0;
    }
    return having;
  }

  @ParameterizedTest
  @CsvSource({
    "2, 4, 1",
    "5, 4, 2",
    "10, 4, 3",
    "10, 3, 4",
    "10, 2, 5",
    "10, 1, 6",
    "200, 4, 7",
    "3000, 4, 8"
  })
  void no_combination_in_the_rows_is_had_by_fewer_than_k_people(int k, int longest, long seed) {
    Map<String, Integer> had = counts(PEOPLE, longest);

    Microdata rows = made(PEOPLE, k, longest, seed).rows();

    assertThat(counts(rows, longest).keySet())
        .allSatisfy(each -> assertThat(had.getOrDefault(each, 0)).isGreaterThanOrEqualTo(k));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void that_holds_for_lists_of_any_shape(long seed) {
    var lots = new SplittableRandom(seed);
    int[] sizes = lots.ints(2 + lots.nextInt(7), 1, 9).toArray();
    int people = 40 + lots.nextInt(400);
    short[][] columns = new short[sizes.length][people];
    for (int column = 0; column < sizes.length; column++) {
      double lean = 1 + 3 * lots.nextDouble();
      for (int row = 0; row < people; row++) {
        columns[column][row] = (short) (sizes[column] * Math.pow(lots.nextDouble(), lean));
      }
    }
    var list = new Microdata(sizes, columns, people);
    Map<String, Integer> had = counts(list, 4);

    Microdata rows = made(list, 4, 4, seed).rows();

    assertThat(counts(rows, 4).keySet())
        .allSatisfy(each -> assertThat(had.getOrDefault(each, 0)).isGreaterThanOrEqualTo(4));
  }

  @Test
  void no_row_is_that_of_one_person_or_of_a_few() {
    Microdata rows = made(PEOPLE, 10, 2, 1).rows();

    for (int number = 0; number < rows.rows(); number++) {
      int having = having(PEOPLE, row(rows, number));
      assertThat(having == 0 || having >= 10).isTrue();
    }
  }

  /// How many people have what a row has, and nothing else.
  private static long alike(Microdata people, short[] row) {
    return IntStream.range(0, people.rows())
        .filter(person -> Arrays.equals(row(people, person), row))
        .count();
  }

  /// Each second cell is empty: what one has and no more, others have among what they have.
  @ParameterizedTest
  @CsvSource({"3, 4, 1", "5, 2, 2", "10, 4, 3", "10, 1, 4"})
  void no_row_is_the_whole_record_of_a_few_its_empty_cells_among_it(int k, int longest, long seed) {
    var lots = new SplittableRandom(seed);
    int[] sizes = {3, 3, 3, 4, 2, 5};
    short[][] columns = new short[sizes.length][400];
    for (int column = 0; column < sizes.length; column++) {
      for (int row = 0; row < 400; row++) {
        columns[column][row] = (short) (lots.nextBoolean() ? 0 : lots.nextInt(sizes[column]));
      }
    }
    var people = new Microdata(sizes, columns, 400);

    Microdata rows = made(people, k, longest, seed).rows();

    assertThat(rows.rows()).isEqualTo(400 / k * k);
    for (int number = 0; number < rows.rows(); number++) {
      short[] row = row(rows, number);
      assertThat(alike(people, row) == 0 || alike(people, row) >= k || isEmpty(row)).isTrue();
    }
  }

  private static boolean isEmpty(short[] row) {
    return Arrays.equals(row, new short[row.length]);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 7, 10, 50})
  void there_are_as_many_rows_as_people_to_the_last_k(int k) {
    assertThat(made(PEOPLE, k, 4, 1).rows().rows()).isEqualTo(3_000 / k * k);
  }

  @Test
  void tables_of_the_rows_are_near_those_of_the_people() {
    KAnonymous made = made(MadeUp.people(20_000, 3), 10, 4, 1);

    assertThat(made.distances()).hasSize(3);
    assertThat(made.distances().get(0)).isLessThan(0.01);
    assertThat(made.distances().get(1)).isLessThan(0.02);
    assertThat(made.distances().get(2)).isLessThan(0.04);
  }

  /// 97 people of one place and three of another would be told apart from 95 and five.
  @ParameterizedTest
  @ValueSource(ints = {0, 3, 5})
  void how_near_they_are_tells_nothing_of_fewer_than_k(int few) {
    short[] places = new short[100];
    Arrays.fill(places, (short) 1);
    Arrays.fill(places, 0, few, (short) 2);
    var people = new Microdata(new int[] {3}, new short[][] {places}, 100);

    assertThat(made(people, 10, 1, 1).distances()).containsExactly(0.0);
  }

  /// Countries of which most have few people, beside columns that nearly everybody has and one that
  /// everybody has: nobody has a country and nothing else.
  private static Microdata fromManyCountries(int people, long seed) {
    var lots = new SplittableRandom(seed);
    short[][] columns = new short[6][people];
    for (int row = 0; row < people; row++) {
      columns[0][row] = (short) (1 + 150 * Math.pow(lots.nextDouble(), 3));
      for (int column = 1; column < columns.length; column++) {
        columns[column][row] = (short) lots.nextInt(column == 1 ? 1 : 0, column < 3 ? 9 : 2);
      }
    }
    return new Microdata(new int[] {151, 9, 9, 2, 2, 2}, columns, people);
  }

  @ParameterizedTest
  @CsvSource({"5, 1", "10, 2", "20, 3"})
  void each_value_that_k_people_have_is_in_k_rows(int k, long seed) {
    Microdata people = fromManyCountries(4_000, seed);
    int[] having = Scope.of(people.sizes(), 0).count(people);

    int[] there = Scope.of(people.sizes(), 0).count(made(people, k, 4, seed).rows());

    for (int country = 1; country < having.length; country++) {
      if (having[country] >= k) {
        assertThat(there[country]).isGreaterThanOrEqualTo(k);
      } else {
        assertThat(there[country]).isZero();
      }
    }
  }

  @Test
  void nobody_is_what_nobody_can_be() {
    // Nobody has both the fourth and the sixth column's value; whoever has the fifth has the
    // fourth.
    short[][] columns = new short[PEOPLE.width()][];
    for (int column = 0; column < columns.length; column++) {
      columns[column] = PEOPLE.column(column).clone();
    }
    for (int row = 0; row < PEOPLE.rows(); row++) {
      columns[5][row] = columns[3][row] == 1 ? 0 : columns[5][row];
    }
    var zeros =
        new StructuralZeros(
            List.of(new Zero(List.of(is(3, 1), is(5, 1))), new Zero(List.of(is(4, 1), is(3, 0)))));
    var people = new Microdata(PEOPLE.sizes(), columns, PEOPLE.rows());

    Microdata rows =
        KAnonymousSynthesis.of(people, zeros, 5, 4, Bits.ofSeed(3), Progress.NONE).rows();

    int withFifth = 0;
    for (int number = 0; number < rows.rows(); number++) {
      assertThat(zeros.met(row(rows, number))).isEmpty();
      withFifth += rows.code(number, 4);
    }
    assertThat(withFifth).isPositive();
  }

  private static Condition is(int column, int code) {
    var codes = new BitSet();
    codes.set(code);
    return new Condition(column, codes);
  }

  @Test
  void the_same_lots_make_the_same_rows_and_others_others() {
    Microdata once = made(PEOPLE, 10, 4, 1).rows();
    Microdata again = made(PEOPLE, 10, 4, 1).rows();
    Microdata others = made(PEOPLE, 10, 4, 2).rows();

    assertThat(again.column(0)).isEqualTo(once.column(0));
    assertThat(again.column(5)).isEqualTo(once.column(5));
    assertThat(others.column(0)).isNotEqualTo(once.column(0));
  }

  @Test
  void a_k_that_hides_nobody_is_refused() {
    assertThatThrownBy(() -> made(PEOPLE, 1, 4, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> made(PEOPLE, 3_001, 4, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> made(PEOPLE, 10, 5, 1)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void whoever_listens_hears_of_small_steps_and_of_the_end() {
    List<Long> heard = new ArrayList<>();

    KAnonymousSynthesis.of(
        PEOPLE,
        StructuralZeros.NONE,
        10,
        4,
        Bits.ofSeed(1),
        (done, total) -> {
          heard.add(done);
          assertThat(done).isLessThanOrEqualTo(total);
          return Progress.Answer.GO_ON;
        });

    assertThat(heard).isSorted().hasSizeGreaterThan(100);
    for (int i = 1; i < heard.size(); i++) {
      assertThat(heard.get(i) - heard.get(i - 1)).isLessThanOrEqualTo(3_000);
    }
    assertThat(heard.getLast()).isEqualTo(21 * 3_000L);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 7_000, 20_000, 40_000})
  void whoever_listens_can_stop_it(long after) {
    assertThatThrownBy(
            () ->
                KAnonymousSynthesis.of(
                    MadeUp.people(5_000, 1),
                    StructuralZeros.NONE,
                    10,
                    4,
                    Bits.ofSeed(1),
                    (done, _) -> done >= after ? Progress.Answer.STOP : Progress.Answer.GO_ON))
        .isInstanceOf(Stopped.class);
  }

  /// Of a large list there are millions of combinations to go over.
  @Test
  void it_asks_at_each_combination_whether_to_go_on() {
    long[] asked = {0};
    KAnonymousSynthesis.of(
        PEOPLE,
        StructuralZeros.NONE,
        10,
        4,
        Bits.ofSeed(1),
        (_, _) -> {
          asked[0]++;
          return Progress.Answer.GO_ON;
        });

    assertThat(asked[0]).isGreaterThan(counts(PEOPLE, 4).size());
  }
}
