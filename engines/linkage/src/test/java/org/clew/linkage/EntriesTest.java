package org.clew.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class EntriesTest {

  @Test
  void runsOfAnyLengthAreSortedAndNothingBesideThem() {
    SplittableRandom random = new SplittableRandom(1);
    for (int length : new int[] {0, 1, 2, 3, 31, 32, 33, 34, 300, 16_383, 16_384, 16_385, 40_000}) {
      for (int values : new int[] {1, 3, Integer.MAX_VALUE}) {
        long[] numbers = random.longs(length + 7L).map(each -> each % values).toArray();
        long[] sorted = numbers.clone();
        Arrays.sort(sorted, 3, 3 + length);
        Entries.sort(numbers, 3, 3 + length);
        assertThat(numbers).as("%d of %d", length, values).isEqualTo(sorted);
      }
    }
  }

  @Test
  void keysComeInOrderAndRowsOfOneKeyAsTheyCame() {
    SplittableRandom random = new SplittableRandom(2);
    for (int size : new int[] {0, 1, 511, 512, 513, 5_000}) {
      var entries = new Entries(0);
      for (int row = 0; row < size; row++) {
        entries.add((long) random.nextInt(700) << 32 | row);
      }
      entries.sort();
      assertThat(entries.rows()).hasSize(size);
      for (int i = 1; i < size; i++) {
        boolean later = entries.key(i) > entries.key(i - 1);
        boolean same = entries.key(i) == entries.key(i - 1);
        assertThat(later || (same && entries.row(i) > entries.row(i - 1))).isTrue();
      }
    }
  }

  @Test
  void drawnKeysComeInOrderWithTheirRows() {
    SplittableRandom random = new SplittableRandom(3);
    var entries = new Entries(16);
    long all = 0;
    for (int row = 0; row < 5_000; row++) {
      int key = random.nextInt(Integer.MAX_VALUE) >>> (row % 2 == 0 ? 0 : 20);
      all += (long) key * row;
      entries.add((long) key << 32 | row);
    }
    entries.sortDrawn();
    for (int i = 0; i < 5_000; i++) {
      all -= (long) entries.key(i) * entries.row(i);
      assertThat(i == 0 || entries.key(i) >= entries.key(i - 1)).isTrue();
    }
    assertThat(all).isZero();
  }
}
