package org.clew.disclosure.synthesis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.clew.disclosure.Microdata;

/// How far estimates from the rows are off where nothing was measured, by how large they are: seen
/// on tables by lot that the rows were not fitted to, in their cells of which everything is known.
/// The variance of an estimate's error is taken to be a sum of a part that is always there, one
/// that grows with the estimate, as chance does, and one that grows with its square, as a share
/// does; none of them below nothing. What the noise of the tables adds is taken off, and one
/// standard error of the whole put on, so that a small budget makes it rather larger than smaller
/// than it is. Estimates of three columns are about as far off as those of two of the same size,
/// and seldom further: where the tables of three say little, those of two have a say. Not the other
/// way round.
public final class ModelError {

  private static final int LONGEST = 3;

  /// By length of combinations, from 0.
  private final List<VarianceCurve> curves;

  private ModelError(List<VarianceCurve> curves) {
    this.curves = curves;
  }

  /// @param checks none of them used for making the rows
  /// @param going run before each of them; may throw
  static ModelError of(Microdata rows, List<Measured> checks, Runnable going) {
    List<VarianceCurve> curves = new ArrayList<>();
    for (int length = 0; length <= LONGEST; length++) {
      int asked = length;
      curves.add(
          curve(
              rows,
              checks.stream().filter(each -> each.scope().length() == asked).toList(),
              going));
    }
    return new ModelError(curves);
  }

  private static VarianceCurve curve(Microdata rows, List<Measured> checks, Runnable going) {
    var seen = new VarianceCurve.Seen();
    for (Measured check : checks) {
      going.run();
      int[] known =
          IntStream.range(0, check.scope().cells()).filter(check.scope()::allKnown).toArray();
      double[] all = Smoothing.of(check.scope(), check.scope().count(rows));
      double[] estimates = Arrays.stream(known).mapToDouble(cell -> all[cell]).toArray();
      double[] squares =
          Arrays.stream(known).mapToDouble(cell -> square(all[cell] - check.noisy(cell))).toArray();
      seen.add(estimates, squares, check.variance());
    }
    return VarianceCurve.of(seen);
  }

  private static double square(double of) {
    return of * of;
  }

  /// The variance of an estimate's error, as likely too small as too large.
  double likely(int length, double estimate) {
    return at(length, estimate).likely();
  }

  /// The standard deviation of an estimate's error, rather too large than too small; infinite where
  /// nothing was checked.
  ///
  /// @param length of the combination, from 1 to 3
  /// @param estimate from the rows
  public double deviation(int length, double estimate) {
    return Math.sqrt(at(length, estimate).cautious());
  }

  private VarianceCurve.Variance at(int length, double estimate) {
    VarianceCurve own = curves.get(length);
    VarianceCurve pairs = curves.get(2);
    return length == LONGEST && own.known() && pairs.known()
        ? own.at(estimate).towards(pairs.at(estimate))
        : own.at(estimate);
  }
}
