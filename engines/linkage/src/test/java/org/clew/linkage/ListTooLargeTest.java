package org.clew.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/// What cannot be held at once is said before it is tried.
class ListTooLargeTest {

  @Test
  void numbersThatCanBeHeldAreCounted() {
    assertThat(ListTooLarge.numbers(306_000_000, 7)).isEqualTo(2_142_000_000);
    assertThat(ListTooLarge.numbers(ListTooLarge.MOST, 1)).isEqualTo(ListTooLarge.MOST);
    assertThat(ListTooLarge.numbers(ListTooLarge.MOST, 0)).isZero();
    assertThat(ListTooLarge.numbers(0, 15)).isZero();
  }

  @Test
  void numbersThatCannotAreRefusedInASentence() {
    assertThatThrownBy(() -> ListTooLarge.numbers(307_000_000, 7))
        .isInstanceOf(ListTooLarge.class)
        .hasMessage(
            "The list is too large: 307,000,000 rows with 7 numbers each are more than the"
                + " 2,147,483,639 numbers that can be held at once, however much memory there is."
                + " Take fewer rows or columns at a time.");
    assertThatThrownBy(() -> ListTooLarge.numbers(Long.MAX_VALUE, 2))
        .isInstanceOf(ListTooLarge.class);
  }

  @Test
  void roomGrowsByHalfUpToAllThereIs() {
    assertThat(ListTooLarge.room(0)).isPositive();
    assertThat(ListTooLarge.room(1_000)).isBetween(1_500, 1_600);
    assertThat(ListTooLarge.room(1_500_000_000)).isEqualTo(ListTooLarge.MOST);
    assertThat(ListTooLarge.room(ListTooLarge.MOST - 1)).isEqualTo(ListTooLarge.MOST);
    assertThatThrownBy(() -> ListTooLarge.room(ListTooLarge.MOST)).isInstanceOf(ListTooLarge.class);
  }

  @Test
  void whatATaskOfAThreadThrowsIsThrownAsItIs() {
    for (int threads : new int[] {1, 2}) {
      try (Work work = new Work(threads, Progress.NONE)) {
        assertThatThrownBy(
                () -> work.parts(2, part -> ListTooLarge.numbers(ListTooLarge.MOST, part + 2)))
            .isInstanceOf(ListTooLarge.class);
      }
    }
  }

  @Test
  void pairsThatCannotBeCountedAreRefusedInASentence() {
    assertThat(ListTooLarge.sum(ListTooLarge.MOST - 16, 16)).isEqualTo(ListTooLarge.MOST);
    assertThatThrownBy(() -> ListTooLarge.sum(ListTooLarge.MOST - 15, 16))
        .isInstanceOf(ListTooLarge.class)
        .hasMessageContaining("no more than 2,147,483,639 pairs can be held at once");
  }
}
