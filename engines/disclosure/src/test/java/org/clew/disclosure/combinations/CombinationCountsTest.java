package org.clew.disclosure.combinations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.clew.disclosure.MadeUp;
import org.clew.disclosure.Microdata;
import org.clew.disclosure.Progress;
import org.clew.disclosure.Stopped;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CombinationCountsTest {

  private static final Microdata PEOPLE = MadeUp.people(3_000, 2);

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void each_combination_that_a_row_has_is_counted_and_no_other(int longest) {
    Map<List<Integer>, Integer> expected = new HashMap<>();
    for (int row = 0; row < PEOPLE.rows(); row++) {
      for (int chosen = 1; chosen < 1 << PEOPLE.width(); chosen++) {
        List<Integer> values = new ArrayList<>();
        for (int column = 0; column < PEOPLE.width(); column++) {
          if (((chosen >> column) & 1) == 1) {
            values.add(column);
            values.add(PEOPLE.code(row, column));
          }
        }
        if (Integer.bitCount(chosen) <= longest && known(values)) {
          expected.merge(values, 1, Integer::sum);
        }
      }
    }

    CombinationCounts counts = CombinationCounts.of(PEOPLE, longest, Progress.NONE);

    Map<List<Integer>, Integer> counted = new HashMap<>();
    counts.each(
        (columns, codes, count) -> {
          List<Integer> values = new ArrayList<>();
          for (int i = 0; i < columns.length; i++) {
            values.add(columns[i]);
            values.add(codes[i]);
          }
          counted.put(values, count);
        });
    assertThat(counted).isEqualTo(expected);
  }

  private static boolean known(List<Integer> values) {
    for (int i = 1; i < values.size(); i += 2) {
      if (values.get(i) == 0) {
        return false;
      }
    }
    return true;
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "2, 1", "3, 1", "4, 1", "1, 10", "2, 10", "3, 10", "4, 50"})
  void there_are_no_more_than_is_said_beforehand(int length, int rows) {
    Microdata people = MadeUp.people(500, 3);
    long[] counted = {0};

    CombinationCounts.of(people, length, Progress.NONE)
        .each(
            (columns, codes, count) ->
                counted[0] += columns.length == length && count >= rows ? 1 : 0);

    assertThat(CombinationCounts.most(people, length, rows))
        .isGreaterThanOrEqualTo((double) counted[0]);
  }

  @Test
  void what_is_said_beforehand_is_what_values_allow_and_rows_have_places_for() {
    short[][] columns = {{1, 1, 2, 2}, {1, 2, 1, 2}, {1, 1, 0, 0}};
    var people = new Microdata(new int[] {3, 3, 2}, columns, 4);

    assertThat(CombinationCounts.most(people, 1, 1)).isEqualTo(5);
    assertThat(CombinationCounts.most(people, 2, 1)).isEqualTo(8);
    assertThat(CombinationCounts.most(people, 2, 2)).isEqualTo(4);
    assertThat(CombinationCounts.most(people, 3, 1)).isEqualTo(2);
    assertThat(CombinationCounts.most(people, 4, 1)).isZero();
  }

  @Test
  void a_column_without_values_counts_for_nothing() {
    Microdata data = new Microdata(new int[] {1, 2, 1, 3}, new short[][] {{0}, {1}, {0}, {2}}, 1);
    List<String> told = new ArrayList<>();

    CombinationCounts.of(data, 2, Progress.NONE)
        .each(
            (columns, codes, count) ->
                told.add(Arrays.toString(columns) + Arrays.toString(codes) + count));

    assertThat(told).containsExactlyInAnyOrder("[1][1]1", "[3][2]1", "[1, 3][1, 2]1");
  }

  @Test
  void a_count_is_rounded_down_to_so_many_people_or_none() {
    assertThat(CombinationCounts.roundedDown(29, 10)).isEqualTo(20);
    assertThat(CombinationCounts.roundedDown(9, 10)).isZero();
    assertThat(CombinationCounts.roundedDown(9, 1)).isEqualTo(9);
  }

  @Test
  void longer_ones_than_four_are_refused() {
    assertThatThrownBy(() -> CombinationCounts.of(PEOPLE, 5, Progress.NONE))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void whoever_listens_can_stop_it() {
    assertThatThrownBy(
            () -> CombinationCounts.of(MadeUp.people(10_000, 1), 3, (_, _) -> Progress.Answer.STOP))
        .isInstanceOf(Stopped.class);
  }
}
