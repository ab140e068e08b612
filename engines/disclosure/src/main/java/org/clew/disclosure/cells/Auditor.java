package org.clew.disclosure.cells;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.clew.disclosure.Progress;
import org.clew.disclosure.Stopped;
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

  /// By cell: the first of those that change with it, directly or by others; itself where none do.
  private final int[] first;

  /// @param least by cell, what it can be by itself; equal to `most` where the number is published
  /// @param most by cell, [#UNBOUNDED] where nothing is said
  Auditor(CellTable table, long[] least, long[] most) {
    this.least = least;
    this.most = most;
    this.margins = table.margins().stream().filter(this::isOpen).toList();
    this.first = IntStream.range(0, least.length).toArray();
    margins.forEach(this::join);
  }

  private void join(CellTable.Margin margin) {
    int[] open = cells(margin).filter(this::isOpen).toArray();
    for (int cell : open) {
      first[first(cell)] = first(open[0]);
    }
  }

  private static IntStream cells(CellTable.Margin margin) {
    return IntStream.concat(
        IntStream.of(margin.cell()), margin.parts().stream().mapToInt(Integer::intValue));
  }

  private int first(int cell) {
    int at = cell;
    while (first[at] != at) {
      first[at] = first[first[at]];
      at = first[at];
    }
    return at;
  }

  /// Of a table in which some cells are withheld, and all others published. In every withheld cell
  /// is somebody, since cells of nobody are published.
  ///
  /// @param withheld by cell
  public static Auditor of(CellTable table, BitSet withheld) {
    return of(table, withheld, 1);
  }

  /// The same where so many people, at least, are in every withheld cell.
  static Auditor of(CellTable table, BitSet withheld, int people) {
    var least = new long[table.cells()];
    var most = new long[table.cells()];
    for (int cell = 0; cell < least.length; cell++) {
      least[cell] = withheld.get(cell) ? (long) people * table.filled(cell) : table.count(cell);
      most[cell] = withheld.get(cell) ? UNBOUNDED : table.count(cell);
    }
    return new Auditor(table, least, most);
  }

  private boolean isOpen(int cell) {
    return least[cell] < most[cell];
  }

  private boolean isOpen(CellTable.Margin margin) {
    return cells(margin).anyMatch(this::isOpen);
  }

  /// What a cell can be.
  public record Bounds(int cell, double least, double most) {}

  /// The bounds of every cell of which the number is not published. Two linear programs a cell.
  ///
  /// @throws Stopped when it was stopped
  /// @throws Unsolved when no way was found
  public List<Bounds> bounds(Progress progress) {
    List<Bounds> bounds = new ArrayList<>();
    int[] open = IntStream.range(0, least.length).filter(this::isOpen).toArray();
    int total = open.length;
    for (int cell : open) {
      if (progress.heard(bounds.size(), total) == Progress.Answer.STOP) {
        throw new Stopped();
      }
      bounds.add(bounds(cell));
    }
    progress.heard(total, total);
    return bounds;
  }

  /// The bounds of one.
  public Bounds bounds(int cell) {
    return new Bounds(cell, extreme(cell, -1)[cell], extreme(cell, 1)[cell]);
  }

  private double[] extreme(int cell, int sign) {
    return table(cell, sign)
        .orElseThrow(() -> new Unsolved("The true table fulfils every margin, but was not found."));
  }

  /// A table in which a cell is the least or the most that it can be, by cell; what does not change
  /// with it is no number. Empty where there is none.
  ///
  /// @param sign 1 for the most, -1 for the least
  Optional<double[]> table(int cell, int sign) {
    var model = new ExpressionsBasedModel();
    Variable[] variables = new Variable[least.length];
    double[] found = new double[least.length];
    Arrays.fill(found, Double.NaN);
    for (int each = 0; each < least.length; each++) {
      if (isOpen(each) && first(each) == first(cell)) {
        variables[each] = model.addVariable("x" + each).lower(least[each]);
        if (most[each] != UNBOUNDED) {
          variables[each].upper(most[each]);
        }
      }
    }
    variables[cell].weight(sign);
    margins.stream()
        .filter(margin -> isOf(margin, first(cell)))
        .forEach(margin -> keep(margin, model, variables));
    Optimisation.Result result = model.maximise();
    if (result.getState() == Optimisation.State.UNBOUNDED) {
      found[cell] = Double.POSITIVE_INFINITY;
      return Optional.of(found);
    }
    if (!result.getState().isFeasible()) {
      return Optional.empty();
    }
    for (int each = 0; each < found.length; each++) {
      if (variables[each] != null) {
        found[each] = variables[each].getValue().doubleValue();
      }
    }
    return Optional.of(found);
  }

  private boolean isOf(CellTable.Margin margin, int of) {
    return cells(margin).anyMatch(cell -> isOpen(cell) && first(cell) == of);
  }

  private void keep(CellTable.Margin margin, ExpressionsBasedModel model, Variable[] variables) {
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
}
