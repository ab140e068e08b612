package org.clew.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PluralTest {

  @Test
  void oneIsOneAndAllElseIsMany() {
    assertThat(Plural.of(1, "row is", "rows are")).isEqualTo("1 row is");
    assertThat(Plural.of(0, "row is", "rows are")).isEqualTo("0 rows are");
    assertThat(Plural.of(1_234_567, "row", "rows")).isEqualTo("1,234,567 rows");
  }
}
