package org.clew.linkage.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.clew.linkage.text.FoundPhone.Standing;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Phones in texts, however they are written, and what is none. Numbers are of ranges reserved for
/// fiction.
class PhoneFinderTest {
  private static final String AGREED = "+14155550123";

  private static List<String> numbers(String region, String text) {
    return new PhoneFinder(region).find(text).stream().map(FoundPhone::number).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // as people write them
        "4155550123",
        "(415) 555-0123",
        "+1 415 555 0123",
        "1-415-555-0123",
        // in words
        "four one five five five five zero one two three",
        "four won five fife FIVE five oh one to tree",
        "fouronefivefivefivefivezeroonetwothree",
        "four-one-five triple five zero one twenty three",
        "cuatro uno cinco cinco cinco cinco cero uno dos tres",
        // mixed
        "4one5 5five5 0one2three",
        "FOUR 1 five 5 5 five 0 ONE 2 3",
        // apart
        "4 1 5 5 5 5 0 1 2 3",
        "4.1.5.5.5.5.0.1.2.3",
        "415_555_0123",
        "415 . 555 . 0123",
        // brackets
        "[415][555][0123]",
        "{415} 555 {0123}",
        "(4)(1)(5)(5)(5)(5)(0)(1)(2)(3)",
        // other digits
        "４１５５５５０１２３",
        "4️⃣1️⃣5️⃣5️⃣5️⃣5️⃣0️⃣1️⃣2️⃣3️⃣",
        "④①⑤⑤⑤⑤⓪①②③",
        "❹❶❺ ❺❺❺ ⓿❶❷❸",
        "𝟒𝟏𝟓𝟓𝟓𝟓𝟎𝟏𝟐𝟑",
        "𝟺𝟷𝟻-𝟻𝟻𝟻-𝟶𝟷𝟸𝟹",
        "٤١٥٥٥٥٠١٢٣",
        // letters
        "4I5-5S5-O123",
        "4l5 SSS 0l2E",
        // noise
        "4🔥1🔥5💋5~5*5_-_0..1|2^3",
        "415❤️555❤️0123",
        // lines
        "415\n555\n0123",
        "415\n\n555 \n 0123",
        // the area code said, behind, and backwards
        "area code 415 then five five five zero one two three",
        "area code is four one five and 5550123",
        "555-0123 area code 415",
        "five five five oh 1 2 3, area code 415",
        "3210555514 (backwards)"
      })
  void isRecovered(String written) {
    assertThat(numbers("US", written)).containsExactly(AGREED);
    assertThat(
            numbers("US", "Sweet and new, 23 yrs, $200 hr. Call " + written + ", no texts please"))
        .containsExactly(AGREED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$200 hr / $150 half, 300 roses 60 min, £120/€140",
        "36-24-36 5'6\" 120 lbs 23 yrs old, 170 cm 55 kg",
        "available 24/7 from 10am - 11pm, 04/26/2026 to 05/02/2026, since 2026-05-12 20:15",
        "order #4155550123",
        "ref 4155-5501-2345, invoice 4155550123, voucher 2125550123",
        "ad id: 4155550123",
        "one on one, two for 297, 100% real, no. 8 of 48",
        "for 129 159 451 specials",
        "ten out of ten to too for one won ate two for free to you too for one",
        "IBAN 4155550123, tracking 4155550123",
        "12345678901234567890",
        "1 2 3 4 5 6 7 8 9 10 11 12 13 14",
        "0000000000",
        ""
      })
  void isNoPhone(String text) {
    assertThat(numbers("US", text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "GB, call 07700 900188, +447700900188",
    "GB, 020 7946 0123, +442079460123",
    "GB, zero two zero seven nine four six 0 one 2 three, +442079460123",
    "GB, ring oh 20 79 46 ooh, ''",
    "FR, 01.99.00.12.34 appelle, +33199001234",
    "FR, tel 01 99 00 12 34, +33199001234",
    "DE, 030 23125 123, +493023125123",
    "US, +44 20 7946 0123, +442079460123",
    "'', +44 20 7946 0123, +442079460123",
    "'', plus four four 20 7946 0123, +442079460123",
    "'', 020 7946 0123, ''"
  })
  void belongsToARegionOrSaysItsCountry(String region, String text, String number) {
    assertThat(String.join(" ", numbers(region, text))).isEqualTo(number);
  }

  @Nested
  class WhatIsSaid {
    @Test
    void isWhereItStandsAndWhatWasDone() {
      String text = "💋 text four1five five5five, oh 1 to 3 now";
      FoundPhone phone = new PhoneFinder("US").find(text).getFirst();
      assertThat(text.substring(phone.start(), phone.end()))
          .isEqualTo("four1five five5five, oh 1 to 3");
      assertThat(phone.rules())
          .containsExactlyInAnyOrder(PhoneRule.DIGIT_WORDS, PhoneRule.SOUNDS_LIKE_DIGITS);
      assertThat(phone.standing()).isEqualTo(Standing.VALID);
    }

    @ParameterizedTest
    @CsvSource({
      "(415) 555-0123, ''",
      "４１５５５５０１２３, FULL_WIDTH",
      "4️⃣1️⃣5️⃣5️⃣5️⃣5️⃣0️⃣1️⃣2️⃣3️⃣, KEYCAP",
      "④①⑤⑤⑤⑤⓪①②③, ENCLOSED",
      "𝟒𝟏𝟓𝟓𝟓𝟓𝟎𝟏𝟐𝟑, MATHEMATICAL",
      "٤١٥٥٥٥٠١٢٣, OTHER_SCRIPT",
      "4 1 5 5 5 5 0 1 2 3, SPREAD",
      "[415][555][0123], BRACKETS",
      "415 5S5 0l23, LOOKS_LIKE_DIGITS",
      "415❤️555❤️0123, NOISE_BETWEEN",
      "555-0123 area code 415, AREA_CODE_SAID",
      "3210555514 backwards, BACKWARDS"
    })
    void namesTheRule(String text, String rule) {
      Set<PhoneRule> rules = new PhoneFinder("US").find(text).getFirst().rules();
      assertThat(rules).hasToString(rule.isEmpty() ? "[]" : "[" + rule + "]");
    }

    @Test
    void overLinesIsARule() {
      assertThat(new PhoneFinder("US").find("415\n555\n0123").getFirst().rules())
          .containsExactly(PhoneRule.OVER_LINES);
    }

    @Test
    void whatIsOnlyPossibleMustBeCalledAPhone() {
      assertThat(numbers("GB", "room 07700 900188")).isEmpty();
      FoundPhone phone = new PhoneFinder("GB").find("whatsapp 07700 900188").getFirst();
      assertThat(phone.standing()).isEqualTo(Standing.POSSIBLE);
    }
  }

  @Test
  void severalInOneTextComeInTheirOrder() {
    assertThat(
            numbers(
                "US", "415 555 0123 or 212-555-0142, $200, then four1five 555 zero one 2 three"))
        .containsExactly(AGREED, "+12125550142", AGREED);
  }

  @Test
  void anotherNumberRightBeforeDoesNotHideIt() {
    assertThat(numbers("US", "36-24-36 4 1 5 5 5 5 0 1 2 3")).containsExactly(AGREED);
    assertThat(numbers("US", "200\n415 555 0123")).containsExactly(AGREED);
    assertThat(numbers("US", "here for 415 555 0123 too")).containsExactly(AGREED);
  }

  @Test
  void textsThatBreakCarelessReadersTakeTimeInProportion() {
    var finder = new PhoneFinder("US");
    for (String text :
        List.of(
            "\uD800",
            "\uDC00abc\uD83D1",
            "7".repeat(1_000_000),
            "1 ".repeat(300_000),
            "five ".repeat(200_000),
            "onetwo".repeat(100_000),
            "$".repeat(500_000),
            "4155550123 ".repeat(20_000),
            "area code ".repeat(50_000))) {
      Assertions.assertTimeoutPreemptively(Duration.ofSeconds(60), () -> finder.find(text));
    }
    assertThat(finder.find("4155550123 ".repeat(100))).hasSize(100);
  }
}
