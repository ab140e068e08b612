package org.clew.disclosure.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.clew.disclosure.Coded;
import org.junit.jupiter.api.Test;

class SensitiveColumnTest {

  /// The salaries of Li et al. (2007), table 3: three classes of three rows.
  private static final Coded SALARIES =
      Coded.of(
          """
          1 03
          1 04
          1 05
          2 06
          2 11
          2 08
          3 07
          3 09
          3 10
          """);

  private static SensitiveColumn of(Coded coded, Distance distance) {
    return SensitiveColumn.of(EquivalenceClasses.of(coded.data(), 0), coded.data(), 1, distance);
  }

  /// The distances of their section 5.1: 0.375 for the first class, 0.167 for the second.
  @Test
  void orderedDistanceIsAsThePaperHasIt() {
    assertThat(of(SALARIES, Distance.ORDERED).closeness()).isCloseTo(0.375, within(1e-9));
  }

  @Test
  void equalDistanceIsHalfTheSumOfDifferences() {
    assertThat(of(SALARIES, Distance.EQUAL).closeness()).isCloseTo(6 / 9.0, within(1e-9));
  }

  @Test
  void aClassOfOneValueGivesItAway() {
    SensitiveColumn found = of(Coded.of("a flu\na flu\nb flu\nb cold\nb -"), Distance.EQUAL);
    assertThat(found.homogeneousRows()).isEqualTo(2);
    assertThat(found.distinct()).isEqualTo(1);
    assertThat(found.entropy()).isEqualTo(1);
    assertThat(found.recursive().getFirst()).isInfinite();
  }

  @Test
  void diversityIsThatOfTheWorstClass() {
    SensitiveColumn found = of(Coded.of("a x\na x\na x\na y\na z\nb x\nb y\nb z"), Distance.EQUAL);
    assertThat(found.distinct()).isEqualTo(3);
    assertThat(found.entropy())
        .isCloseTo(Math.exp(-0.6 * Math.log(0.6) - 0.4 * Math.log(0.2)), within(1e-12));
    assertThat(found.recursive().subList(0, 3)).containsExactly(1.5, 3.0, Double.POSITIVE_INFINITY);
  }
}
