package org.clew.tables;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SheetCellsTest {

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+cmd", "-1+1", "@x", "\tx", "\rx", "＝1", "-", "+1.2.3", "-1e5"})
  void noCellBeginsAFormula(String cell) {
    assertThat(SheetCells.harmless(cell)).isEqualTo("'" + cell);
    assertThat(SheetCells.harmlessOrNumber(cell)).isEqualTo("'" + cell);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "+44", "0.5", "-12.75"})
  void aNumberStaysOneInATableThatIsComputedWith(String cell) {
    assertThat(SheetCells.harmlessOrNumber(cell)).isEqualTo(cell);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a=b", "Zahra", "20-29", "*"})
  void othersAreLeftAsTheyAre(String cell) {
    assertThat(SheetCells.harmless(cell)).isEqualTo(cell);
    assertThat(SheetCells.harmlessOrNumber(cell)).isEqualTo(cell);
  }
}
