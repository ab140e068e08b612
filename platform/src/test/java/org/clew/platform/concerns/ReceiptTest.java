package org.clew.platform.concerns;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

/// Receipts: random, and hard to mistype unnoticed (research list R1).
class ReceiptTest {

  private static final int MANY = 100_000;

  private final SecureRandom random = new SecureRandom();

  @Test
  void carriesAtLeastEightyBitsOfEvenlyDrawnDigits() {
    int[][] counts = new int[25][10];
    for (int i = 0; i < MANY; i++) {
      String digits = Receipt.random(random).digits();
      for (int place = 0; place < 25; place++) {
        counts[place][digits.charAt(place) - '0']++;
      }
    }
    assertThat(25 * Math.log(10) / Math.log(2)).isGreaterThanOrEqualTo(80);
    for (int[] place : counts) {
      double chiSquare = 0;
      for (int count : place) {
        chiSquare += Math.pow(count - MANY / 10.0, 2) / (MANY / 10.0);
      }
      // Nine degrees of freedom; one place in a million is worse than this by chance.
      assertThat(chiSquare).isLessThan(45);
    }
  }

  @Test
  void anySingleWrongDigitShows() {
    String digits = Receipt.random(random).digits();
    for (int place = 0; place < digits.length(); place++) {
      for (char other = '0'; other <= '9'; other++) {
        if (other != digits.charAt(place)) {
          String wrong = digits.substring(0, place) + other + digits.substring(place + 1);
          assertThat(Receipt.read(wrong)).as("digit %s changed", place).isEmpty();
        }
      }
    }
  }

  @Test
  void anyTwoNeighboursChangedOverShow() {
    for (int i = 0; i < 200; i++) {
      String digits = Receipt.random(random).digits();
      for (int place = 0; place + 1 < digits.length(); place++) {
        char one = digits.charAt(place);
        char two = digits.charAt(place + 1);
        if (one != two) {
          String swapped = digits.substring(0, place) + two + one + digits.substring(place + 2);
          assertThat(Receipt.read(swapped)).isEmpty();
        }
      }
    }
  }

  @Test
  void isReadInGroupsInAnyScriptAndWithAnythingBetween() {
    Receipt receipt = Receipt.random(random);
    assertThat(receipt.grouped()).matches("(\\d{4} ){6}\\d{2}");
    for (int zero : new int[] {'0', 0x0660, 0x06F0, 0x0966, 0xFF10}) {
      var typed = new StringBuilder();
      receipt.digits().chars().forEach(c -> typed.appendCodePoint(zero + c - '0').append(" –\n"));
      assertThat(Receipt.read(typed.toString())).contains(receipt);
    }
    assertThat(Receipt.read(" " + receipt.grouped() + " ")).contains(receipt);
  }

  @Test
  void nothingElseIsRead() {
    Receipt receipt = Receipt.random(random);
    assertThat(Receipt.read("")).isEmpty();
    assertThat(Receipt.read(receipt.digits().substring(1))).isEmpty();
    assertThat(Receipt.read(receipt.digits() + "0")).isEmpty();
    assertThat(Receipt.read("x".repeat(2_000_000))).isEmpty();
    assertThat(receipt).asString().doesNotContain(receipt.digits());
  }
}
