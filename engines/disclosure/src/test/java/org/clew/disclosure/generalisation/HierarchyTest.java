package org.clew.disclosure.generalisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HierarchyTest {

  private static Hierarchy of(String rows) {
    return Hierarchy.of(rows.lines().map(line -> List.of(line.split(";", -1))).toList());
  }

  @Test
  void saysWhatAValueIsAtEachLevel() {
    Hierarchy ages = of("19;0-19;*\n20;20-39;*\n;;*");
    assertThat(ages.levels()).isEqualTo(3);
    assertThat(ages.value("19", 1)).isEqualTo("0-19");
    assertThat(ages.has("")).isTrue();
    assertThat(ages.has("21")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "'', is empty",
    "'a;*|b', 2 levels in its first row and 1 in row 2",
    "'a;*|a;*', twice",
    "'a;x;1|b;x;2', 'makes \"x\" of level 1 both \"1\" and \"2\" of level 2'"
  })
  void whatIsNoHierarchyIsRefused(String rows, String why) {
    assertThatThrownBy(() -> of(rows.replace('|', '\n')))
        .isInstanceOf(HierarchyRefused.class)
        .hasMessageContaining(why);
  }
}
