package org.clew.tables;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnseenTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"Har\u0007bour", "Harbour\u202e", "Harbour\u2028", "Har\u200bbour", "\ud83a"})
  void what_would_move_what_stands_around_it_is_found(String text) {
    assertThat(Unseen.isIn(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Harbour Helpline", "مساعدة", "𞤆𞤵𞤤𞤢𞤪", ""})
  void letters_of_any_script_are_seen(String text) {
    assertThat(Unseen.isIn(text)).isFalse();
  }
}
