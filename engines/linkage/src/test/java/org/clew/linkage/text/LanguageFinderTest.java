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
    "ru, 'Требуются работники на завод, жильё и питание бесплатно'",
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
  @ValueSource(
      strings = {
        "travail bien payé",
        "lavoro ben pagato",
        "новая девушка в городе",
        "maganda ang sahod",
        "Mei Ling Suki",
        "Dubai Doha Muscat",
        "Toyota Hilux Vigo",
        "xoxo baby lol"
      })
  void isNotGuessedWhereAnotherIsAsLikely(String text) {
    assertThat(FINDER.find(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "en, 'We need workers for a farm near the city'",
    "ro, 'Căutăm femei pentru muncă la o fermă, cazare gratuită'",
    "fil, 'Naghahanap kami ng mga manggagawa sa bukid, libre ang tirahan'",
    "sw, 'Tunatafuta wafanyakazi wa shambani, makazi ni bure'",
    "ne, 'राम्रो तलब र बस्ने ठाउँ निःशुल्क पाइन्छ'",
    "bn, 'ভালো বেতন ও থাকার জায়গা বিনামূল্যে'",
    "zh, '高薪工作包吃住'",
    "th, 'งานดี'"
  })
  void isSaidOfASentence(String language, String text) {
    assertThat(FINDER.find(text)).contains(language);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "07700 900188", "🍒🍒🍒", "hi", "\uD800"})
  void isNotGuessedWhereThereIsTooLittle(String text) {
    assertThat(FINDER.find(text)).isEmpty();
  }
}
