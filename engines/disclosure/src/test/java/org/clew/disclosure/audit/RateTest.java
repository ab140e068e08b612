package org.clew.disclosure.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateTest {

  /// The intervals of Clopper and Pearson, as tables and other programs have them.
  @ParameterizedTest
  @CsvSource({
    "0, 10, 0, 0.30850",
    "1, 10, 0.00253, 0.44502",
    "5, 10, 0.18709, 0.81291",
    "10, 10, 0.69150, 1",
    "50, 100, 0.39832, 0.60168",
    "990, 1000, 0.98169, 0.99519",
    "30000, 100000, 0.29716, 0.30285"
  })
  void its_interval_is_that_of_clopper_and_pearson(int hits, int tries, double low, double high) {
    var rate = new Rate(hits, tries);

    assertThat(rate.low()).isCloseTo(low, within(1e-5));
    assertThat(rate.high()).isCloseTo(high, within(1e-5));
  }

  @Test
  void of_nothing_nothing_is_known() {
    var rate = new Rate(0, 0);

    assertThat(rate.share()).isZero();
    assertThat(rate.low()).isZero();
    assertThat(rate.high()).isEqualTo(1);
  }

  @Test
  void there_are_no_more_hits_than_tries() {
    assertThatThrownBy(() -> new Rate(3, 2)).isInstanceOf(IllegalArgumentException.class);
  }
}
