package org.clew.disclosure.cells;

import java.util.ArrayList;
import java.util.List;
import org.clew.disclosure.Progress;
import org.clew.disclosure.Stopped;
import org.clew.disclosure.noise.Bits;

/// A table of counts as multiples of a base, of which every margin is the sum of its parts. A cell
/// that is no margin becomes one of the two multiples next to its count, and stays as it is where
/// it is one itself; which of the two is drawn, so that every cell and every margin is in
/// expectation what it was.
///
/// With one column or two, margins are next to what they were, too: this is the unbiased controlled
/// rounding of Cox (1987), "A constructive procedure for unbiased controlled rounding", which
/// always exists. With three and more there may be none (Causey, Cox and Ernst 1985). There,
/// margins that cannot be kept next to what they were are let go, those over the fewest cells
/// first, as Beck and Fiala (1981) do; they are rarely more than twice the base away, and never as
/// much as the base times the number of margins that a cell is in.
///
/// Nobody can bound a cell further than [#least] and [#most], even who knows all of this, as long
/// as only what [#isListed] is published: the rounded table with one cell, and the margins it is
/// in, raised or lowered by less than the base, is a table that may be rounded to it. That is of
/// one rounding. Two of the same people are two draws around one number, and their mean is nearer
/// to it than either.
public final class ControlledRounding {

  /// The largest base.
  public static final int LARGEST = 1_000_000;

  private final CellTable table;
  private final int base;
  private final long[] counts;
  private final long[] least;

  private ControlledRounding(CellTable table, int base, long[] counts) {
    this.table = table;
    this.base = base;
    this.counts = counts;
    this.least = new long[counts.length];
    for (int cell = 0; cell < counts.length; cell++) {
      if (table.sums(cell) == 0) {
        least[cell] = Math.max(0, counts[cell] - base + 1);
        for (int margin : table.marginsOf(cell)) {
          least[margin] += least[cell];
        }
      }
    }
    for (int cell = 0; cell < counts.length; cell++) {
      least[cell] = Math.max(least[cell], counts[cell] - reach(cell) + 1);
    }
  }

  /// How far a count is from what it was, less one.
  private long reach(int cell) {
    boolean next = table.columns() <= 2 || table.sums(cell) == 0;
    return next ? base : (long) base * ((1 << table.columns()) - 1);
  }

  /// Rounds.
  ///
  /// @param base from 2 to [#LARGEST]
  /// @param bits secret but for tests
  /// @throws Stopped when it was stopped
  public static ControlledRounding of(CellTable table, int base, Bits bits, Progress progress) {
    if (base < 2 || base > LARGEST) {
      throw new IllegalArgumentException("A base is from 2 to " + LARGEST + ".");
    }
    return new ControlledRounding(table, base, new Rounding(table, base, bits, progress).counts());
  }

  /// The table that was rounded.
  public CellTable table() {
    return table;
  }

  /// What a cell was rounded to.
  public long count(int cell) {
    return counts[cell];
  }

  /// The least that anybody can say a cell was.
  public long least(int cell) {
    return least[cell];
  }

  /// The most that anybody can say a cell was.
  public long most(int cell) {
    return counts[cell] + reach(cell) - 1;
  }

  /// Whether a cell is to be published: not where it is about a value of which all people together
  /// were rounded to none, since that it is listed says that there is somebody.
  public boolean isListed(int cell) {
    for (int column = 0; column < table.columns(); column++) {
      if (table.code(cell, column) != CellTable.ALL && counts[table.whole(cell, column)] == 0) {
        return false;
      }
    }
    return true;
  }

  /// How many margins are not next to what they were; to be kept to oneself, since it tells of the
  /// table.
  public int beyond() {
    int beyond = 0;
    for (int cell = 0; cell < counts.length; cell++) {
      beyond += Math.abs(counts[cell] - table.count(cell)) >= base ? 1 : 0;
    }
    return beyond;
  }

  /// By how much a count is away from what it was, at most; to be kept to oneself.
  public long farthest() {
    long farthest = 0;
    for (int cell = 0; cell < counts.length; cell++) {
      farthest = Math.max(farthest, Math.abs(counts[cell] - table.count(cell)));
    }
    return farthest;
  }

  /// The way from counts to multiples: of the cells between two multiples, and the margins that
  /// are, one draw after the other moves some along a line on which all sums hold, in one direction
  /// or the other, until one of them is a multiple. The nearer end is as much likelier as it is
  /// nearer.
  private static final class Rounding {
    private final CellTable table;
    private final int base;
    private final Bits bits;
    private final Progress progress;

    /// By cell, by how much it is more than the multiple below its count.
    private final double[] rest;

    private final List<List<Integer>> margins = new ArrayList<>();
    private final boolean[] free;

    Rounding(CellTable table, int base, Bits bits, Progress progress) {
      this.table = table;
      this.base = base;
      this.bits = bits;
      this.progress = progress;
      rest = new double[table.cells()];
      free = new boolean[table.cells()];
      for (int cell = 0; cell < rest.length; cell++) {
        rest[cell] = table.count(cell) % base;
        margins.add(table.sums(cell) == 0 ? table.marginsOf(cell) : List.of());
      }
    }

    long[] counts() {
      List<Integer> between = between();
      int all = between.size();
      while (!between.isEmpty()) {
        walk(between, all);
        between = between();
        if (!between.isEmpty()) {
          giveWay(between);
        }
      }
      var counts = new long[rest.length];
      for (int cell = 0; cell < counts.length; cell++) {
        if (table.sums(cell) == 0) {
          counts[cell] = table.count(cell) - table.count(cell) % base + Math.round(rest[cell]);
          for (int margin : margins.get(cell)) {
            counts[margin] += counts[cell];
          }
        }
      }
      return counts;
    }

    /// The cells, margins apart, that are no multiples yet.
    private List<Integer> between() {
      List<Integer> between = new ArrayList<>();
      for (int cell = 0; cell < rest.length; cell++) {
        if (table.sums(cell) == 0 && isBetween(cell)) {
          between.add(cell);
        }
      }
      return between;
    }

    private boolean isBetween(int cell) {
      return rest[cell] != 0 && rest[cell] != base;
    }

    /// Moves cells until no way is left on which all margins stay between their multiples.
    private void walk(List<Integer> between, int all) {
      var ways = new Ways(between, margins, free);
      for (int margin : ways.followers()) {
        if (!isBetween(margin)) {
          ways.hold(margin);
        }
      }
      while (ways.count() > 0) {
        if (progress.heard(all - ways.count(), all) == Progress.Answer.STOP) {
          throw new Stopped();
        }
        step(ways, (int) bits.below(ways.count()));
      }
    }

    private void step(Ways ways, int way) {
      int[] cells = ways.cells(way);
      double[] changes = ways.changes(way);
      double up = Double.POSITIVE_INFINITY;
      double down = Double.POSITIVE_INFINITY;
      for (int i = 0; i < cells.length; i++) {
        double rise = (base - rest[cells[i]]) / Math.abs(changes[i]);
        double fall = rest[cells[i]] / Math.abs(changes[i]);
        up = Math.min(up, changes[i] > 0 ? rise : fall);
        down = Math.min(down, changes[i] > 0 ? fall : rise);
      }
      double by = bits.share() * (up + down) < down ? up : -down;
      for (int i = 0; i < cells.length; i++) {
        move(cells[i], changes[i] * by);
      }
      for (int cell : cells) {
        if (!isBetween(cell)) {
          ways.hold(cell);
        }
      }
    }

    private void move(int cell, double by) {
      rest[cell] += by;
      int nearest = rest[cell] * 2 < base ? 0 : base;
      if (Math.abs(rest[cell] - nearest) < Ways.NOTHING * base) {
        rest[cell] = nearest;
      }
    }

    /// Of the margins that keep cells between multiples, those of the fewest such cells no longer
    /// do.
    private void giveWay(List<Integer> between) {
      int[] held = new int[rest.length];
      for (int cell : between) {
        for (int margin : margins.get(cell)) {
          held[margin] += free[margin] ? 0 : 1;
        }
      }
      int fewest = Integer.MAX_VALUE;
      for (int margin = 0; margin < held.length; margin++) {
        if (held[margin] > 1 && !isBetween(margin)) {
          fewest = Math.min(fewest, held[margin]);
        }
      }
      if (fewest >= 1 << table.columns()) {
        throw new IllegalStateException(
            "Of margins that hold cells, one holds few: none was found.");
      }
      for (int margin = 0; margin < held.length; margin++) {
        free[margin] |= held[margin] == fewest && !isBetween(margin);
      }
    }
  }
}
