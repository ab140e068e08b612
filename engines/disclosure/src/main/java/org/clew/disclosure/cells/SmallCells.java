package org.clew.disclosure.cells;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.clew.disclosure.Progress;
import org.clew.disclosure.Stopped;
import org.clew.disclosure.noise.Bits;

/// Withholds the cells of a table that have fewer than a minimum of people, and others, so that
/// those cannot be worked out, even by whoever knows this rule and tries it on every table that
/// agrees with what is published.
///
/// **The rule.** Beside the small cells, a few by lot count as withheld to begin with. Then, as
/// long as a withheld cell may be small for all that is published, and may not be enough different
/// numbers (as many as there are from two people to the minimum; in a margin fewer, since one
/// person at least is in each of its cells), further cells are withheld: those that change in the
/// cheapest way to let it be, by linear programming (Fischetti and Salazar 2000, their heuristic),
/// at costs drawn by lot. All of these numbers come from tables with two people or more in every
/// withheld cell. After that, the same is demanded of the small cells for those who are alone in a
/// cell and know it, all of them together; by lot, a quarter of the other small cells count as
/// known with them. At last, what sums give back anyway is published.
///
/// **Why it does not tell.** Neither the demand on all withheld cells alike, nor the choice for it,
/// looks at a count that is withheld: they see what is published with so many cells withheld, and
/// lots. So let another table agree with all that is published here, with a small cell in it and
/// nobody alone in a withheld one. All of its small cells are among the withheld, and lots may have
/// fallen on all the rest of them, and on no small cell: then the demand is met at once, as it is
/// here, and the same is published. Who knows the rule cannot rule that table out: the "minimality
/// attack" of Wong et al. (2007) does not go through.
///
/// **What it does tell.** Where something is withheld, one cell at least is small. Not all tables
/// are equally likely to be told alike. Small cells hide one another, so that where several are
/// small, fewer others are chosen from: of a table of 36 cells, the same four were withheld in 4 %
/// of draws where one of them was small, and in 39 % where two were; the larger the table, the
/// farther apart. And where more had to be withheld for the sake of whoever is alone, it has become
/// likelier that somebody is, by up to four times for each small cell. Tables in which people are
/// alone and could work out others would be told otherwise. With three columns or more, linear
/// programs see tables that are not of whole numbers, and may take a cell for better hidden than it
/// is. With a minimum of 2 nothing of this is proved, as small is alone there. Lots drawn twice for
/// the same people give more away: what is withheld one time is told the other.
/// [ControlledRounding] has none of these.
///
/// @param small cells withheld for their own sake; shared, to be read alone
/// @param withheld those and the others; shared, to be read alone
public record SmallCells(BitSet small, BitSet withheld) {

  /// Withholds.
  ///
  /// @param minimum people of a cell that is published, 2 at least
  /// @param bits secret, but in tests
  /// @throws Stopped when told to stop
  /// @throws Unsolved when no way was found
  public static SmallCells of(CellTable table, int minimum, Bits bits, Progress progress) {
    if (minimum < 2 || table.cells() > Auditor.MOST) {
      throw new IllegalArgumentException(
          "The minimum of a cell is 2 at least, and of cells " + Auditor.MOST + " are the most.");
    }
    if (small(table, minimum).isEmpty()) {
      return new SmallCells(new BitSet(), new BitSet());
    }
    return of(table, minimum, Lots.draw(table, minimum, bits), progress);
  }

  static SmallCells of(CellTable table, int minimum, Lots lots, Progress progress) {
    return new Choosing(table, minimum, lots).run(progress);
  }

  private static BitSet small(CellTable table, int minimum) {
    var small = new BitSet();
    for (int cell = 0; cell < table.cells(); cell++) {
      small.set(cell, table.count(cell) > 0 && table.count(cell) < minimum);
    }
    return small;
  }

  /// How far apart the numbers are, at least, that a withheld cell can be.
  static int apart(CellTable table, int minimum, int cell) {
    return Math.max(1, minimum - 1 - table.filled(cell));
  }

  private static final class Choosing {
    private final CellTable table;
    private final int minimum;
    private final BitSet small;
    private final BitSet withheld;
    private final int[] order;
    private final Lots lots;

    /// By cell, the least and the most people in it in tables that were found to agree.
    private final double[] least;

    private final double[] most;

    /// What is hidden from everybody, and stays so whatever else is withheld.
    private final BitSet hidden = new BitSet();

    /// What is hidden from those who are alone in a cell.
    private final BitSet hiddenFromSome = new BitSet();

    Choosing(CellTable table, int minimum, Lots lots) {
      this.table = table;
      this.minimum = minimum;
      this.small = small(table, minimum);
      this.withheld = (BitSet) small.clone();
      this.withheld.or(lots.withheld());
      this.lots = lots;
      this.order = IntStream.of(lots.order()).filter(cell -> table.count(cell) > 0).toArray();
      this.least = new double[table.cells()];
      this.most = new double[table.cells()];
      Arrays.fill(least, Double.POSITIVE_INFINITY);
      Arrays.fill(most, Double.NEGATIVE_INFINITY);
    }

    SmallCells run(Progress progress) {
      int before;
      do {
        before = withheld.cardinality();
        for (int cell : order) {
          if (progress.heard(hidden.cardinality(), withheld.cardinality())
              == Progress.Answer.STOP) {
            throw new Stopped();
          }
          if (withheld.get(cell)) {
            hide(cell);
          }
        }
      } while (withheld.cardinality() > before);
      publishWhatSumsGiveBack();
      progress.heard(1, 1);
      return new SmallCells(small, withheld);
    }

    private void hide(int cell) {
      while (!hidden.get(cell) && !isHidden(cell)) {
        var changes = new Changes(table, withheld, 2, new BitSet(), lots.costs());
        if (least[cell] <= most[cell]) {
          changes.demand(
              cell,
              lots.beside(
                  least[cell], most[cell], 2L * table.filled(cell), apart(table, minimum, cell)));
        }
        withhold(changes);
      }
      if (small.get(cell) && !hiddenFromSome.get(cell)) {
        hideFromSome(cell);
      }
    }

    private void withhold(Changes changes) {
      BitSet changed = changes.cheapest();
      if (changed.isEmpty()) {
        throw new Unsolved("A cell is not hidden, and nothing was found that hides it.");
      }
      withheld.or(changed);
    }

    /// Looks at nothing but what is published with these cells withheld.
    private boolean isHidden(int cell) {
      if (most[cell] - least[cell] < apart(table, minimum, cell) - Changes.NOTHING) {
        var all = Auditor.of(table, withheld, 2);
        see(all.table(cell, -1));
        see(all.table(cell, 1));
      }
      hidden.set(cell, most[cell] - least[cell] >= apart(table, minimum, cell) - Changes.NOTHING);
      return hidden.get(cell)
          || Auditor.of(table, withheld).bounds(cell).least() > minimum - Changes.NOTHING;
    }

    private void see(Optional<double[]> found) {
      found.ifPresent(
          people -> {
            for (int cell = 0; cell < people.length; cell++) {
              if (!Double.isNaN(people[cell])) {
                least[cell] = Math.min(least[cell], people[cell]);
                most[cell] = Math.max(most[cell], people[cell]);
              }
            }
          });
    }

    private void hideFromSome(int cell) {
      BitSet known = known(cell);
      int apart = minimum - table.filled(cell);
      while (!known.isEmpty() && !hiddenFromSome.get(cell)) {
        var secret = (BitSet) withheld.clone();
        secret.andNot(known);
        Auditor.Bounds bounds = Auditor.of(table, secret).bounds(cell);
        if (bounds.most() - bounds.least() < apart - Changes.NOTHING) {
          var changes = new Changes(table, secret, 1, known, lots.costs());
          changes.demand(cell, bounds.least() + apart);
          withhold(changes);
        } else {
          hiddenFromSome.set(cell);
        }
      }
    }

    /// The cells, margins among them, that those know who may be alone in one; but for those who
    /// are in the cell in question.
    private BitSet known(int cell) {
      var known = new BitSet();
      for (int other : lots.known().stream().filter(each -> each != cell).toArray()) {
        List<Integer> margins = table.marginsOf(other);
        if (!margins.contains(cell)) {
          known.set(other);
          margins.stream().filter(margin -> table.filled(margin) == 1).forEach(known::set);
        }
      }
      return known;
    }

    private void publishWhatSumsGiveBack() {
      var auditor = Auditor.of(table, withheld);
      for (int cell : withheld.stream().filter(each -> !hidden.get(each)).toArray()) {
        Auditor.Bounds bounds = auditor.bounds(cell);
        if (bounds.most() - bounds.least() < Changes.NOTHING) {
          withheld.clear(cell);
        }
      }
    }
  }
}
