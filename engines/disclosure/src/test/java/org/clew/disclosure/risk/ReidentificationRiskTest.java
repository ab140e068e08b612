package org.clew.disclosure.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.IntStream;
import org.clew.disclosure.Coded;
import org.clew.disclosure.PublicData;
import org.junit.jupiter.api.Test;

class ReidentificationRiskTest {

  /// Two alike, one like nobody, three alike.
  private static final Coded PEOPLE =
      Coded.of(
          """
          f 20 leeds
          f 20 leeds
          m 20 leeds
          m 30 -
          m 30 -
          m 30 -
          """);

  private static final EquivalenceClasses CLASSES = EquivalenceClasses.of(PEOPLE.data(), 0, 1, 2);

  @Test
  void rowsThatLookAlikeAreOneClass() {
    assertThat(CLASSES.count()).isEqualTo(3);
    assertThat(CLASSES.least()).isEqualTo(1);
    assertThat(CLASSES.most()).isEqualTo(3);
    assertThat(CLASSES.uniques()).isEqualTo(1);
    assertThat(CLASSES.rowsRarerThan(3)).isEqualTo(3);
    assertThat(CLASSES.histogram()).isEqualTo(Map.of(1, 1, 2, 1, 3, 1));
    assertThat(IntStream.range(0, 6).map(CLASSES::sizeAt)).containsExactly(2, 2, 1, 3, 3, 3);
  }

  @Test
  void whoeverKnowsThatSomebodyIsThereFindsThemByOneOverTheSizeOfTheirClass() {
    ProsecutorRisk risk = ProsecutorRisk.of(CLASSES);
    assertThat(risk.highest()).isEqualTo(1);
    assertThat(risk.lowest()).isEqualTo(1 / 3.0);
    assertThat(risk.average()).isEqualTo(0.5);
    assertThat(risk.atHighest()).isEqualTo(1 / 6.0);
    assertThat(risk.atLowest()).isEqualTo(0.5);
  }

  @Test
  void withThePopulationAtHandItsClassesCount() {
    // The list, and below it the population: 4 like the first two, 1 like the third, 5 like the
    // rest.
    Coded both =
        Coded.of(
            "a\na\nb\nc\nc\nc\n" + "a\n".repeat(4) + "b\n" + "c\n".repeat(5) + "d\n".repeat(9));
    PopulationRisk risk = PopulationRisk.of(EquivalenceClasses.of(both.data(), 0), 6).orElseThrow();
    assertThat(risk.journalistHighest()).isEqualTo(1);
    assertThat(risk.marketer()).isCloseTo((2 / 4.0 + 1 + 3 / 5.0) / 6, within(1e-12));
    assertThat(risk.journalistAverage()).isCloseTo(risk.marketer(), within(1e-12));
    assertThat(risk.populationUniques()).isEqualTo(1 / 6.0);
  }

  @Test
  void aListThatWasNotDrawnFromThePopulationHasNoSuchRisk() {
    Coded both = Coded.of("a\na\nb\na\nb");
    assertThat(PopulationRisk.of(EquivalenceClasses.of(both.data(), 0), 3)).isEmpty();
  }

  @Test
  void aTableWithoutRowsOrColumnsHasNoClasses() {
    assertThatThrownBy(() -> EquivalenceClasses.of(PEOPLE.data()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void wholePopulationsInTheTableHaveTheUniquesOfTheTable() {
    PopulationUniqueness all = PopulationUniqueness.of(CLASSES, 6);
    assertThat(all.zayatz().orElseThrow()).isCloseTo(1 / 6.0, within(1e-12));
    assertThat(all.dankar().orElseThrow().getKey()).isEqualTo("Zayatz");
    EquivalenceClasses pairs = EquivalenceClasses.of(Coded.of("a\na\nb\nb").data(), 0);
    assertThat(PopulationUniqueness.of(pairs, 400).dankar().orElseThrow().getValue()).isZero();
    assertThatThrownBy(() -> PopulationUniqueness.of(CLASSES, 5))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /// A made-up population whose classes are one more than geometric, of which a third is drawn.
  @Test
  void theSlideNegativeBinomialFindsThePopulationItDescribes() {
    var random = new Random(7);
    var sample = new StringBuilder();
    int people = 0;
    int uniques = 0;
    for (int of = 0; of < 6000; of++) {
      int size = 1;
      while (random.nextDouble() < 0.6) {
        size++;
      }
      people += size;
      uniques += size == 1 ? 1 : 0;
      for (int i = 0; i < size; i++) {
        sample.append(random.nextInt(3) == 0 ? "c" + of + "\n" : "");
      }
    }
    EquivalenceClasses drawn = EquivalenceClasses.of(Coded.of(sample.toString()).data(), 0);
    PopulationUniqueness estimate = PopulationUniqueness.of(drawn, people);
    assertThat(estimate.slide().orElseThrow()).isCloseTo(uniques / (double) people, within(0.03));
  }

  /// Average risk, uniques and the models of the population as the reference results have them,
  /// which took the people of the United States for the population.
  @Test
  void theRiskOfAdultRecordsIsAsTheReferenceHasIt() {
    Optional<Path> folder = PublicData.folder("arx");
    if (folder.isEmpty()) {
      return;
    }
    List<List<String>> rows = PublicData.semicolons(folder.get().resolve("adult_subset.csv"));
    Coded people = Coded.of(rows.subList(1, rows.size()));
    int[] all = IntStream.range(0, 9).toArray();
    EquivalenceClasses classes = EquivalenceClasses.of(people.data(), all);
    ProsecutorRisk risk = ProsecutorRisk.of(classes);
    assertThat(classes.rows()).isEqualTo(3016);
    assertThat(classes.count()).isEqualTo(2702);
    assertThat(risk.average()).isCloseTo(0.895889, within(1e-6));
    assertThat(risk.highest()).isEqualTo(1);
    assertThat(risk.lowest()).isCloseTo(0.166667, within(1e-6));
    assertThat(risk.atHighest()).isCloseTo(0.817308, within(1e-6));
    PopulationUniqueness unique = PopulationUniqueness.of(classes, 317_254_000);
    assertThat(unique.pitman().orElseThrow()).isCloseTo(0.026379, within(1e-6));
    assertThat(unique.zayatz().orElseThrow()).isCloseTo(0.667994, within(1e-6));
    assertThat(unique.dankar().orElseThrow().getKey()).isEqualTo("Pitman");
    assertThat(unique.slide()).isEqualTo(OptionalDouble.empty());
  }
}
