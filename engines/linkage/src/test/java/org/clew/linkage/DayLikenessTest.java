package org.clew.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DayLikenessTest {

  @ParameterizedTest
  @CsvSource({
    "19900412, 19900413, CLOSE_SPELLING",
    "19900412, 19800412, CLOSE_SPELLING",
    "19900412, 29900412, CLOSE_SPELLING",
    "19900412, 19900421, CLOSE_SPELLING",
    "19900412, 19904012, CLOSE_SPELLING",
    "19900412, 19901204, CLOSE_SPELLING",
    "19900412, 99991231, DIFFERENT",
    "19900412, 19900430, NEARLY_SAME_DATE",
    "19900412, 19760412, NEARLY_SAME_DATE",
    "19900412, 19900829, SAME_YEAR",
    "19900412, 19761230, DIFFERENT",
    "19900400, 19900412, NEARLY_SAME_DATE",
    "19900000, 19900412, SAME_YEAR",
    "19900400, 19900512, DIFFERENT",
    "19900400, 19760412, DIFFERENT"
  })
  void daysAreASlipApartOrShareAPart(String one, String other, Agreement agreement) {
    Texts days = new Texts();
    int a = days.code(one);
    int b = days.code(other);
    DayLikeness likeness = new DayLikeness(days);
    assertThat(said(likeness, a, b)).isEqualTo(agreement);
    assertThat(said(likeness, b, a)).isEqualTo(agreement);
  }

  private static Agreement said(DayLikeness likeness, int a, int b) {
    return likeness.levels().get(likeness.level(a, b, new Kernels())).agreement();
  }
}
