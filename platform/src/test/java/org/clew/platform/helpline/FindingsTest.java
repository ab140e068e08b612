package org.clew.platform.helpline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import org.assertj.core.api.Assertions;
import org.clew.platform.helpline.screen.Piece;
import org.junit.jupiter.api.Test;

class FindingsTest {

  @Test
  void findsWhatACallerSaysInEnglish() {
    String text =
        "The man from the agency, Dario, keeps our passports. His number is 07700 900188 and his"
            + " mail dario@agency.example. We live at 14 Mill Lane, Easton. A van AB12 CDE takes"
            + " us at four. He is called Marin Maric.";
    assertThat(Findings.in(text, "GB"))
        .extracting(Finding::kind, Finding::text, Finding::ticked)
        .containsExactly(
            tuple(FoundKind.PERSON, "Dario", false),
            tuple(FoundKind.PHONE, "07700 900188", true),
            tuple(FoundKind.EMAIL, "dario@agency.example", true),
            tuple(FoundKind.ADDRESS, "14 Mill Lane, Easton", true),
            tuple(FoundKind.VEHICLE, "AB12 CDE", true),
            tuple(FoundKind.PERSON, "Marin Maric", true));
  }

  @Test
  void findsWhatACallerSaysInSpanish() {
    assertThat(
            Findings.in(
                "Mi jefe se llama Dario Marin, vive en Calle de la Luna, 12. Matrícula 1234 BCD."
                    + " En instagram.com/dario_trabajo ofrece empleo. Tel. +34 600 000 012.",
                "ES"))
        .extracting(Finding::kind, Finding::text)
        .contains(
            tuple(FoundKind.PERSON, "Dario Marin"),
            tuple(FoundKind.ADDRESS, "Calle de la Luna, 12"),
            tuple(FoundKind.VEHICLE, "1234 BCD"),
            tuple(FoundKind.USERNAME, "dario_trabajo"),
            tuple(FoundKind.PHONE, "+34 600 000 012"));
  }

  @Test
  void findsWhatACallerSaysInArabic() {
    assertThat(
            Findings.in("الرجل اسمه داريو مارين ورقمه ٠٧٧٠٠ ٩٠٠١٨٨ ويسكن في شارع الطاحونة", "GB"))
        .extracting(Finding::kind, Finding::text)
        .contains(
            tuple(FoundKind.PERSON, "داريو مارين"),
            tuple(FoundKind.PHONE, "٠٧٧٠٠ ٩٠٠١٨٨"),
            tuple(FoundKind.ADDRESS, "شارع الطاحونة"));
  }

  @Test
  void takesNoDateNoSumAndNoMonthForSomethingElse() {
    assertThat(
            Findings.in(
                "On 12.03.2026 and 2026-03-12 he said I owe £2,300,000.00. In March we slept on"
                    + " Monday. The house is cold.",
                "GB"))
        .filteredOn(finding -> finding.kind() != FoundKind.PLACE || finding.ticked())
        .isEmpty();
  }

  @Test
  void findsAPassportByTheWordBeforeIt() {
    assertThat(Findings.in("He has my passport, number AB1234567.", ""))
        .extracting(Finding::kind, Finding::text)
        .containsExactly(tuple(FoundKind.DOCUMENT, "AB1234567"));
  }

  @Test
  void piecesPutTogetherAreTheTextAgain() {
    String text = "Call 07700 900188 or @dario. ❤ He is called Ana.";
    assertThat(Piece.of(text, Findings.in(text, "GB")))
        .extracting(Piece::text)
        .satisfies(pieces -> assertThat(String.join("", pieces)).isEqualTo(text));
  }

  @Test
  void aLongNastyTextTakesNoTime() {
    String nasty =
        ("07700 " + "9".repeat(400) + " Aa Bb Cc Dd ".repeat(40) + "a@a." + "a.".repeat(200))
            .repeat(8);
    Assertions.assertThatCode(() -> Findings.in(nasty, "GB")).doesNotThrowAnyException();
    long began = System.nanoTime();
    assertThat(Findings.in(nasty, "GB")).hasSizeLessThanOrEqualTo(Findings.MOST);
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(2));
  }
}
