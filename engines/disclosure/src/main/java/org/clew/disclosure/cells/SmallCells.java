package org.clew.disclosure.cells;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.clew.disclosure.Progress;
import org.clew.disclosure.Stopped;
import org.clew.disclosure.noise.Bits;
import org.jspecify.annotations.Nullable;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/// Withholds the cells of a table that have fewer than a minimum of people, and as few others as
/// will do so that, for all that is published, each of them may be one person, and may be the
/// minimum; a margin one person in each of its cells that is not empty, for cells of nobody are
/// published. That holds even for whoever is alone in another cell and knows it.
///
/// The others are chosen one small cell after the other, in an order by lot: of the ways to raise
/// or lower it that leave every margin the sum of its parts, the cheapest, by linear programming
/// (Fischetti and Salazar 2000, their heuristic). What it costs to change a cell is drawn by lot as
/// well, and margins cost more; how many people there are in a cell costs nothing, or whoever knows
/// this rule could reckon back from the choice to what was chosen (Wong et al. 2007, "Minimality
/// attack"). Whatever changes is withheld, so that the changed table is one that the published
/// cells allow.
///
/// What is told all the same to whoever knows the rule: where cells are withheld, one of them at
/// least has fewer people than the minimum, and no more of them were needed. So not every count
/// between the bounds of [Auditor] is possible. On the small tables of the tests, a small cell can
/// still be any number below the minimum, or, where the others have hardly more people than that,
/// one of several; it is not proved for all tables. Lots drawn twice for the same people give more
/// away: what is withheld one time is told the other.
///
/// @param small cells withheld for their own sake; shared, to be read alone
/// @param withheld those and the others; shared, to be read alone
public record SmallCells(BitSet small, BitSet withheld) {

  private static final double CHANGED = 1e-6;
  private static final double MARGIN = 8;

  /// Withholds.
  ///
  /// @param minimum people of a cell that is published, 2 at least
  /// @param bits secret, but in tests
  /// @throws Stopped when told to stop
  public static SmallCells of(CellTable table, int minimum, Bits bits, Progress progress) {
    if (minimum < 2 || table.cells() > Auditor.MOST) {
      throw new IllegalArgumentException(
          "The minimum of a cell is 2 at least, and of cells " + Auditor.MOST + " are the most.");
    }
    var small = new BitSet();
    for (int cell = 0; cell < table.cells(); cell++) {
      small.set(cell, table.count(cell) > 0 && table.count(cell) < minimum);
    }
    return new Choosing(table, minimum, small, bits).run(progress);
  }

  private static final class Choosing {
    private final CellTable table;
    private final int minimum;
    private final BitSet small;
    private final BitSet withheld;
    private final List<CellTable.Margin> margins;
    private final int[] order;
    private final double[] costs;

    Choosing(CellTable table, int minimum, BitSet small, Bits bits) {
      this.table = table;
      this.minimum = minimum;
      this.small = small;
      this.withheld = (BitSet) small.clone();
      this.margins = table.margins();
      this.order = IntStream.of(bits.order(table.cells())).filter(small::get).toArray();
      this.costs =
          IntStream.range(0, table.cells())
              .mapToDouble(cell -> (1 + bits.share()) * Math.pow(MARGIN, table.sums(cell)))
              .toArray();
    }

    SmallCells run(Progress progress) {
      for (int i = 0; i < order.length; i++) {
        if (progress.heard(i, order.length) == Progress.Answer.STOP) {
          throw new Stopped();
        }
        int cell = order[i];
        BitSet known = known(cell);
        var secret = (BitSet) withheld.clone();
        secret.andNot(known);
        Auditor.Bounds bounds = Auditor.of(table, secret).bounds(cell);
        if (bounds.most() < minimum - CHANGED) {
          withhold(cell, minimum - table.count(cell), known);
        }
        if (bounds.least() > table.filled(cell) + CHANGED) {
          withhold(cell, table.filled(cell) - table.count(cell), known);
        }
      }
      progress.heard(order.length, order.length);
      return new SmallCells(small, withheld);
    }

    /// The cells, margins among them, of people who are alone in one, as they know themselves; but
    /// for those who are in the cell in question.
    private BitSet known(int cell) {
      var known = new BitSet();
      for (int alone = 0; alone < table.cells(); alone++) {
        if (table.sums(alone) == 0 && table.count(alone) == 1 && alone != cell) {
          List<Integer> margins = table.marginsOf(alone);
          if (!margins.contains(cell)) {
            known.set(alone);
            margins.stream().filter(margin -> table.count(margin) == 1).forEach(known::set);
          }
        }
      }
      return known;
    }

    /// Withholds what has to change where a cell does, and does not have to be one of those known.
    private void withhold(int cell, int change, BitSet known) {
      var changes = new Changes(cell, change);
      for (int each = 0; each < table.cells(); each++) {
        if (each != cell && table.count(each) > 0 && !known.get(each)) {
          changes.allow(
              each, table.count(each) - table.filled(each), withheld.get(each) ? 0 : costs[each]);
        }
      }
      margins.stream().filter(margin -> table.count(margin.cell()) > 0).forEach(changes::keep);
      withheld.or(changes.least());
    }
  }

  /// The ways to change a table of which one cell changes by so much.
  private static final class Changes {
    private final ExpressionsBasedModel model = new ExpressionsBasedModel();
    private final Map<Integer, Variable> up = new HashMap<>();
    private final Map<Integer, Variable> down = new HashMap<>();
    private final int cell;
    private final int change;

    Changes(int cell, int change) {
      this.cell = cell;
      this.change = change;
    }

    /// Lets another cell change, down by a little, up by anything.
    void allow(int other, int most, double cost) {
      up.put(other, model.addVariable("u" + other).lower(0).weight(cost));
      if (most > 0) {
        down.put(other, model.addVariable("d" + other).lower(0).upper(most).weight(cost));
      }
    }

    /// Demands that a margin stays the sum of its parts.
    void keep(CellTable.Margin margin) {
      Expression sum = model.addExpression("m" + margin.cell() + "-" + margin.parts().getFirst());
      int fixed = margin.cell() == cell ? change : 0;
      add(sum, margin.cell(), -1);
      for (int part : margin.parts()) {
        fixed -= part == cell ? change : 0;
        add(sum, part, 1);
      }
      sum.level(fixed);
    }

    private void add(Expression sum, int other, int sign) {
      Optional.ofNullable(up.get(other)).ifPresent(each -> sum.set(each, sign));
      Optional.ofNullable(down.get(other)).ifPresent(each -> sum.set(each, -sign));
    }

    /// The cells that change where least does.
    BitSet least() {
      Optimisation.Result result = model.minimise();
      if (!result.getState().isFeasible()) {
        throw new IllegalStateException(
            "All margins can change with a cell, but no way was found: " + result.getState());
      }
      var changed = new BitSet();
      up.forEach(
          (other, rise) -> {
            double fall = value(down.get(other));
            changed.set(other, Math.abs(value(rise) - fall) > CHANGED);
          });
      return changed;
    }

    private static double value(@Nullable Variable variable) {
      return variable == null ? 0 : variable.getValue().doubleValue();
    }
  }
}
