package org.clew.disclosure.cells;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/// The tables that somebody may take the true one for, if some further cells were withheld: cells
/// that are withheld already can be anything, each other changes at a cost. How many people there
/// are in a withheld cell is nowhere in it, nor whether a cell has as many as it would lose: that
/// is seen when it is withheld.
final class Changes {

  /// Below, a change is none.
  static final double NOTHING = 1e-6;

  private final CellTable table;
  private final ExpressionsBasedModel model = new ExpressionsBasedModel();
  private final Map<Integer, Variable> open = new HashMap<>();
  private final Map<Integer, Variable> up = new HashMap<>();
  private final Map<Integer, Variable> down = new HashMap<>();

  /// @param withheld by cell, all of which others do not know the number
  /// @param people in each of those, at least
  /// @param known by cell, what stays as it is, since somebody knows it
  /// @param costs by cell
  Changes(CellTable table, BitSet withheld, int people, BitSet known, double[] costs) {
    this.table = table;
    for (int cell = 0; cell < table.cells(); cell++) {
      if (withheld.get(cell)) {
        open.put(cell, model.addVariable("x" + cell).lower((double) people * table.filled(cell)));
      } else if (table.count(cell) > 0 && !known.get(cell)) {
        up.put(cell, model.addVariable("u" + cell).lower(0).weight(costs[cell]));
        down.put(cell, model.addVariable("d" + cell).lower(0).weight(costs[cell]));
      }
    }
    table.margins().stream().filter(margin -> table.count(margin.cell()) > 0).forEach(this::keep);
  }

  private void keep(CellTable.Margin margin) {
    Expression sum = model.addExpression("m" + margin.cell() + "-" + margin.parts().getFirst());
    int rest = add(sum, margin.cell(), -1);
    for (int part : margin.parts()) {
      rest += add(sum, part, 1);
    }
    sum.level(-rest);
  }

  /// What of it does not change.
  private int add(Expression sum, int cell, int sign) {
    if (open.containsKey(cell)) {
      sum.set(open.get(cell), sign);
      return 0;
    }
    if (up.containsKey(cell)) {
      sum.set(up.get(cell), sign);
      sum.set(down.get(cell), -sign);
    }
    return sign * table.count(cell);
  }

  /// Demands so many people in a withheld cell.
  void demand(int cell, double people) {
    Optional.ofNullable(open.get(cell)).ifPresent(variable -> variable.level(people));
  }

  /// The cells that change at the least cost.
  BitSet cheapest() {
    Optimisation.Result result = model.minimise();
    if (!result.getState().isFeasible()) {
      throw new Unsolved(
          "All margins can change with a cell, but no way was found: " + result.getState());
    }
    var changed = new BitSet();
    up.forEach(
        (cell, rise) -> {
          Variable fall = down.get(cell);
          double change = rise.getValue().doubleValue();
          change -= fall == null ? 0 : fall.getValue().doubleValue();
          changed.set(cell, Math.abs(change) > NOTHING);
        });
    return changed;
  }
}
