package org.clew.disclosure.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.clew.disclosure.Coded;
import org.clew.disclosure.Microdata;
import org.clew.disclosure.Progress;
import org.junit.jupiter.api.Test;

class RareCombinationsTest {

  @Test
  void saysWhichColumnsMakeARowTheOnlyOneOfItsKind() {
    // By sex and age the fourth is alone; by sex and place two are, by age and place two.
    Coded people = Coded.of("f 20 a\nf 20 b\nm 30 a\nm 20 b\nm 30 b\nf 20 a");
    RareCombinations rare = RareCombinations.of(people.data(), 2, 3, Progress.NONE, 0, 1, 2);
    assertThat(rare.combinations()).hasSize(7);
    assertThat(rare.rowsByLength()).containsExactly(0, 4, 4);
    assertThat(rare.combinations().get(3))
        .isEqualTo(new RareCombinations.Combination(List.of(0, 1), 1, 1, 1));
    assertThat(rare.reason()).containsExactly(-1, 4, 4, 3, 5, -1);
  }

  @Test
  void aRowThatOneColumnMakesRareIsNotCountedAgainForMore() {
    Coded people = Coded.of("f 20\nf 20\nf 20\nx 20\nf 20");
    RareCombinations rare = RareCombinations.of(people.data(), 2, 2, Progress.NONE, 0, 1);
    assertThat(rare.combinations().getLast())
        .isEqualTo(new RareCombinations.Combination(List.of(0, 1), 1, 1, 0));
    assertThat(rare.rowsByColumn()).containsExactly(1, 0);
  }

  @Test
  void agreesWithCountingEachRowAgainstEveryOther() {
    for (int seed = 0; seed < 20; seed++) {
      var random = new Random(seed);
      List<List<String>> rows = new ArrayList<>();
      for (int i = 0; i < 60; i++) {
        rows.add(
            List.of(
                "" + random.nextInt(3),
                "" + random.nextInt(5),
                "" + random.nextInt(2),
                "" + random.nextInt(9)));
      }
      Microdata data = Coded.of(rows).data();
      RareCombinations rare = RareCombinations.of(data, 4, 4, Progress.NONE, 0, 1, 2, 3);
      for (RareCombinations.Combination each : rare.combinations()) {
        Map<List<String>, Integer> counts = new HashMap<>();
        rows.forEach(row -> counts.merge(cells(row, each.columns()), 1, Integer::sum));
        assertThat(each.rare())
            .as("seed %d, %s", seed, each)
            .isEqualTo(
                rows.stream()
                    .filter(row -> counts.getOrDefault(cells(row, each.columns()), 0) < 4)
                    .count());
      }
    }
  }

  private static List<String> cells(List<String> row, List<Integer> columns) {
    return columns.stream().map(row::get).toList();
  }

  @Test
  void tooManyCombinationsAreRefused() {
    assertThat(RareCombinations.count(27, 3)).isEqualTo(3303);
    assertThat(RareCombinations.count(3, 9)).isEqualTo(7);
    var wide = new Microdata(new int[100], new short[100][1], 1);
    int[] all = IntStream.range(0, 100).toArray();
    assertThatThrownBy(() -> RareCombinations.of(wide, 2, 3, Progress.NONE, all))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void whatIsStoppedHandsOverWhatItCameTo() {
    Coded people = Coded.of("f 20\nm 20");
    RareCombinations rare =
        RareCombinations.of(people.data(), 2, 2, (_, _) -> Progress.Answer.STOP, 0, 1);
    assertThat(rare.combinations()).hasSize(1);
  }
}
