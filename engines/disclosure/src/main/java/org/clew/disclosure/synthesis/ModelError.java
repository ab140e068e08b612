package org.clew.disclosure.synthesis;

import java.util.Arrays;
import java.util.List;
import org.clew.disclosure.Microdata;

/// How far the rows' counts are off where nothing was measured, by how large the count is: seen on
/// tables by lot that the rows were not fitted to, in their cells of which everything is known.
/// What the noise of those tables adds is taken off, and one standard error of the figure itself
/// put on, so that a small budget makes it larger, never smaller, than it is.
public final class ModelError {

  private static final int BINS = 32;

  /// With fewer cells than this a size of count shares the figure of the next ones.
  private static final int FEW = 20;

  private final double[] variances;

  private ModelError(double[] variances) {
    this.variances = variances;
  }

  /// @param checks none of them used for making the rows
  static ModelError of(Microdata rows, List<Measured> checks) {
    return new ModelError(variances(rows, checks));
  }

  private static double[] variances(Microdata rows, List<Measured> checks) {
    double[] variances = new double[BINS];
    if (checks.isEmpty()) {
      Arrays.fill(variances, Double.POSITIVE_INFINITY);
      return variances;
    }
    double[] squares = new double[BINS];
    long[] cells = new long[BINS];
    for (Measured check : checks) {
      int[] counts = check.scope().count(rows);
      for (int cell = 0; cell < counts.length; cell++) {
        if (check.scope().allKnown(cell)) {
          double off = counts[cell] - check.noisy(cell);
          squares[bin(counts[cell])] += off * off;
          cells[bin(counts[cell])]++;
        }
      }
    }
    double noise = checks.getFirst().variance();
    int from = 0;
    double before = 0;
    double sum = 0;
    long seen = 0;
    for (int bin = 0; bin < BINS; bin++) {
      sum += squares[bin];
      seen += cells[bin];
      boolean last = bin == BINS - 1;
      if (seen >= FEW || last) {
        double mean = seen == 0 ? Double.POSITIVE_INFINITY : sum / seen;
        double error = Math.sqrt(2.0 / Math.max(1, seen)) * Math.max(mean, noise);
        before = Math.max(before, Math.max(0, mean - noise) + error);
        Arrays.fill(variances, from, bin + 1, before);
        from = bin + 1;
        sum = 0;
        seen = 0;
      }
    }
    return variances;
  }

  /// Nothing, one, two and three, four to seven, …
  private static int bin(int count) {
    return count == 0 ? 0 : 32 - Integer.numberOfLeadingZeros(count);
  }

  /// The standard deviation of a count's error; infinite where nothing was checked.
  ///
  /// @param count as the rows have it
  public double deviation(int count) {
    return Math.sqrt(variances[Math.min(bin(count), BINS - 1)]);
  }
}
