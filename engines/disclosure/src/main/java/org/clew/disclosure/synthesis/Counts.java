package org.clew.disclosure.synthesis;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.clew.disclosure.Microdata;
import org.clew.disclosure.NineInTen;
import org.clew.disclosure.Scope;
import org.clew.disclosure.synthesis.Combination.Basis;

/// How many people have which combination of values: where a table was measured, as it says, drawn
/// towards what was expected of it before ([Expected]); elsewhere as the rows have it, without the
/// chance that is in them ([Smoothing]). Each with an interval that holds the true number about
/// nine times in ten, and only those that are worth telling: large enough, and with an interval
/// that leaves nothing out of the question but their absence.
public final class Counts {

  /// Of the counts told, so many may be of the noise's making.
  private static final double NOISE_ALONE = 0.05;

  private final Synthetic made;
  private final Microdata rows;
  private final Runnable going;
  private long few;
  private long unsure;

  private Counts(Synthetic made, Runnable going) {
    this.made = made;
    this.going = going;
    rows = made.rows();
  }

  /// Hands over the combinations of one to `longest` values with a count of at least `least`, by
  /// columns and codes.
  ///
  /// @param longest 3 at most
  /// @param least 1 at least
  /// @param going run before each table; may throw
  /// @return by length, what rows have and is not told
  public static List<Withheld> of(
      Synthetic made, int longest, int least, Runnable going, Consumer<Combination> taker) {
    var counts = new Counts(made, going);
    List<Withheld> withheld = new ArrayList<>();
    for (int length = 1; length <= Math.min(longest, made.rows().width()); length++) {
      counts.few = 0;
      counts.unsure = 0;
      counts.gather(new int[length], 0, least, taker);
      withheld.add(new Withheld(length, counts.few, counts.unsure));
    }
    return withheld;
  }

  private void gather(int[] columns, int place, int least, Consumer<Combination> taker) {
    if (place == columns.length) {
      if (Scope.cells(rows.sizes(), columns) <= Scope.MOST) {
        tell(Scope.of(rows.sizes(), columns), least, taker);
      }
      return;
    }
    for (int column = place == 0 ? 0 : columns[place - 1] + 1; column < rows.width(); column++) {
      columns[place] = column;
      gather(columns, place + 1, least, taker);
    }
  }

  private void tell(Scope scope, int least, Consumer<Combination> taker) {
    going.run();
    int[] counts = scope.count(rows);
    double[] estimates = Smoothing.of(scope, counts);
    Estimate measured = new Estimate(scope, made.measurements());
    List<Candidate> candidates = new ArrayList<>();
    int looked = 0;
    for (int cell = 0; cell < counts.length; cell++) {
      if (scope.allKnown(cell)) {
        looked++;
        // What no row has is not told: it may be what nobody can be.
        if (counts[cell] > 0) {
          Combination each = combination(scope, cell, counts[cell], estimates[cell], measured);
          if (each.count() < least) {
            few++;
          } else if (each.low() == 0) {
            unsure++;
          } else {
            candidates.add(new Candidate(each, measured.of(cell) / measured.deviation()));
          }
        }
      }
    }
    double from = clear(candidates, looked);
    for (Candidate each : candidates) {
      if (each.combination().basis() == Basis.MODELLED || each.away() >= from) {
        taker.accept(each.combination());
      } else {
        unsure++;
      }
    }
  }

  /// @param away how many standard deviations of its noise what was measured lies above nothing
  private record Candidate(Combination combination, double away) {}

  /// From where on a measured count lies so far above nothing that among those told no more than
  /// one in twenty would be of the noise's making, had nobody been there at all (Benjamini and
  /// Hochberg 1995). Where there is little but noise, nothing is told.
  private static double clear(List<Candidate> candidates, int looked) {
    double[] aways =
        candidates.stream()
            .filter(each -> each.combination().basis() == Basis.MEASURED)
            .mapToDouble(Candidate::away)
            .sorted()
            .toArray();
    double from = Double.POSITIVE_INFINITY;
    for (int rank = 1; rank <= aways.length; rank++) {
      double away = aways[aways.length - rank];
      if (looked * tail(away) <= NOISE_ALONE * rank) {
        from = away;
      }
    }
    return from;
  }

  /// The chance that a normal distribution lies so far above its mean (Abramowitz and Stegun
  /// 26.2.17).
  private static double tail(double away) {
    double t = 1 / (1 + 0.2316419 * away);
    double series =
        t
            * (0.319381530
                + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
    return Math.exp(-away * away / 2) / Math.sqrt(2 * Math.PI) * series;
  }

  private Combination combination(
      Scope scope, int cell, int count, double estimate, Estimate measured) {
    Figure figure = figure(scope, cell, count, estimate, measured);
    double half = NineInTen.HALF * figure.deviation();
    long low = (long) Math.max(0, Math.floor(figure.middle() - half));
    long high = (long) Math.max(0, Math.ceil(figure.middle() + half));
    List<Integer> columns = new ArrayList<>();
    List<Integer> codes = new ArrayList<>();
    for (int place = 0; place < scope.length(); place++) {
      columns.add(scope.column(place));
      codes.add(scope.code(cell, place));
    }
    return new Combination(
        columns, codes, Math.max(0, Math.round(figure.middle())), low, high, figure.basis());
  }

  /// @param deviation of its error
  private record Figure(double middle, double deviation, Basis basis) {}

  private Figure figure(Scope scope, int cell, int count, double estimate, Estimate measured) {
    if (made.expected().of(scope)) {
      return drawn(scope, cell, count, measured);
    }
    double ofModel = made.error().deviation(scope.length(), estimate);
    boolean byMeasure = measured.fittedDirectly() || measured.deviation() <= ofModel;
    double middle =
        measured.fitted() && byMeasure
            ? (count + measured.of(cell)) / 2
            : surer(estimate, made.error().likely(scope.length(), estimate), measured, cell);
    return byMeasure
        ? new Figure(middle, measured.deviation(), Basis.MEASURED)
        : new Figure(middle, ofModel, Basis.MODELLED);
  }

  /// Towards what was expected, and up to half of the way from there to the rows: they know of
  /// other tables, too, but the louder the noise, the more of it is in them.
  private Figure drawn(Scope scope, int cell, int count, Estimate measured) {
    double variance = measured.deviation() * measured.deviation();
    ErrorMixture.Cell drawn = made.expected().beside(scope, cell, measured.of(cell), variance);
    double share = Math.min(1, drawn.variance() / variance) / 2;
    return new Figure(
        share * count + (1 - share) * drawn.mean(), Math.sqrt(drawn.variance()), Basis.MEASURED);
  }

  /// What the rows say and what was measured, by how sure each is, where the rows were not fitted
  /// to it.
  private static double surer(double estimate, double ofModel, Estimate measured, int cell) {
    if (measured.fitted() || Double.isInfinite(measured.deviation())) {
      return estimate;
    }
    double share = 1 / (1 + measured.deviation() * measured.deviation() / ofModel);
    return share * measured.of(cell) + (1 - share) * estimate;
  }

  /// What the measured tables say of a scope, the surer ones counting for more.
  private static final class Estimate {

    private final double[] cells;
    private double weights;
    private final boolean fittedDirectly;
    private final boolean fitted;

    Estimate(Scope scope, Measurements measured) {
      cells = new double[scope.cells()];
      measured.tables().forEach(table -> add(table, scope));
      fitted = weights > 0;
      fittedDirectly = measured.tables().stream().anyMatch(each -> each.scope().equals(scope));
      measured.checks().forEach(table -> add(table, scope));
    }

    private void add(Measured table, Scope scope) {
      if (!table.scope().covers(scope)) {
        return;
      }
      double weight = scope.cells() / (table.variance() * table.scope().cells());
      weights += weight;
      for (int cell = 0; cell < table.scope().cells(); cell++) {
        cells[onto(table.scope(), cell, scope)] += weight * table.noisy(cell);
      }
    }

    /// Whether the rows were fitted to any of it.
    boolean fitted() {
      return fitted;
    }

    /// Whether the rows were fitted to the scope itself.
    boolean fittedDirectly() {
      return fittedDirectly;
    }

    double of(int cell) {
      return cells[cell] / weights;
    }

    /// Of each cell's error; infinite where no table covers the scope.
    double deviation() {
      return Math.sqrt(1 / weights);
    }

    /// The cell of a smaller scope that a cell adds to.
    private static int onto(Scope from, int cell, Scope to) {
      int at = 0;
      for (int place = 0; place < to.length(); place++) {
        at += from.code(cell, from.place(to.column(place))) * to.stride(place);
      }
      return at;
    }
  }
}
