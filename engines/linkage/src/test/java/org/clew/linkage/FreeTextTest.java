package org.clew.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What somebody types mid-call, and what it may mean.
class FreeTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "07700 900188 | PHONE | 07700 900188",
        "+44 (0) 7700-900-188 | PHONE | +44 (0) 7700-900-188",
        "0188 | PHONE | 0188",
        "0188 | DOCUMENT | 0188",
        "1990 | BIRTH_DATE | 1990",
        "Amina Haddad 07700 900188 | PHONE | 07700 900188",
        "Amina Haddad 07700 900188 | NAME | Amina Haddad",
        "amina@example.org | EMAIL | amina@example.org",
        "amina at example dot org | EMAIL | amina@example.org",
        "@maria_99 | USERNAME | maria_99",
        "maria_99 | USERNAME | maria_99",
        "AB12 CDE | VEHICLE | AB12 CDE",
        "AB123456 | DOCUMENT | AB123456",
        "12/04/1990 | BIRTH_DATE | 12/04/1990",
        "محمد الأحمد | NAME | محمد الأحمد",
        "Harbour Textiles Ltd | ORGANISATION_NAME | Harbour Textiles Ltd",
        "12 Mill Road, Flat 3 | ADDRESS | 12 Mill Road Flat 3",
      })
  void reads(String typed, Kind kind, String text) {
    assertThat(FreeText.read(typed, "GB")).contains(new Value(kind, text));
  }

  @Test
  void blankIsNothing() {
    assertThat(FreeText.read(" \n\t ", "GB")).isEmpty();
    assertThat(FreeText.read("?!", "GB")).isEmpty();
  }

  @Test
  void staysCalmAndShortWithHostileText() {
    for (String text : Hostile.texts()) {
      assertThat(FreeText.read(text, "GB")).hasSizeLessThanOrEqualTo(24);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0188",
        "900188",
        "07700900188",
        "+44 7700 900188",
        "haddad",
        "amina hadad",
        "حداد أمينة",
        "amina.h@example.org",
        "@amina_h",
        "ab12cde",
        "12 mill road",
        "Amina, 0188",
      })
  void findsTheRecordHoweverItIsAsked(String typed) {
    LinkIndex index = new LinkIndex("GB");
    index.put(
        new LinkRecord(
            "amina",
            List.of(
                new Value(Kind.NAME, "Amina Haddad"),
                new Value(Kind.PHONE, "07700 900188"),
                new Value(Kind.EMAIL, "amina.h@example.org"),
                new Value(Kind.USERNAME, "amina_h"),
                new Value(Kind.VEHICLE, "AB12 CDE"),
                new Value(Kind.ADDRESS, "12 Mill Road"))));
    for (int i = 0; i < 200; i++) {
      index.put(Seeded.person(i, "p" + i));
    }
    List<Match> known = index.queryAny(FreeText.read(typed, "GB"), 5);
    assertThat(known).isNotEmpty();
    assertThat(known.getFirst().id()).isEqualTo("amina");
    assertThat(known.getFirst().evidence()).allSatisfy(e -> assertThat(e.bits()).isPositive());
  }

  @Test
  void oneRunOfCharactersCountsOnce() {
    LinkIndex index = new LinkIndex("GB");
    index.put(
        new LinkRecord(
            "1", List.of(new Value(Kind.NAME, "Maria"), new Value(Kind.USERNAME, "maria"))));
    List<Match> known = index.queryAny(FreeText.read("maria", "GB"), 5);
    assertThat(known.getFirst().evidence()).hasSize(1);
  }
}
