package org.clew.disclosure.cells;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.clew.disclosure.Progress;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/// What somebody can work out of what is published of a table: for each cell the least and the most
/// that it can be, such that every margin is the sum of its parts and every cell is what it is said
/// to be by itself. Whole numbers may bound a cell further where a table has three columns or more;
/// so may somebody who knows who else is in a cell.
public final class Auditor {

  /// Cells of which a table has at most, for linear programs that end.
  public static final int MOST = 2_000;

  static final long UNBOUNDED = Long.MAX_VALUE;

  private final long[] least;
  private final long[] most;
  private final List<CellTable.Margin> margins;

  /// @param least by cell, what it can be by itself; equal to `most` where the number is published
  /// @param most by cell, [#UNBOUNDED] where nothing is said
  Auditor(CellTable table, long[] least, long[] most) {
    this.least = least;
    this.most = most;
    this.margins = table.margins().stream().filter(this::isOpen).toList();
  }

  /// Of a table in which some cells are withheld, and all others published. In every withheld cell
  /// is somebody, since cells of nobody are published.
  ///
  /// @param withheld by cell
  public static Auditor of(CellTable table, BitSet withheld) {
    var least = new long[table.cells()];
    var most = new long[table.cells()];
    for (int cell = 0; cell < least.length; cell++) {
      least[cell] = withheld.get(cell) ? table.filled(cell) : table.count(cell);
      most[cell] = withheld.get(cell) ? UNBOUNDED : table.count(cell);
    }
    return new Auditor(table, least, most);
  }

  /// Of a rounded table.
  public static Auditor of(ControlledRounding rounding) {
    CellTable table = rounding.table();
    return new Auditor(
        table,
        IntStream.range(0, table.cells()).mapToLong(rounding::least).toArray(),
        IntStream.range(0, table.cells()).mapToLong(rounding::most).toArray());
  }

  private boolean isOpen(int cell) {
    return least[cell] < most[cell];
  }

  private boolean isOpen(CellTable.Margin margin) {
    return isOpen(margin.cell()) || margin.parts().stream().anyMatch(this::isOpen);
  }

  /// What a cell can be.
  public record Bounds(int cell, double least, double most) {}

  /// The bounds of every cell of which the number is not published; where it is stopped, of those
  /// it came to. Two linear programs a cell.
  public List<Bounds> bounds(Progress progress) {
    List<Bounds> bounds = new ArrayList<>();
    int[] open = IntStream.range(0, least.length).filter(this::isOpen).toArray();
    int total = open.length;
    for (int cell : open) {
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
    Variable[] variables = new Variable[least.length];
    for (int each = 0; each < least.length; each++) {
      if (isOpen(each)) {
        variables[each] = model.addVariable("x" + each).lower(least[each]);
        if (most[each] != UNBOUNDED) {
          variables[each].upper(most[each]);
        }
      }
    }
    variables[cell].weight(sign);
    for (CellTable.Margin margin : margins) {
      Expression sum = model.addExpression("m" + margin.cell() + "-" + margin.parts().getFirst());
      long published = isOpen(margin.cell()) ? 0 : least[margin.cell()];
      if (isOpen(margin.cell())) {
        sum.set(variables[margin.cell()], -1);
      }
      for (int part : margin.parts()) {
        if (isOpen(part)) {
          sum.set(variables[part], 1);
        } else {
          published -= least[part];
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
