package org.clew.disclosure.cells;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.clew.disclosure.Coded;
import org.clew.disclosure.Microdata;
import org.clew.disclosure.Progress;
import org.clew.disclosure.Stopped;
import org.clew.disclosure.noise.Bits;
import org.junit.jupiter.api.Test;

class SmallCellsTest {

  /// Three regions by three kinds; in the first region one person is of the first kind.
  private static final CellTable REGIONS =
      CellTable.of(people(new int[][] {{1, 20, 30}, {12, 40, 11}, {25, 15, 50}}), 0, 1);

  private static Microdata people(int[][] counts) {
    List<List<String>> rows = new ArrayList<>();
    for (int row = 0; row < counts.length; row++) {
      for (int column = 0; column < counts[row].length; column++) {
        for (int i = 0; i < counts[row][column]; i++) {
          rows.add(List.of("r" + row, "k" + column));
        }
      }
    }
    return Coded.of(rows).data();
  }

  private static int cell(CellTable table, int... codes) {
    for (int cell = 0; cell < table.cells(); cell++) {
      boolean same = true;
      for (int column = 0; column < codes.length; column++) {
        same &= table.code(cell, column) == codes[column];
      }
      if (same) {
        return cell;
      }
    }
    throw new AssertionError("no such cell");
  }

  @Test
  void aTableHasItsMargins() {
    assertThat(REGIONS.cells()).isEqualTo(16);
    assertThat(REGIONS.count(cell(REGIONS, 1, 1))).isEqualTo(1);
    assertThat(REGIONS.count(cell(REGIONS, 1, CellTable.ALL))).isEqualTo(51);
    assertThat(REGIONS.count(cell(REGIONS, CellTable.ALL, 2))).isEqualTo(75);
    assertThat(REGIONS.count(cell(REGIONS, CellTable.ALL, CellTable.ALL))).isEqualTo(204);
    assertThat(REGIONS.sums(cell(REGIONS, 1, CellTable.ALL))).isEqualTo(1);
  }

  @Test
  void aCellThatIsWithheldAloneIsGivenBackByItsMargins() {
    var alone = new BitSet();
    alone.set(cell(REGIONS, 1, 1));
    assertThat(Auditor.of(REGIONS, alone).bounds(Progress.NONE))
        .containsExactly(new Auditor.Bounds(cell(REGIONS, 1, 1), 1, 1));
  }

  @Test
  void fourCellsOfARectangleHideEachOther() {
    var corners = new BitSet();
    for (int[] corner : new int[][] {{1, 1}, {1, 2}, {2, 1}, {2, 2}}) {
      corners.set(cell(REGIONS, corner));
    }
    Auditor.Bounds bounds = Auditor.of(REGIONS, corners).bounds(cell(REGIONS, 1, 1));
    // What is added to one corner is taken from the next, of which one stays.
    assertThat(bounds.least()).isCloseTo(1, within(1e-9));
    assertThat(bounds.most()).isCloseTo(12, within(1e-9));
  }

  @Test
  void withASmallCellAsFewOthersAreWithheldAsHideIt() {
    SmallCells found = SmallCells.of(REGIONS, 10, Bits.ofSeed(1), Progress.NONE);
    assertThat(found.small().stream()).containsExactly(cell(REGIONS, 1, 1));
    assertThat(found.withheld().cardinality()).isEqualTo(4);
    assertThat(found.withheld().stream().allMatch(cell -> REGIONS.sums(cell) == 0)).isTrue();
  }

  @Test
  void aMarginThatIsSmallIsWithheldToo() {
    CellTable table = CellTable.of(people(new int[][] {{3, 0}, {0, 50}, {20, 30}}), 0, 1);
    SmallCells found = SmallCells.of(table, 10, Bits.ofSeed(1), Progress.NONE);
    assertThat(found.small().get(cell(table, 1, CellTable.ALL))).isTrue();
    assertThat(found.withheld().get(cell(table, CellTable.ALL, CellTable.ALL))).isFalse();
    audit(table, found, 10);
  }

  @Test
  void whereNobodyIsFewNothingIsWithheld() {
    CellTable table = CellTable.of(people(new int[][] {{10, 20}, {30, 0}}), 0, 1);
    assertThat(SmallCells.of(table, 10, Bits.ofSeed(1), Progress.NONE).withheld().isEmpty())
        .isTrue();
  }

  @Test
  void everySmallCellMayBeManyNumbersForAllThatIsPublished() {
    for (int seed = 0; seed < 6; seed++) {
      var random = new Random(seed);
      List<List<String>> rows = new ArrayList<>();
      for (int i = 0; i < 400; i++) {
        rows.add(
            List.of(
                "a" + (int) Math.abs(random.nextGaussian() * 2),
                "b" + random.nextInt(4),
                "c" + (int) Math.abs(random.nextGaussian())));
      }
      CellTable table = CellTable.of(Coded.of(rows).data(), 0, 1, 2);
      audit(table, SmallCells.of(table, 5, Bits.ofSeed(seed), Progress.NONE), 5);
    }
  }

  private static void audit(CellTable table, SmallCells found, int minimum) {
    var auditor = Auditor.of(table, found.withheld());
    found.small().stream()
        .mapToObj(auditor::bounds)
        .forEach(
            bounds -> {
              assertThat(bounds.least()).isLessThan(minimum - 1e-6);
              assertThat(bounds.most() - bounds.least())
                  .isGreaterThanOrEqualTo(SmallCells.apart(table, minimum, bounds.cell()) - 1e-6);
            });
    for (int cell = 0; cell < table.cells(); cell++) {
      boolean few = table.count(cell) > 0 && table.count(cell) < minimum;
      assertThat(found.small().get(cell)).isEqualTo(few);
      assertThat(found.withheld().get(cell) || !few).isTrue();
    }
  }

  @Test
  void whatIsStoppedHasNoResult() {
    assertThatThrownBy(
            () -> SmallCells.of(REGIONS, 10, Bits.ofSeed(1), (_, _) -> Progress.Answer.STOP))
        .isInstanceOf(Stopped.class);
    var corner = new BitSet();
    corner.set(cell(REGIONS, 1, 1));
    assertThatThrownBy(() -> Auditor.of(REGIONS, corner).bounds((_, _) -> Progress.Answer.STOP))
        .isInstanceOf(Stopped.class);
  }

  @Test
  void tooLargeATableIsRefused() {
    assertThatThrownBy(() -> CellTable.of(people(new int[][] {{1}})))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> SmallCells.of(REGIONS, 1, Bits.ofSeed(1), Progress.NONE))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
