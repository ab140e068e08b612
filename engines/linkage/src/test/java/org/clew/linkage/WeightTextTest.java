package org.clew.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.junit.jupiter.api.Test;

class WeightTextTest {

  @Test
  void bitsAreWrittenInFull() {
    for (int step = -70_000; step <= 70_000; step += 7) {
      BigDecimal bits = BigDecimal.valueOf(step).divide(BigDecimal.valueOf(1024));
      assertThat(WeightText.bits(bits.doubleValue()))
          .isEqualTo(bits.stripTrailingZeros().toPlainString());
    }
  }

  @Test
  void aProbabilityHasSixDecimals() {
    for (double bits = -40; bits <= 40; bits += 0.37) {
      double probability = 1 / (1 + Math.pow(2, -bits));
      assertThat(WeightText.probability(bits))
          .isEqualTo(
              BigDecimal.valueOf(probability).setScale(6, RoundingMode.HALF_UP).toPlainString());
    }
    assertThat(WeightText.probability(60)).isEqualTo("1.000000");
  }
}
