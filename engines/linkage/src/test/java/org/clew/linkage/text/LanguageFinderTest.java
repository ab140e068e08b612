package org.clew.linkage.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Which language a text is in.
class LanguageFinderTest {
  private static final LanguageFinder FINDER = new LanguageFinder();

  @ParameterizedTest
  @CsvSource({
    "en, 'Call me any time, no private numbers please'",
    "es, 'Chica nueva en la ciudad, llámame cuando quieras'",
    "fr, 'Nuit douce avec moi, appelez vite'",
    "de, 'Neu in der Stadt, ruf mich an'",
    "ru, 'Новая девушка в городе, звони'",
    "hu, 'Munkát kínálunk, szállással'",
    "ar, 'مساء الخير اتصل بي الآن'",
    "zh, '新来的按摩师温柔体贴环境安静'",
    "th, 'ทำงานกลางคืนในโกดัง'",
    "vi, 'làm việc ban đêm trong kho'"
  })
  void isFound(String language, String text) {
    assertThat(FINDER.find(text)).contains(language);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "07700 900188", "🍒🍒🍒", "hi", "\uD800"})
  void isNotGuessedWhereThereIsTooLittle(String text) {
    assertThat(FINDER.find(text)).isEmpty();
  }
}
