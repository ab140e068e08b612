package org.clew.linkage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
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
    "O",
    "gm",
    "go",
    "gx.example"
  };

  /// Of these, names that end as Salahuddin does are made, and some that nearly do.
  private static final String[] ENDINGS = {"a", "u", "o", "d", "dd", "i", "e", "ee", "n", "ne"};

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

  @Test
  void knowsNamesThatAreTwoWords() {
    SplittableRandom random = new SplittableRandom(12);
    Quick quick = new Quick(Kind.GIVEN_NAME, "");
    int twoWords = 0;
    for (int i = 0; i < 200_000; i++) {
      StringBuilder name = new StringBuilder("salah".substring(0, 1 + random.nextInt(5)));
      for (int more = 0; more < 4; more++) {
        name.append(ENDINGS[random.nextInt(ENDINGS.length)]);
      }
      byte[] bytes = name.toString().getBytes(UTF_8);
      String normal = Normal.of(Kind.GIVEN_NAME, name.toString(), "");
      twoWords += normal.equals(name.toString()) ? 0 : 1;
      if (quick.reads(bytes, 0, bytes.length)) {
        assertThat(new String(quick.bytes(), 0, quick.length(), UTF_8)).isEqualTo(normal);
      } else {
        assertThat(normal).as("looked at for nothing").matches(".*d[ie]e?ne?|.* din");
      }
    }
    assertThat(twoWords).isGreaterThan(500);
  }
}
