package org.clew.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A column alone has the forms that it has among others.
class NormalTextsTest {

  private static final String[] PIECES = {
    "a", "A", "B", "b", "9", "2", "+44", "1990-04-12", "-", " ", "@", "a@example.org", "é", "م"
  };

  @ParameterizedTest
  @EnumSource(Kind.class)
  void formsAreNumberedInTheOrderInWhichTextsComeToThem(Kind kind) {
    SplittableRandom random = new SplittableRandom(4);
    Texts written = new Texts();
    for (int i = 0; i < 3_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int more = random.nextInt(4); more >= 0; more--) {
        text.append(PIECES[random.nextInt(PIECES.length)]);
      }
      if (!text.toString().isBlank()) {
        written.code(text + (i % 900 == 0 ? "z".repeat(400_000) : ""));
      }
    }
    written.close();
    Texts among = new Texts();
    int[] numbers = NormalTexts.add(kind, written, "", among);
    NormalTexts alone = NormalTexts.of(kind, written, "");
    assertThat(alone.numbers).containsExactly(numbers);
    assertThat(all(alone.texts)).isEqualTo(all(among));
  }

  private static List<String> all(Texts texts) {
    List<String> out = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      out.add(texts.text(i));
      assertThat(texts.isPlain(i)).isEqualTo(Written.isAscii(texts.text(i)));
    }
    return out;
  }
}
