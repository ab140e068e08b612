package org.clew.disclosure.cells;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.clew.disclosure.Coded;
import org.clew.disclosure.Microdata;
import org.clew.disclosure.Progress;
import org.clew.disclosure.noise.Bits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Somebody who has a table with withheld cells, and writes down every table of whole numbers that
/// it may have been.
class CellAttackTest {

  private static final int MINIMUM = 3;
  private static final int NOBODY = -1;
  private static final int LIMIT = MINIMUM;

  /// Lots that an attacker tries on a table.
  private static final int LOTS = 600;

  /// Tables that an attacker keeps.
  private static final int MOST = 2_000;

  /// Few people, so that most cells are small, margins among them, and many are of nobody.
  private static CellTable table(int seed, int... sizes) {
    var random = new Random(seed);
    List<List<String>> rows = new ArrayList<>();
    int people = 4 + random.nextInt(22);
    for (int i = 0; i < people; i++) {
      rows.add(IntStream.of(sizes).mapToObj(size -> "v" + random.nextInt(size)).toList());
    }
    return CellTable.of(Coded.of(rows).data(), IntStream.range(0, sizes.length).toArray());
  }

  @ParameterizedTest
  @ValueSource(strings = {"2 2", "3 3", "2 4", "2 2 2", "3 2 2"})
  void findsForEachSmallCellManyNumbers(String sizes) {
    for (int seed = 0; seed < 40; seed++) {
      CellTable table =
          table(seed, Arrays.stream(sizes.split(" ", -1)).mapToInt(Integer::parseInt).toArray());
      SmallCells found = SmallCells.of(table, MINIMUM, Bits.ofSeed(seed), Progress.NONE);
      var attack = new Attack(table, found.withheld(), NOBODY);
      var auditor = Auditor.of(table, found.withheld());
      for (int cell : found.withheld().stream().toArray()) {
        Auditor.Bounds bounds = auditor.bounds(cell);
        assertThat((double) table.count(cell))
            .isBetween(bounds.least() - 1e-6, bounds.most() + 1e-6);
        assertThat((double) attack.least[cell]).isGreaterThan(bounds.least() - 1e-6);
        if (found.small().get(cell)) {
          attack.assertHidden(cell, SmallCells.apart(table, MINIMUM, cell));
        }
      }
    }
  }

  /// Somebody who is alone in a cell, and knows it, has one withheld cell fewer to guess.
  @ParameterizedTest
  @ValueSource(strings = {"3 3", "2 4", "2 2 2"})
  void findsNoMoreWhoIsAloneInAnotherCell(String sizes) {
    for (int seed = 0; seed < 40; seed++) {
      CellTable table =
          table(seed, Arrays.stream(sizes.split(" ", -1)).mapToInt(Integer::parseInt).toArray());
      SmallCells found = SmallCells.of(table, MINIMUM, Bits.ofSeed(seed), Progress.NONE);
      for (int alone = 0; alone < table.cells(); alone++) {
        if (table.sums(alone) == 0 && table.count(alone) == 1) {
          var attack = new Attack(table, found.withheld(), alone);
          List<Integer> own = table.marginsOf(alone);
          int self = alone;
          found.small().stream()
              .filter(cell -> cell != self && !own.contains(cell))
              .forEach(cell -> attack.assertHidden(cell, MINIMUM - table.filled(cell)));
        }
      }
    }
  }

  /// Somebody who knows the rule as well, and tries it, with many lots, on every table that agrees
  /// with what is told: those of them that would be told alike leave each small cell all numbers
  /// below the minimum, as without the rule.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "4 11 11 12",
        "4 9 10 12",
        "1 5 6 7",
        "2 2 9 9",
        "1 4 30 30",
        "3 9 8, 9 12 7, 8 7 9",
        "2 8, 9 7, 8 8",
        "1 1 9 8, 9 8 7 9, 8 8 6 9",
        "3 0, 0 12, 8 9",
        "1 6 7, 5 8 6, 6 5 9",
        "1 3 9, 7 8 9, 6 6 6"
      })
  void findsNoMoreWhoKnowsTheRule(String counts) {
    assertThat(possible(counts))
        .isNotEmpty()
        .allSatisfy(each -> assertThat(each.possible()).isEqualTo(each.allowed()));
  }

  /// Why so: where nobody is alone in a withheld cell, and one is small, lots that fall on the
  /// others that are withheld here have the same told.
  @ParameterizedTest
  @ValueSource(strings = {"3 3", "2 4"})
  void cannotRuleOutATableInWhichNobodyIsAlone(String sizes) {
    int tried = 0;
    for (int seed = 0; seed < 20; seed++) {
      CellTable table =
          table(seed, Arrays.stream(sizes.split(" ", -1)).mapToInt(Integer::parseInt).toArray());
      SmallCells found = SmallCells.of(table, MINIMUM, Bits.ofSeed(seed), Progress.NONE);
      for (long[] sums : new Attack(table, found.withheld(), NOBODY, MOST).tables) {
        int[] open = found.withheld().stream().filter(cell -> table.sums(cell) == 0).toArray();
        if (IntStream.of(open).allMatch(cell -> sums[cell] > 1)
            && IntStream.of(open).anyMatch(cell -> sums[cell] < MINIMUM)) {
          tried++;
          assertThat(toldByLotsOnTheRest(table, sums, found.withheld()))
              .isEqualTo(found.withheld());
        }
      }
    }
    assertThat(tried).isGreaterThan(20);
  }

  /// What is told all the same, though nobody is alone in a withheld cell: where several are small,
  /// they hide one another, little is left to be chosen, and so it is likelier that these are told.
  @Test
  void findsTablesLikelierInWhichMoreCellsAreSmall() {
    int one = toldWithoutOthers("3 5", "5 5");
    int two = toldWithoutOthers("2 6", "6 4");
    assertThat(two).isGreaterThan(3 * one);
  }

  /// How often these four cells of 36 are withheld, and no other.
  private static int toldWithoutOthers(String line, String next) {
    CellTable table =
        table(
            "%s 20 20 20 20, %s 20 20 20 20%s"
                .formatted(line, next, ", 20 20 20 20 20 20".repeat(4)));
    int told = 0;
    for (int seed = 0; seed < 100; seed++) {
      BitSet withheld = SmallCells.of(table, 5, Bits.ofSeed(seed), Progress.NONE).withheld();
      boolean those = withheld.stream().allMatch(cell -> table.count(cell) < 20);
      told += those && withheld.cardinality() == 4 ? 1 : 0;
    }
    return told;
  }

  private static BitSet toldByLotsOnTheRest(CellTable table, long[] sums, BitSet withheld) {
    CellTable other = table(table, sums);
    var rest = new BitSet();
    withheld.stream().filter(cell -> other.count(cell) >= MINIMUM).forEach(rest::set);
    Bits bits = Bits.ofSeed(1);
    Lots drawn = Lots.draw(other, MINIMUM, bits);
    var lots = new Lots(drawn.costs(), drawn.order(), rest, new BitSet(), bits);
    return SmallCells.of(other, MINIMUM, lots, Progress.NONE).withheld();
  }

  /// @param allowed the numbers below the minimum that the sums allow
  /// @param possible the numbers below the minimum of tables that would be told alike
  private record Small(Set<Long> allowed, Set<Long> possible) {}

  private static List<Small> possible(String counts) {
    int minimum = 5;
    CellTable table = table(counts);
    List<Small> all = new ArrayList<>();
    for (int seed = 0; seed < 4; seed++) {
      SmallCells found = SmallCells.of(table, minimum, Bits.ofSeed(seed), Progress.NONE);
      var attack = new Attack(table, found.withheld(), NOBODY, MOST);
      assertThat(attack.tables).hasSizeLessThan(MOST);
      for (int cell : found.small().stream().toArray()) {
        var small = new Small(new TreeSet<>(), new TreeSet<>());
        for (long[] sums : attack.tables) {
          boolean isNew = sums[cell] < minimum && !small.possible().contains(sums[cell]);
          if (sums[cell] < minimum) {
            small.allowed().add(sums[cell]);
          }
          if (isNew && isToldAlike(table, sums, minimum, found.withheld())) {
            small.possible().add(sums[cell]);
          }
        }
        all.add(small);
      }
    }
    return all;
  }

  /// One row a line, or one column alone.
  private static CellTable table(String counts) {
    List<List<String>> rows = new ArrayList<>();
    String[] lines = counts.split(", ", -1);
    for (int line = 0; line < lines.length; line++) {
      String[] numbers = lines[line].split(" ", -1);
      for (int column = 0; column < numbers.length; column++) {
        List<String> row =
            lines.length == 1 ? List.of("c" + column) : List.of("l" + line, "c" + column);
        rows.addAll(Collections.nCopies(Integer.parseInt(numbers[column]), row));
      }
    }
    return CellTable.of(
        Coded.of(rows).data(), IntStream.range(0, lines.length == 1 ? 1 : 2).toArray());
  }

  private static boolean isToldAlike(CellTable table, long[] sums, int minimum, BitSet withheld) {
    CellTable other = table(table, sums);
    return IntStream.range(0, LOTS)
        .anyMatch(
            lots ->
                SmallCells.of(other, minimum, Bits.ofSeed(lots), Progress.NONE)
                    .withheld()
                    .equals(withheld));
  }

  /// The same cells with other people in them.
  private static CellTable table(CellTable table, long[] sums) {
    List<List<String>> rows = new ArrayList<>();
    for (int cell = 0; cell < sums.length; cell++) {
      if (table.sums(cell) == 0) {
        int at = cell;
        rows.addAll(
            Collections.nCopies(
                (int) sums[cell],
                IntStream.range(0, table.columns())
                    .mapToObj(column -> "v" + table.code(at, column))
                    .toList()));
      }
    }
    return CellTable.of(Coded.of(rows).data(), IntStream.range(0, table.columns()).toArray());
  }

  /// Why two tables of one list are counted in one: what each withholds the other may tell.
  @Test
  void findsMoreWithTwoTablesThatWereProtectedEachByItselfThanWithOneOfAllColumns() {
    int givenBack = 0;
    for (int seed = 0; seed < 40; seed++) {
      CellTable all = table(seed, 3, 3, 2);
      givenBack += givenBack(all, seed);
      SmallCells together = SmallCells.of(all, MINIMUM, Bits.ofSeed(seed), Progress.NONE);
      var auditor = Auditor.of(all, together.withheld());
      for (int cell : together.small().stream().toArray()) {
        assertThat(auditor.bounds(cell).most()).isGreaterThan(MINIMUM - 1e-6);
      }
    }
    assertThat(givenBack).isPositive();
  }

  /// Small cells of the tables by the first two columns and by the last two, each protected, that
  /// are bounded further by both.
  private static int givenBack(CellTable all, int seed) {
    long[] least = new long[all.cells()];
    long[] most = new long[all.cells()];
    Arrays.fill(most, Auditor.UNBOUNDED);
    var small = new BitSet();
    for (int aside : new int[] {2, 0}) {
      CellTable one = CellTable.of(rows(all), aside == 2 ? 0 : 1, aside == 2 ? 1 : 2);
      SmallCells found = SmallCells.of(one, MINIMUM, Bits.ofSeed(seed), Progress.NONE);
      for (int cell = 0; cell < all.cells(); cell++) {
        if (all.code(cell, aside) == CellTable.ALL) {
          int same = same(one, all, cell, aside == 2 ? 0 : 1);
          boolean told = !found.withheld().get(same);
          least[cell] = Math.max(least[cell], told ? one.count(same) : one.filled(same));
          most[cell] = told ? one.count(same) : most[cell];
          small.set(cell, found.small().get(same));
        }
      }
    }
    var auditor = new Auditor(all, least, most);
    return (int)
        small.stream()
            .filter(cell -> least[cell] < most[cell])
            .filter(cell -> auditor.bounds(cell).most() < MINIMUM - 1e-6)
            .count();
  }

  private static Microdata rows(CellTable all) {
    List<List<String>> rows = new ArrayList<>();
    for (int cell = 0; cell < all.cells(); cell++) {
      for (int i = 0; all.sums(cell) == 0 && i < all.count(cell); i++) {
        rows.add(
            List.of("v" + all.code(cell, 0), "v" + all.code(cell, 1), "v" + all.code(cell, 2)));
      }
    }
    return Coded.of(rows).data();
  }

  private static int same(CellTable one, CellTable all, int cell, int first) {
    for (int other = 0; other < one.cells(); other++) {
      if (one.code(other, 0) == all.code(cell, first)
          && one.code(other, 1) == all.code(cell, first + 1)) {
        return other;
      }
    }
    throw new AssertionError("no such cell");
  }

  /// All tables of whole numbers that agree with what is told; where nothing bounds a cell, up to
  /// the minimum.
  private static final class Attack {
    private final CellTable table;
    private final BitSet withheld;
    private final int enough;
    private final int[] open;
    private final long[] sums;
    private final int[] left;
    private final long[] least;
    private final long[] most;
    private final List<long[]> tables = new ArrayList<>();

    /// @param known a cell that the attacker is alone in
    Attack(CellTable table, BitSet withheld, int known) {
      this(table, withheld, known, Integer.MAX_VALUE);
    }

    /// @param enough tables, after which it looks for no more
    Attack(CellTable table, BitSet withheld, int known, int enough) {
      this.table = table;
      this.enough = enough;
      this.withheld = withheld;
      sums = new long[table.cells()];
      left = new int[table.cells()];
      least = new long[table.cells()];
      most = new long[table.cells()];
      Arrays.fill(least, Long.MAX_VALUE);
      open =
          IntStream.range(0, table.cells())
              .filter(cell -> table.sums(cell) == 0)
              .filter(cell -> withheld.get(cell) && cell != known)
              .toArray();
      for (int cell = 0; cell < sums.length; cell++) {
        if (table.sums(cell) == 0 && Arrays.binarySearch(open, cell) < 0) {
          add(cell, table.count(cell));
        }
      }
      for (int cell : open) {
        table.marginsOf(cell).forEach(margin -> left[margin]++);
      }
      next(0);
    }

    private void add(int cell, long people) {
      sums[cell] += people;
      table.marginsOf(cell).forEach(margin -> sums[margin] += people);
    }

    private void next(int place) {
      if (tables.size() == enough) {
        return;
      }
      if (place == open.length) {
        note();
        return;
      }
      int cell = open[place];
      table.marginsOf(cell).forEach(margin -> left[margin]--);
      long room = Long.MAX_VALUE;
      for (int margin : table.marginsOf(cell)) {
        if (!withheld.get(margin)) {
          room = Math.min(room, table.count(margin) - sums[margin] - left[margin]);
        }
      }
      for (long people = 1; people <= (room == Long.MAX_VALUE ? LIMIT : room); people++) {
        add(cell, people);
        next(place + 1);
        add(cell, -people);
      }
      table.marginsOf(cell).forEach(margin -> left[margin]++);
    }

    private void note() {
      for (int cell = 0; cell < sums.length; cell++) {
        if (!withheld.get(cell) && sums[cell] != table.count(cell)) {
          return;
        }
      }
      if (enough < Integer.MAX_VALUE) {
        tables.add(sums.clone());
      }
      for (int cell = 0; cell < sums.length; cell++) {
        least[cell] = Math.min(least[cell], sums[cell]);
        most[cell] = Math.max(most[cell], sums[cell]);
      }
    }

    void assertHidden(int cell, int apart) {
      assertThat(least[cell]).isLessThan(MINIMUM);
      assertThat(most[cell] - least[cell]).isGreaterThanOrEqualTo(apart);
    }
  }
}
