package org.clew.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What an index finds, why, and what it forgets.
class LinkIndexTest {
  private final LinkIndex index = new LinkIndex("GB");

  private void put(String id, Kind kind, String text) {
    index.put(new LinkRecord(id, List.of(new Value(kind, text))));
  }

  private List<Match> query(Kind kind, String text) {
    return index.query(List.of(new Value(kind, text)), 10);
  }

  @ParameterizedTest
  @CsvSource({
    "PHONE, 07700 900188, +44 7700 900188, SAME_WRITTEN_DIFFERENTLY",
    "PHONE, 07700 900188, 07700 900 188, EXACT",
    "PHONE, 07700 900188, 0188, ENDS_WITH",
    "PHONE, 07700 900188, 900188, ENDS_WITH",
    "PHONE, 07700 900188, 07700 901188, CLOSE_SPELLING",
    "EMAIL, amina@example.org, AMINA@example.org, EXACT",
    "EMAIL, amina@example.org, amina+work@example.org, SAME_WRITTEN_DIFFERENTLY",
    "EMAIL, amina.haddad@example.org, amina.hadad@example.org, CLOSE_SPELLING",
    "EMAIL, amina.haddad@example.org, amina.haddad@mail.example, NEAR",
    "DOCUMENT, AB 123456, ab123456, EXACT",
    "DOCUMENT, AB123450, AB12345O, CLOSE_SPELLING",
    "DOCUMENT, AB123456, 3456, ENDS_WITH",
    "VEHICLE, AB12 CDE, AB 12-CDE, EXACT",
    "VEHICLE, AB12 CDE, ABI2 CDE, CLOSE_SPELLING",
    "ACCOUNT, 12345678, 12345687, CLOSE_SPELLING",
    "USERNAME, @Maria_99, maria_99, SAME_WRITTEN_DIFFERENTLY",
    "USERNAME, maria_lopez_99, maria_lopez, CLOSE_SPELLING",
    "BIRTH_DATE, 1990-04-12, 12 April 1990, SAME_WRITTEN_DIFFERENTLY",
    "BIRTH_DATE, 1990-04-12, 1990-12-04, DAY_MONTH_SWAPPED",
    "BIRTH_DATE, 1990-04-12, 1990-04-13, NEARLY_SAME_DATE",
    "BIRTH_DATE, 1990-04-12, 1990, SAME_YEAR",
    "ORGANISATION_NAME, Harbour Textiles Ltd, HARBOUR TEXTILES LIMITED, SAME_WRITTEN_DIFFERENTLY",
    "ORGANISATION_NAME, Sun Rise Textiles, Sunrise Textiles Co., CLOSE_SPELLING",
    "ORGANISATION_NAME, Harbour Textiles, Textiles Harbour, SAME_WORDS_OTHER_ORDER",
    "ADDRESS, '12 Mill Road, Flat 3', 'Flat 3, 12 Mill Rd.', SAME_WORDS_OTHER_ORDER",
    "ADDRESS, 12 Orchard Street, 12 Orchard St, SAME_WRITTEN_DIFFERENTLY",
    "PLACE, القاهرة, القاهره, SOUNDS_ALIKE",
    "PLACE, Kharkiv, Харків, SAME_IN_ANOTHER_SCRIPT",
    "POSTCODE, SW1A 1AA, sw1a1aa, EXACT",
    "POSTCODE, SW1A 1AA, SW1A 9ZZ, NEAR",
    "COUNTRY, Viet Nam, VN, SAME_WRITTEN_DIFFERENTLY",
    "CATEGORY, Domestic work, domestic-work, EXACT",
  })
  void saysHowValuesAgree(Kind kind, String onRecord, String asked, Agreement agreement) {
    put("1", kind, onRecord);
    put("2", kind, "zz-99-unrelated.zz");
    List<Match> known = query(kind, asked);
    assertThat(known).isNotEmpty();
    assertThat(known.getFirst().id()).isEqualTo("1");
    assertThat(known.getFirst().evidence().getFirst().agreement()).isEqualTo(agreement);
  }

  @Test
  void anotherUnitOfTheSameBuildingIsAnotherAddress() {
    put("1", Kind.ADDRESS, "Plot 12, Harbour Industrial Estate, Quayside Road");
    Match match =
        index
            .compare(
                List.of(
                    new Value(Kind.ADDRESS, "Plot 14, Harbour Industrial Estate, Quayside Road")),
                "1")
            .orElseThrow();
    assertThat(match.evidence().getFirst().agreement()).isEqualTo(Agreement.OTHER_UNIT);
    assertThat(match.evidence().getFirst().bits()).isNegative();
  }

  @Test
  void theRarerValueWeighsMore() {
    for (int i = 0; i < 300; i++) {
      put("smith" + i, Kind.FAMILY_NAME, "Smith");
    }
    put("rare", Kind.FAMILY_NAME, "Quartermain");
    double common = query(Kind.FAMILY_NAME, "Smith").getFirst().weight();
    Match rare = query(Kind.FAMILY_NAME, "Quartermain").getFirst();
    assertThat(rare.weight()).isGreaterThan(common + 4);
    assertThat(rare.evidence().getFirst().frequency()).isEqualTo(1);
    assertThat(query(Kind.FAMILY_NAME, "Smith").getFirst().evidence().getFirst().frequency())
        .isEqualTo(300);
  }

  @Test
  void aFirstNameAloneIsNeverStrong() {
    put("1", Kind.NAME, "Amina");
    assertThat(query(Kind.NAME, "Amina").getFirst().strength()).isNotEqualTo(Strength.STRONG);
  }

  @Test
  void aWholePhoneIsStrongInASmallIndex() {
    put("1", Kind.PHONE, "07700 900188");
    assertThat(query(Kind.PHONE, "+447700900188").getFirst().probability()).isGreaterThan(0.98);
  }

  @Test
  void findsACommonNameThroughItsRarerPartner() {
    for (int i = 0; i < 3_000; i++) {
      put("m" + i, Kind.NAME, "Mohammed " + Seeded.name(i));
      put("a" + i, Kind.NAME, Seeded.name(i + 7_000) + " Ali");
    }
    put("both", Kind.NAME, "Mohammed Ali");
    assertThat(query(Kind.NAME, "محمد علي").getFirst().id()).isEqualTo("both");
  }

  @Test
  void neverFindsTheRecordItself() {
    LinkRecord record = new LinkRecord("1", List.of(new Value(Kind.PHONE, "07700 900188")));
    index.put(record);
    put("2", Kind.PHONE, "07700 900188");
    assertThat(index.query(record, 10)).extracting(Match::id).containsExactly("2");
  }

  @Nested
  class Writing {
    @Test
    void aPutTakesThePlaceOfTheSameId() {
      put("1", Kind.PHONE, "07700 900188");
      put("1", Kind.PHONE, "07700 900199");
      assertThat(index.size()).isEqualTo(1);
      assertThat(query(Kind.PHONE, "07700 900199")).hasSize(1);
      assertThat(query(Kind.PHONE, "0188")).isEmpty();
    }

    @Test
    void aRemoveForgetsEverything() {
      put("kept", Kind.NAME, "Grace Okafor");
      Match before = query(Kind.NAME, "Grace Okafor").getFirst();
      index.put(
          new LinkRecord(
              "gone",
              List.of(
                  new Value(Kind.NAME, "Amina Haddad"),
                  new Value(Kind.PHONE, "07700 900188"),
                  new Value(Kind.ADDRESS, "12 Mill Road"))));
      assertThat(index.remove("gone")).isTrue();
      assertThat(index.remove("gone")).isFalse();
      assertThat(index.size()).isEqualTo(1);
      assertThat(query(Kind.NAME, "Amina Haddad")).isEmpty();
      assertThat(query(Kind.NAME, "Aminna Haddad")).isEmpty();
      assertThat(query(Kind.PHONE, "0188")).isEmpty();
      assertThat(index.compare(List.of(), "gone")).isEmpty();
      assertThat(query(Kind.NAME, "Grace Okafor").getFirst()).isEqualTo(before);
    }

    @Test
    void manyPutsAndRemovesLeaveNothingBehind() {
      for (int i = 0; i < 2_000; i++) {
        index.put(Seeded.person(i, "p" + i));
      }
      for (int i = 0; i < 2_000; i++) {
        assertThat(index.remove("p" + i)).isTrue();
      }
      assertThat(index.size()).isZero();
      assertThat(index.keyCount()).isZero();
      assertThat(index.wordCount()).isZero();
    }

    @Test
    void queriesAndWritesRunSideBySide() throws Exception {
      for (int i = 0; i < 500; i++) {
        index.put(Seeded.person(i, "p" + i));
      }
      List<Callable<Integer>> work = new ArrayList<>();
      for (int t = 0; t < 4; t++) {
        int thread = t;
        work.add(
            () -> {
              int found = 0;
              for (int i = 0; i < 400; i++) {
                index.put(Seeded.person(10_000 + i, "t" + thread + "-" + i));
                found += index.query(Seeded.person(i, "p" + i), 5).size();
                index.remove("t" + thread + "-" + i);
              }
              return found;
            });
      }
      try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        for (Future<Integer> each : threads.invokeAll(work)) {
          assertThat(each.get()).isNotNegative();
        }
      }
      assertThat(index.size()).isEqualTo(500);
      LinkIndex fresh = new LinkIndex("GB");
      for (int i = 0; i < 500; i++) {
        fresh.put(Seeded.person(i, "p" + i));
      }
      List<Value> asked = Seeded.person(42, "x").values();
      assertThat(index.query(asked, 3)).isEqualTo(fresh.query(asked, 3));
    }
  }

  @Nested
  class Limited {
    @Test
    void refusesALimitOutOfRange() {
      assertThatThrownBy(() -> index.query(List.of(), 0))
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> index.query(List.of(), Limits.MATCHES + 1))
          .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void givesNoMoreThanAskedFor() {
      for (int i = 0; i < 50; i++) {
        put("p" + i, Kind.FAMILY_NAME, "Haddad");
      }
      assertThat(index.query(List.of(new Value(Kind.FAMILY_NAME, "Haddad")), 7)).hasSize(7);
    }

    @Test
    void takesHostileTextAsItComes() {
      int number = 0;
      for (String text : Hostile.texts()) {
        List<Value> values = new ArrayList<>();
        for (Kind kind : Kind.values()) {
          values.add(new Value(kind, text));
        }
        index.put(new LinkRecord("h" + number++, values));
      }
      put("1", Kind.NAME, "Amina Haddad");
      for (String text : Hostile.texts()) {
        for (Kind kind : Kind.values()) {
          query(kind, text).forEach(match -> assertThat(match.weight()).isFinite());
        }
        assertThat(index.queryAny(FreeText.read(text, "GB"), 5)).isNotNull();
      }
      assertThat(query(Kind.NAME, "Amina Haddad").getFirst().id()).isEqualTo("1");
    }

    @Test
    void readsOnlySoManyValuesOfARecord() {
      List<Value> values = new ArrayList<>();
      for (int i = 0; i < 5_000; i++) {
        values.add(new Value(Kind.DOCUMENT, "DOC" + (100_000 + i)));
      }
      index.put(new LinkRecord("1", values));
      assertThat(query(Kind.DOCUMENT, "DOC100000")).hasSize(1);
    }
  }
}
