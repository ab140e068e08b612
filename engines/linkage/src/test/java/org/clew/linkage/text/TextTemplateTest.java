package org.clew.linkage.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/// What texts of a cluster have in common, and where they differ.
class TextTemplateTest {
  private static final List<String> ADS =
      List.of(
          "Sweet Lena new in Leeds, quiet flat, call 0188",
          "sweet MIRA new in York! quiet flat, call 0222",
          "Sweet Anna Maria new in Hull - quiet flat, call 0333 🍒");

  @Test
  void whatAllShareIsConstantAndTheRestAreSlots() {
    TextTemplate template = TextTemplate.of(ADS);
    assertThat(template).hasToString("Sweet ‹1› new in ‹2› quiet flat, call ‹3›");
    assertThat(template.slots()).isEqualTo(3);
    assertThat(template.parts().getFirst()).isEqualTo(new TextTemplate.Part.Constant("Sweet"));
    assertThat(template.parts().get(1)).isEqualTo(new TextTemplate.Part.Slot(1));
  }

  @Test
  void slotsHoldWhatATextHasThereAsItIsWritten() {
    TextTemplate template = TextTemplate.of(ADS);
    assertThat(template.values(ADS.get(1))).containsExactly("MIRA", "York", "0222");
    assertThat(template.values(ADS.get(2))).containsExactly("Anna Maria", "Hull", "0333");
    assertThat(template.values("sweet new in Bath quiet flat")).containsExactly("", "Bath", "");
  }

  @Test
  void aWordThatFewChangedStaysAndOneThatFewAddedIsNoSlot() {
    List<String> texts = new ArrayList<>(Collections.nCopies(9, "night shift and a bed"));
    texts.add("night shift and also a room");
    assertThat(TextTemplate.of(texts)).hasToString("night shift and a bed");
  }

  @Test
  void copiesAreAllConstantAndOneTextIsItsOwn() {
    assertThat(TextTemplate.of(List.of("Call me. Now!", "call me now")))
        .hasToString("Call me. Now");
    assertThat(TextTemplate.of(List.of("Call me")).values("call me")).isEmpty();
  }

  @Test
  void textsWithNothingInCommonAreOneSlot() {
    TextTemplate template = TextTemplate.of(List.of("one two", "three four"));
    assertThat(template).hasToString("‹1›");
    assertThat(template.values("three four")).containsExactly("three four");
  }

  @Test
  void scriptsWithoutSpacesAreReadLetterByLetter() {
    TextTemplate template = TextTemplate.of(List.of("新来的小丽温柔", "新来的小美温柔"));
    assertThat(template).hasToString("新来的小 ‹1› 温柔");
    assertThat(template.values("新来的小美温柔")).containsExactly("美");
  }

  @Test
  void noTextIsAMistakeAndEmptyOnesAreNot() {
    assertThatThrownBy(() -> TextTemplate.of(List.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(TextTemplate.of(List.of("", " "))).hasToString("");
  }

  @Test
  void longTextsAreReadFromTheirBeginning() {
    String longText = "honey mountain village ".repeat(200_000);
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(30),
        () -> TextTemplate.of(Collections.nCopies(100, longText)).values(longText));
  }
}
