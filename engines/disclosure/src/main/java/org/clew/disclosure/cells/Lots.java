package org.clew.disclosure.cells;

import java.util.BitSet;
import java.util.Comparator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.clew.disclosure.noise.Bits;

/// What is drawn before cells are withheld. Nothing in it depends on how many people are in a cell,
/// but for which are small, and where somebody is alone.
final class Lots {

  private static final double MARGIN = 8;
  private static final int RARELY = 8;

  private final double[] costs;
  private final int[] order;
  private final BitSet withheld;
  private final BitSet known;
  private final Bits bits;

  /// @param withheld beside the small cells
  /// @param known small cells that others are hidden from; all of one person, at least
  /// @param bits for what is drawn later
  Lots(double[] costs, int[] order, BitSet withheld, BitSet known, Bits bits) {
    this.costs = costs;
    this.order = order;
    this.withheld = withheld;
    this.known = known;
    this.bits = bits;
  }

  static Lots draw(CellTable table, int minimum, Bits bits) {
    double[] costs =
        IntStream.range(0, table.cells())
            .mapToDouble(cell -> (1 + bits.share()) * Math.pow(MARGIN, table.sums(cell)))
            .toArray();
    return new Lots(
        costs,
        bits.order(table.cells()),
        withheld(table, minimum, costs, bits),
        known(table, minimum, bits),
        bits);
  }

  /// None seven times in eight, one hardly less often than otherwise, and so on: any set of cells
  /// that are not small, margins in it more rarely.
  private static BitSet withheld(CellTable table, int minimum, double[] costs, Bits bits) {
    var withheld = new BitSet();
    double[] places = DoubleStream.of(costs).map(cost -> bits.share() * cost).toArray();
    IntStream.range(0, table.cells())
        .filter(cell -> table.count(cell) >= minimum)
        .boxed()
        .sorted(Comparator.comparingDouble(cell -> places[cell]))
        .takeWhile(_ -> bits.below(RARELY) == 0)
        .forEach(withheld::set);
    return withheld;
  }

  /// Cells of one person, and a quarter of the others that are small: that more is withheld for the
  /// sake of whoever is alone does not tell that somebody is.
  private static BitSet known(CellTable table, int minimum, Bits bits) {
    var known = new BitSet();
    for (int cell = 0; cell < table.cells(); cell++) {
      boolean drawn = bits.below(4) == 0;
      boolean few = table.count(cell) > 0 && table.count(cell) < minimum;
      known.set(cell, table.sums(cell) == 0 && few && (drawn || table.count(cell) == 1));
    }
    return known;
  }

  /// What it costs to withhold a cell.
  double[] costs() {
    return costs;
  }

  /// In which order cells are looked at.
  int[] order() {
    return order;
  }

  /// Cells that are not small and are withheld all the same.
  BitSet withheld() {
    return withheld;
  }

  /// Small cells, no margins, that the others are hidden from.
  BitSet known() {
    return known;
  }

  /// A number that a cell is to be able to be beside those that it can be: one of those that are no
  /// farther from them than was demanded, above or below.
  ///
  /// @param floor the least that any cell of its kind can be
  double beside(double least, double most, long floor, int apart) {
    long from = Math.max(floor, Math.round(least) - apart);
    long below = Math.max(0, Math.round(least) - from);
    long drawn = bits.below(below + apart);
    return drawn < below ? from + drawn : most + (drawn - below) + 1;
  }
}
