package org.clew.linkage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The shorter way to a normal form says what the long one says, or nothing.
class QuickTest {

  private static final String[] PIECES = {
    "a",
    "Abd",
    "el",
    "Z",
    "9",
    "07700900188",
    "+44",
    "00",
    "1990-04-12",
    "20010230",
    "-",
    ".",
    " ",
    "@",
    "@@",
    "example.org",
    "gmail.com",
    "_",
    "'",
    "\u0007",
    "+12",
    "+119",
    "é",
    "م",
    "1",
    "O"
  };

  @ParameterizedTest
  @EnumSource(Kind.class)
  void saysWhatTheLongWaySays(Kind kind) {
    SplittableRandom random = new SplittableRandom(11);
    int said = 0;
    for (String region : new String[] {"", "GB"}) {
      Quick quick = new Quick(kind, region);
      for (int i = 0; i < 4_000; i++) {
        StringBuilder text = new StringBuilder();
        for (int more = random.nextInt(4); more >= 0; more--) {
          text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        byte[] bytes = ("[" + text + "]").getBytes(UTF_8);
        if (!text.toString().isBlank() && quick.reads(bytes, 1, bytes.length - 2)) {
          said++;
          assertThat(new String(quick.bytes(), 0, quick.length(), UTF_8))
              .as("%s %s", kind, text)
              .isEqualTo(Normal.of(kind, text.toString(), region));
        }
      }
    }
    boolean quickKind =
        switch (kind) {
          case GIVEN_NAME, FAMILY_NAME, EMAIL, PHONE, BIRTH_DATE -> true;
          case POSTCODE, DOCUMENT, ACCOUNT, VEHICLE -> true;
          case PLACE, CATEGORY -> true;
          default -> false;
        };
    assertThat(said > 20).isEqualTo(quickKind);
  }
}
