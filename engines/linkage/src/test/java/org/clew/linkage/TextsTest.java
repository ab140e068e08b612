package org.clew.linkage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TextsTest {

  @Test
  void everyTextHasOneNumberInTheOrderOfArrival() {
    SplittableRandom random = new SplittableRandom(1);
    List<String> all = new ArrayList<>();
    for (int i = 0; i < 40_000; i++) {
      String text = Integer.toString(random.nextInt(15_000), 36);
      all.add(text.repeat(1 + random.nextInt(2) * random.nextInt(30)));
    }
    all.add("x".repeat(3_000_000));
    all.add("");
    all.add("é".repeat(700_000));
    all.add("x".repeat(3_000_000));
    all.add("last");
    Map<String, Integer> expected = new HashMap<>();
    Texts texts = new Texts();
    for (String text : all) {
      int number = expected.computeIfAbsent(text, _ -> expected.size());
      assertThat(texts.code(text)).isEqualTo(number);
    }
    assertThat(texts.size()).isEqualTo(expected.size());
    expected.forEach((text, number) -> assertThat(texts.text(number)).isEqualTo(text));
  }

  @Test
  void manyAtOnceAreNumberedAsOneByOne() {
    SplittableRandom random = new SplittableRandom(2);
    Texts oneByOne = new Texts();
    Texts together = new Texts();
    Intake intake = new Intake(together);
    int[] expected = new int[5_000];
    for (int row = 0; row < expected.length; row++) {
      String text = "t" + random.nextInt(1_200) + (row % 997 == 0 ? "y".repeat(20_000) : "");
      boolean given = row > 2 && random.nextInt(5) > 0 && row < 4_990;
      expected[row] = given ? oneByOne.code(text) : -1;
      if (given) {
        byte[] bytes = ("·" + text).getBytes(UTF_8);
        intake.add(row, bytes, 2, bytes.length);
      }
    }
    assertThat(intake.codes(expected.length)).containsExactly(expected);
    assertThat(together.size()).isEqualTo(oneByOne.size());
  }

  @Test
  void copiesOfRunsLeaveWhatStandsBeforeThem() {
    SplittableRandom random = new SplittableRandom(8);
    for (int i = 0; i < 20_000; i++) {
      byte[] bytes = new byte[1 + random.nextInt(90)];
      random.nextBytes(bytes);
      int from = random.nextInt(bytes.length);
      int length = random.nextInt(bytes.length - from + 1);
      byte[] into = new byte[length + random.nextInt(20)];
      random.nextBytes(into);
      int at = random.nextInt(into.length - length + 1);
      byte[] before = Arrays.copyOf(into, at);
      Texts.copy(bytes, from, into, at, length);
      assertThat(Arrays.copyOf(into, at)).isEqualTo(before);
      assertThat(Arrays.copyOfRange(into, at, at + length))
          .isEqualTo(Arrays.copyOfRange(bytes, from, from + length));
    }
  }
}
