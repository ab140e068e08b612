package org.clew.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// One person's name in two spellings is found and said to agree in the right way; two people's
/// names are not.
class NamesAcrossScriptsTest {

  private static List<Match> known(String onRecord, String asked) {
    LinkIndex index = new LinkIndex("GB");
    index.put(new LinkRecord("1", List.of(new Value(Kind.NAME, onRecord))));
    index.put(new LinkRecord("2", List.of(new Value(Kind.NAME, "Zebedee Quartermain"))));
    return index.query(List.of(new Value(Kind.NAME, asked)), 5);
  }

  @ParameterizedTest
  @CsvSource({
    "Amina Haddad, amina  HADDAD, EXACT",
    "José Muñoz, Jose Munoz, SAME_WRITTEN_DIFFERENTLY",
    "Amina Haddad, 'Haddad, Amina', SAME_WORDS_OTHER_ORDER",
    "محمد الأحمد, Mohammed Al-Ahmad, SAME_IN_ANOTHER_SCRIPT",
    "مُحَمَّد أحمد, محمد احمد, SAME_WRITTEN_DIFFERENTLY",
    "فاطمة يوسف, Fatima Yusuf, SAME_IN_ANOTHER_SCRIPT",
    "عبد الرحمن علي, Abdulrahman Ali, SAME_IN_ANOTHER_SCRIPT",
    "Abdul Rahman Ali, Abdurrahman Ali, SAME_WRITTEN_DIFFERENTLY",
    "Наталья Иванова, Natalia Ivanova, SAME_IN_ANOTHER_SCRIPT",
    "Дмитрий Шевченко, Dmitriy Shevchenko, SAME_IN_ANOTHER_SCRIPT",
    "Юрий Ким, Yuri Kim, SAME_IN_ANOTHER_SCRIPT",
    "Юлия Яковлева, Yulia Yakovleva, SAME_IN_ANOTHER_SCRIPT",
    "Iuliia Shevchenko, Yulia Shevchenko, SOUNDS_ALIKE",
    "王小明, Wang Xiaoming, SAME_IN_ANOTHER_SCRIPT",
    "राम कुमार, Ram Kumar, SAME_IN_ANOTHER_SCRIPT",
    "মোহাম্মদ রহমান, Mohammad Rahman, SAME_IN_ANOTHER_SCRIPT",
    "Γιώργος Παππάς, Giorgos Pappas, SAME_IN_ANOTHER_SCRIPT",
    "ትግስት በቀለ, Tigist Bekele, SAME_IN_ANOTHER_SCRIPT",
    "សុខា ចាន់, សុខា ចាន់, EXACT",
    "김민수, Gim Minsu, SAME_IN_ANOTHER_SCRIPT",
    "Nguyễn Thị Linh, Nguyen Thi Linh, SAME_WRITTEN_DIFFERENTLY",
    "Mohamed Hassan, Muhammad Hasan, SOUNDS_ALIKE",
    "Yousef Khalil, Yusuf Khaleel, SOUNDS_ALIKE",
    "Robert Carter, Bob Carter, NICKNAME",
    "Amina Haddad, Aminna Haddard, CLOSE_SPELLING",
    "Amina Haddad, A. Haddad, INITIAL",
    "Amina Leila Haddad, Amina Haddad, PARTIAL",
    "Аmina Haddad, Amina Haddad, SAME_WRITTEN_DIFFERENTLY",
    "Müller Jürgen, Mueller Juergen, SOUNDS_ALIKE",
  })
  void agree(String onRecord, String asked, Agreement agreement) {
    List<Match> known = known(onRecord, asked);
    assertThat(known).isNotEmpty();
    assertThat(known.getFirst().id()).isEqualTo("1");
    Evidence evidence = known.getFirst().evidence().getFirst();
    assertThat(evidence.agreement()).isEqualTo(agreement);
    assertThat(evidence.bits()).isPositive();
    assertThat(evidence.found()).isEqualTo(onRecord);
  }

  @ParameterizedTest
  @CsvSource({
    "Hasan Ali, Hussein Omar",
    "Amina Haddad, Ivan Petrov",
    "王小明, 李大伟",
    "محمد علي, سارة حداد",
  })
  void doNotAgree(String onRecord, String asked) {
    assertThat(known(onRecord, asked)).isEmpty();
  }

  @Test
  void anotherGivenNameCountsAgainst() {
    LinkIndex index = new LinkIndex();
    index.put(
        new LinkRecord(
            "1",
            List.of(new Value(Kind.GIVEN_NAME, "Amina"), new Value(Kind.FAMILY_NAME, "Haddad"))));
    Match match =
        index
            .compare(
                List.of(new Value(Kind.GIVEN_NAME, "Omar"), new Value(Kind.FAMILY_NAME, "Haddad")),
                "1")
            .orElseThrow();
    assertThat(match.evidence())
        .anySatisfy(
            each -> {
              assertThat(each.kind()).isEqualTo(Kind.GIVEN_NAME);
              assertThat(each.bits()).isNegative();
            });
  }

  @Test
  void aNameInPartsMeetsAWholeName() {
    LinkIndex index = new LinkIndex();
    index.put(new LinkRecord("1", List.of(new Value(Kind.NAME, "Haddad Amina"))));
    List<Match> known =
        index.query(
            List.of(new Value(Kind.GIVEN_NAME, "Amina"), new Value(Kind.FAMILY_NAME, "Haddad")), 5);
    assertThat(known.getFirst().evidence().getFirst().agreement())
        .isEqualTo(Agreement.SAME_WORDS_OTHER_ORDER);
  }
}
