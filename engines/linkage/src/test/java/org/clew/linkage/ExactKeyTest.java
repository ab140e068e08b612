package org.clew.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.clew.linkage.ExactKey.Way;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExactKeyTest {

  @ParameterizedTest
  @CsvSource({
    "PHONE, 07700 900188, +44 (0)7700 900188, PHONE",
    "PHONE, 0044 7700 900188, +447700900188, PHONE",
    "EMAIL, Amina+home@Example.org, amina@example.org, EMAIL",
    "EMAIL, a.mina@gmail.com, amina@googlemail.com, EMAIL",
    "DOCUMENT, x 123-4567, X1234567, DOCUMENT",
    "ACCOUNT, GB29 NWBK 6016 1331 9268 19, gb29nwbk60161331926819, ACCOUNT",
    "VEHICLE, ab12 cde, AB12CDE, VEHICLE",
    "USERNAME, @Amina_H, amina_h, USERNAME",
    "ORGANISATION_NAME, Bright Garments Ltd., BRIGHT GARMENTS, ORGANISATION"
  })
  void whatMeansTheSameGivesTheSameKey(Kind kind, String one, String other, Way way) {
    assertThat(keys(new Value(kind, one))).isEqualTo(keys(new Value(kind, other)));
    assertThat(keys(new Value(kind, one))).extracting(ExactKey::way).containsExactly(way);
  }

  @Test
  void aNameAndABirthDateMeetInAnyOrderAndWithDayAndMonthSwapped() {
    assertThat(person("Amina Haddad", "3/2/1990")).isEqualTo(person("HADDAD, Amina", "1990-03-02"));
    assertThat(person("Amina Haddad", "3/2/1990"))
        .doesNotContainAnyElementsOf(person("Amina Haddad", "1991-02-03"));
  }

  @Test
  void namesThatSoundTheSameMeetAcrossScriptsAndSpellings() {
    assertThat(sounds(person("محمد الأحمد", "1985-04-05")))
        .isEqualTo(sounds(person("Mohammed Ahmad", "1985-04-05")))
        .isNotEmpty();
    assertThat(sounds(person("Amina Fatima Haddad", "1990-02-03")))
        .containsAll(sounds(person("Aminah Hadad", "1990-02-03")));
  }

  @Test
  void givenAndFamilyNameAreAWholeName() {
    var parts =
        ExactKey.of(
            new LinkRecord(
                "1",
                List.of(
                    new Value(Kind.GIVEN_NAME, "Amina"),
                    new Value(Kind.FAMILY_NAME, "Haddad"),
                    new Value(Kind.BIRTH_DATE, "1990-02-03"))),
            "GB");
    assertThat(parts).isEqualTo(person("Amina Haddad", "1990-02-03"));
  }

  @Test
  void whatSaysTooLittleGivesNone() {
    assertThat(keys(new Value(Kind.NAME, "Amina Haddad"))).isEmpty();
    assertThat(keys(new Value(Kind.BIRTH_DATE, "1990-02-03"))).isEmpty();
    assertThat(person("Amina", "1990-02-03")).isEmpty();
    assertThat(person("Amina Haddad", "1990")).isEmpty();
    assertThat(keys(new Value(Kind.DOCUMENT, "A12"))).isEmpty();
    assertThat(keys(new Value(Kind.PHONE, "900188"))).isEmpty();
    assertThat(ExactKey.of(new LinkRecord("1", List.of(new Value(Kind.PHONE, "07700900188"))), ""))
        .isEmpty();
    assertThat(keys(new Value(Kind.CATEGORY, "garments"), new Value(Kind.TEXT, "seen in May")))
        .isEmpty();
  }

  /// An employer's name is no key of its workers: they would all match each other.
  @Test
  void anOrganisationIsNoKeyOfAPerson() {
    assertThat(
            keys(
                new Value(Kind.NAME, "Amina Haddad"),
                new Value(Kind.ORGANISATION_NAME, "Bright Garments")))
        .isEmpty();
  }

  @Test
  void theMostTellingComeFirstAndNoMoreThanEight() {
    List<Value> values = new ArrayList<>();
    IntStream.range(0, 12).forEach(i -> values.add(new Value(Kind.USERNAME, "amina" + i)));
    values.add(new Value(Kind.PHONE, "07700 900188"));
    values.add(new Value(Kind.DOCUMENT, "X1234567"));
    List<ExactKey> keys = ExactKey.of(new LinkRecord("1", values), "GB");
    assertThat(keys).hasSize(8).doesNotHaveDuplicates();
    assertThat(keys).extracting(ExactKey::way).startsWith(Way.DOCUMENT, Way.PHONE, Way.USERNAME);
  }

  @Test
  void anythingAtAllMayBeWritten() {
    for (String text : Hostile.texts()) {
      for (Kind kind : Kind.values()) {
        assertThat(keys(new Value(kind, text), new Value(Kind.BIRTH_DATE, "1990-02-03")))
            .allSatisfy(key -> assertThat(key.text()).isNotBlank());
      }
    }
  }

  private static List<ExactKey> person(String name, String born) {
    return keys(new Value(Kind.NAME, name), new Value(Kind.BIRTH_DATE, born));
  }

  private static List<ExactKey> sounds(List<ExactKey> keys) {
    return keys.stream().filter(key -> key.way() == Way.SOUND_AND_BIRTH_DATE).toList();
  }

  private static List<ExactKey> keys(Value... values) {
    return ExactKey.of(new LinkRecord("1", List.of(values)), "GB");
  }
}
