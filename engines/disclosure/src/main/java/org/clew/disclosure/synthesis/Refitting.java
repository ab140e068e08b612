package org.clew.disclosure.synthesis;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.clew.disclosure.Progress;
import org.clew.disclosure.StructuralZeros;

/// Makes rows from tables that were measured all at once. What is to be expected of pairs without
/// their own noise is seen on rows that are fitted to half of them: of each half from the other.
final class Refitting {

  private final int[] sizes;
  private final StructuralZeros zeros;
  private final Measurements measured;
  private final SplittableRandom lots;
  private final Progress progress;

  private final List<Measured> columns;
  private final Expected expected = new Expected();
  private final int steps;
  private int done;

  Refitting(
      int[] sizes, StructuralZeros zeros, Measurements measured, long lots, Progress progress) {
    this.sizes = sizes;
    this.zeros = zeros;
    this.measured = measured;
    this.lots = new SplittableRandom(lots);
    this.progress = progress;
    columns = of(1);
    steps = (of(3).isEmpty() ? 3 : 4) * Fitting.STEPS;
  }

  Synthetic run() {
    List<Measured> one = new ArrayList<>();
    List<Measured> other = new ArrayList<>();
    of(2).forEach(each -> (lots.nextInt(2) == 0 ? one : other).add(each));
    fitted(one, other);
    Rows rows = fitted(other, one);
    fit(rows, measured.tables().stream().filter(each -> each.scope().length() < 3).toList());
    List<Measured> triples = of(3);
    if (!triples.isEmpty()) {
      expect(triples, rows);
      fit(rows, measured.tables());
    }
    expected.learn(measured.tables());
    return Synthetic.of(rows.data(), measured, expected, this::hear);
  }

  private List<Measured> of(int length) {
    return measured.tables().stream().filter(each -> each.scope().length() == length).toList();
  }

  /// Rows fitted to some pairs, from which others are expected.
  private Rows fitted(List<Measured> pairs, List<Measured> others) {
    Rows rows = Rows.apart(measured.people(), sizes, columns, zeros, lots.split());
    fit(rows, Stream.concat(columns.stream(), pairs.stream()).toList());
    expect(others, rows);
    return rows;
  }

  private void expect(List<Measured> tables, Rows rows) {
    for (Measured each : tables) {
      hear();
      expected.add(each.scope(), rows.data());
    }
  }

  private void fit(Rows rows, List<Measured> tables) {
    new Fitting(rows, this::step, this::hear).to(tables);
  }

  private void step() {
    done++;
    hear();
  }

  private void hear() {
    progress.demandGoingOn(done, steps);
  }
}
