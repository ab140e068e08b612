package org.clew.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VisibleTest {

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\u200B", "\u2060\uFEFF", "\u00A0\t", "\u3164", "\u2800", "\0"})
  void whatNobodySeesIsNothing(String text) {
    assertThat(Visible.isIn(text)).isFalse();
    assertThat(Filled.blank().with("title", text).text("title")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", ".", "\u200Bق", "می\u200Cخواهم", "👩\u200D🌾", "한"})
  void everyScriptIsSeenWithItsJoiners(String text) {
    assertThat(Visible.isIn(text)).isTrue();
    assertThat(Filled.blank().with("title", text).text("title")).isEqualTo(text.strip());
  }
}
