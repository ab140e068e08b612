package org.clew.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PassagesTest {

  private static final WordPieces PIECES = new WordPieces(Map.of("[UNK]", 0, "w", 1, "##w", 2));

  @Test
  void aShortTextIsOnePassageWithoutTheSpaceAroundIt() {
    assertThat(texts("  w w\nw. \n")).containsExactly("w w\nw.");
  }

  @Test
  void aTextWithoutWordsHasNone() {
    assertThat(texts(" \n\u200b")).isEmpty();
  }

  @Test
  void aLongTextIsReadInPassagesThatOverlapAndLeaveNothingOut() {
    String text = "w ".repeat(1_000).strip();
    Passages passages = passages(text, 5_000);
    assertThat(passages.isWhole()).isTrue();
    int before = 0;
    for (Passage passage : passages.all()) {
      assertThat(passage.ids()).hasSizeLessThanOrEqualTo(Passages.LONGEST);
      assertThat(passage.from()).isLessThanOrEqualTo(before);
      before = passage.to();
    }
    assertThat(before).isEqualTo(text.length());
    assertThat(passages.all()).hasSize(5);
  }

  @Test
  void passagesEndWhereSentencesDo() {
    String sentence = "w ".repeat(59) + "w. ";
    assertThat(texts(sentence.repeat(10)))
        .allSatisfy(passage -> assertThat(passage).startsWith("w").endsWith("."));
    String line = "w ".repeat(60) + "\n";
    assertThat(texts(line.repeat(10)))
        .allSatisfy(passage -> assertThat((passage + " \n").length() % line.length()).isZero());
  }

  @Test
  void noWordIsCut() {
    String word = "w".repeat(90);
    assertThat(texts((word + " ").repeat(30)))
        .allSatisfy(passage -> assertThat(passage.replace(word, "").strip()).isEmpty());
  }

  @Test
  void whatIsLongerThanIsReadIsSaid() {
    assertThat(passages("w ".repeat(1_001), 1_000).isWhole()).isFalse();
  }

  @Test
  void onlyUnknownWordsAreNotKnown() {
    assertThat(passages("v v", 9).all().getFirst().isKnown()).isFalse();
    assertThat(passages("v w", 9).all().getFirst().isKnown()).isTrue();
  }

  private static Passages passages(String text, int most) {
    return Passages.of(text, PIECES.cut(text, most), new Passages.Around(8, 9, 0));
  }

  private static List<String> texts(String text) {
    return passages(text, Passages.MOST_PIECES).all().stream()
        .map(passage -> text.substring(passage.from(), passage.to()))
        .toList();
  }
}
