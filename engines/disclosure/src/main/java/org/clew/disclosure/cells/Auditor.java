package org.clew.disclosure.cells;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.clew.disclosure.Progress;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/// What somebody can work out of withheld cells from those that are published: for each the least
/// and the most that it can be, such that every margin is the sum of its parts and in every
/// withheld cell is somebody, since cells of nobody are published. Whole numbers may bound a cell
/// further where a table has three columns or more; so may somebody who knows who else is in a
/// cell.
public final class Auditor {

  private final CellTable table;
  private final BitSet withheld;
  private final List<CellTable.Margin> margins;

  /// @param withheld by cell; all others are published
  public Auditor(CellTable table, BitSet withheld) {
    this.table = table;
    this.withheld = (BitSet) withheld.clone();
    this.margins =
        table.margins().stream().filter(margin -> touches(margin, this.withheld)).toList();
  }

  private static boolean touches(CellTable.Margin margin, BitSet cells) {
    boolean touches = cells.get(margin.cell());
    for (int part : margin.parts()) {
      touches |= cells.get(part);
    }
    return touches;
  }

  /// What a withheld cell can be.
  public record Bounds(int cell, double least, double most) {}

  /// The bounds of every withheld cell; where it is stopped, of those it came to. Two linear
  /// programs a cell.
  public List<Bounds> bounds(Progress progress) {
    List<Bounds> bounds = new ArrayList<>();
    int total = withheld.cardinality();
    for (int cell = withheld.nextSetBit(0); cell >= 0; cell = withheld.nextSetBit(cell + 1)) {
      if (progress.heard(bounds.size(), total) == Progress.Answer.STOP) {
        return bounds;
      }
      bounds.add(bounds(cell));
    }
    progress.heard(total, total);
    return bounds;
  }

  /// The bounds of one.
  public Bounds bounds(int cell) {
    return new Bounds(cell, extreme(cell, -1), extreme(cell, 1));
  }

  private double extreme(int cell, int sign) {
    var model = new ExpressionsBasedModel();
    Variable[] variables = new Variable[table.cells()];
    for (int each = withheld.nextSetBit(0); each >= 0; each = withheld.nextSetBit(each + 1)) {
      variables[each] = model.addVariable("x" + each).lower(table.filled(each));
    }
    variables[cell].weight(sign);
    for (CellTable.Margin margin : margins) {
      Expression sum = model.addExpression("m" + margin.cell() + "-" + margin.parts().getFirst());
      int published = withheld.get(margin.cell()) ? 0 : table.count(margin.cell());
      if (withheld.get(margin.cell())) {
        sum.set(variables[margin.cell()], -1);
      }
      for (int part : margin.parts()) {
        if (withheld.get(part)) {
          sum.set(variables[part], 1);
        } else {
          published -= table.count(part);
        }
      }
      sum.level(published);
    }
    Optimisation.Result result = model.maximise();
    if (result.getState() == Optimisation.State.UNBOUNDED) {
      return Double.POSITIVE_INFINITY;
    }
    if (!result.getState().isFeasible()) {
      throw new IllegalStateException("The true table fulfils every margin, but was not found.");
    }
    return sign * result.getValue();
  }
}
