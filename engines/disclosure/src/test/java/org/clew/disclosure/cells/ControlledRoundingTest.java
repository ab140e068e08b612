package org.clew.disclosure.cells;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.clew.disclosure.Coded;
import org.clew.disclosure.Microdata;
import org.clew.disclosure.Progress;
import org.clew.disclosure.Stopped;
import org.clew.disclosure.noise.Bits;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ControlledRoundingTest {

  private static final int BASE = 5;

  /// People at random, few in most cells and none in many.
  private static Microdata people(int seed, int people, int... sizes) {
    var random = new Random(seed);
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < people; i++) {
      List<String> row = new ArrayList<>();
      for (int size : sizes) {
        row.add("v" + (int) Math.min(size - 1, Math.abs(random.nextGaussian() * size / 2)));
      }
      rows.add(row);
    }
    return Coded.of(rows).data();
  }

  private static CellTable table(int seed, int people, int... sizes) {
    int[] columns = new int[sizes.length];
    for (int column = 0; column < columns.length; column++) {
      columns[column] = column;
    }
    return CellTable.of(people(seed, people, sizes), columns);
  }

  private static ControlledRounding rounded(CellTable table, int seed) {
    return ControlledRounding.of(table, BASE, Bits.ofSeed(seed), Progress.NONE);
  }

  @Nested
  class EveryTable {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void addsUpAndIsMadeOfMultiplesNextToTheCounts(int columns) {
      for (int seed = 0; seed < 20; seed++) {
        CellTable table =
            table(seed, 30 + 20 * seed, Arrays.copyOf(new int[] {4, 3, 3, 2}, columns));
        ControlledRounding rounded = rounded(table, seed);
        for (CellTable.Margin margin : table.margins()) {
          assertThat(margin.parts().stream().mapToLong(rounded::count).sum())
              .isEqualTo(rounded.count(margin.cell()));
        }
        for (int cell = 0; cell < table.cells(); cell++) {
          assertThat(rounded.count(cell) % BASE).isZero();
          if (table.sums(cell) == 0) {
            assertNextTo(table, rounded, cell);
          }
          assertThat((long) table.count(cell)).isBetween(rounded.least(cell), rounded.most(cell));
        }
      }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void ofOneColumnOrTwoHasMarginsNextToTheirsToo(int columns) {
      for (int seed = 0; seed < 40; seed++) {
        CellTable table = table(seed, 25 * (seed + 1), Arrays.copyOf(new int[] {9, 7}, columns));
        ControlledRounding rounded = rounded(table, seed);
        for (int cell = 0; cell < table.cells(); cell++) {
          assertNextTo(table, rounded, cell);
        }
        assertThat(rounded.beyond()).isZero();
        assertThat(rounded.farthest()).isLessThan(BASE);
      }
    }

    private static void assertNextTo(CellTable table, ControlledRounding rounded, int cell) {
      long away = Math.abs(rounded.count(cell) - table.count(cell));
      assertThat(away).isLessThan(table.count(cell) % BASE == 0 ? 1 : BASE);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void isInExpectationWhatItWas(int columns) {
      CellTable table = table(7, 40, Arrays.copyOf(new int[] {3, 3, 2}, columns));
      int draws = 4_000;
      double[] sums = new double[table.cells()];
      for (int draw = 0; draw < draws; draw++) {
        ControlledRounding rounded = rounded(table, draw);
        for (int cell = 0; cell < sums.length; cell++) {
          sums[cell] += (double) rounded.count(cell);
        }
      }
      for (int cell = 0; cell < sums.length; cell++) {
        // Five standard errors of what is at most one base up or down.
        assertThat(sums[cell] / draws)
            .isCloseTo(table.count(cell), within(5 * BASE / Math.sqrt(draws)));
      }
    }

    @Test
    void isAnotherEachTimeButForTests() {
      CellTable table = table(1, 200, 6, 6);
      ControlledRounding one = ControlledRounding.of(table, BASE, Bits.secret(), Progress.NONE);
      ControlledRounding other = ControlledRounding.of(table, BASE, Bits.secret(), Progress.NONE);
      assertThat(counts(one)).isNotEqualTo(counts(other));
      assertThat(counts(rounded(table, 3))).isEqualTo(counts(rounded(table, 3)));
    }

    private static List<Long> counts(ControlledRounding rounded) {
      List<Long> counts = new ArrayList<>();
      for (int cell = 0; cell < rounded.table().cells(); cell++) {
        counts.add(rounded.count(cell));
      }
      return counts;
    }
  }

  private static Auditor auditor(ControlledRounding rounded) {
    CellTable table = rounded.table();
    return new Auditor(
        table,
        IntStream.range(0, table.cells()).mapToLong(rounded::least).toArray(),
        IntStream.range(0, table.cells()).mapToLong(rounded::most).toArray());
  }

  @Nested
  class WhoeverHasIt {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void boundsNoCellFurtherThanItsMultipleSays(int columns) {
      for (int seed = 0; seed < 4; seed++) {
        CellTable table = table(seed, 40, Arrays.copyOf(new int[] {4, 3, 2}, columns));
        ControlledRounding rounded = rounded(table, seed);
        for (Auditor.Bounds bounds : auditor(rounded).bounds(Progress.NONE)) {
          assertThat(bounds.least()).isCloseTo((double) rounded.least(bounds.cell()), within(1e-6));
          assertThat(bounds.most()).isLessThan(rounded.most(bounds.cell()) + 1e-6);
          if (columns <= 2 || table.sums(bounds.cell()) == 0) {
            assertThat(bounds.most()).isGreaterThan(rounded.most(bounds.cell()) - 1e-6);
          }
          assertThat(bounds.most() - bounds.least()).isGreaterThan(BASE - 1 - 1e-6);
        }
      }
    }

    @Test
    void findsForEachValueWithinTheBoundsATableThatMayHaveBeenRoundedToIt() {
      int base = 3;
      CellTable shape = table(0, 30, 2, 2);
      ControlledRounding told = ControlledRounding.of(shape, base, Bits.ofSeed(5), Progress.NONE);
      for (int cell = 0; cell < shape.cells(); cell++) {
        if (shape.sums(cell) == 0) {
          for (long value = told.least(cell); value <= told.most(cell); value++) {
            assertThat(mayBecome(told, changed(told, cell, value), base)).isTrue();
          }
        }
      }
    }

    /// Nine values of one person each, told as nobody or five: nine that are listed would be nine
    /// people, and with a total of five, at most nine, they would be one each.
    @Test
    void isNotToldOfAValueThatIsToldAsNobody() {
      List<List<String>> rows = new ArrayList<>();
      for (int i = 0; i < 9; i++) {
        rows.add(List.of("v" + i, "w"));
      }
      for (int seed = 0; seed < 10; seed++) {
        ControlledRounding told = rounded(CellTable.of(Coded.of(rows).data(), 0, 1), seed);
        for (int cell = 0; cell < told.table().cells(); cell++) {
          boolean of = told.table().code(cell, 0) == CellTable.ALL || told.count(cell) > 0;
          boolean anybody = told.table().code(cell, 1) == CellTable.ALL;
          assertThat(told.isListed(cell))
              .isEqualTo(of && (anybody || told.count(told.table().whole(cell, 1)) > 0));
        }
      }
    }

    /// The rounded table with one cell as it might have been.
    private static CellTable changed(ControlledRounding told, int cell, long value) {
      List<List<String>> rows = new ArrayList<>();
      CellTable shape = told.table();
      for (int each = 0; each < shape.cells(); each++) {
        if (shape.sums(each) == 0) {
          long people = each == cell ? value : told.count(each);
          for (long i = 0; i < people; i++) {
            rows.add(List.of("a" + shape.code(each, 0), "b" + shape.code(each, 1)));
          }
        }
      }
      return CellTable.of(Coded.of(rows).data(), 0, 1);
    }

    private static boolean mayBecome(ControlledRounding told, CellTable table, int base) {
      for (int seed = 0; seed < 200; seed++) {
        ControlledRounding drawn =
            ControlledRounding.of(table, base, Bits.ofSeed(seed), Progress.NONE);
        if (EveryTable.counts(drawn).equals(EveryTable.counts(told))) {
          return true;
        }
      }
      return false;
    }
  }

  /// Why counts are not simply rounded to the nearest multiple, each by itself.
  @Test
  void conventionalRoundingGivesCellsBackThatControlledRoundingKeeps() {
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      rows.add(List.of("a" + i / 4, "b" + i / 2 % 2));
    }
    CellTable twos = CellTable.of(Coded.of(rows).data(), 0, 1);
    // Two are told as 0, four as 5 and eight as 10: what is within two of them.
    long[] least = new long[twos.cells()];
    long[] most = new long[twos.cells()];
    for (int cell = 0; cell < least.length; cell++) {
      long nearest = Math.round(twos.count(cell) / 5.0) * 5;
      least[cell] = Math.max(0, nearest - 2);
      most[cell] = nearest + 2;
    }
    assertThat(new Auditor(twos, least, most).bounds(Progress.NONE))
        .filteredOn(bounds -> twos.sums(bounds.cell()) == 0)
        .allMatch(bounds -> Math.abs(bounds.least() - 2) < 1e-6)
        .allMatch(bounds -> Math.abs(bounds.most() - 2) < 1e-6);
    assertThat(auditor(rounded(twos, 1)).bounds(Progress.NONE))
        .allMatch(bounds -> bounds.most() - bounds.least() > BASE - 1 - 1e-6);
  }

  @Test
  void whatIsStoppedHasNoResult() {
    assertThatThrownBy(
            () ->
                ControlledRounding.of(
                    table(1, 50, 4, 4), BASE, Bits.ofSeed(1), (_, _) -> Progress.Answer.STOP))
        .isInstanceOf(Stopped.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {-5, 0, 1, 1_000_001})
  void aBaseThatRoundsNothingIsRefused(int base) {
    assertThatThrownBy(
            () -> ControlledRounding.of(table(1, 50, 4, 4), base, Bits.ofSeed(1), Progress.NONE))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
