package org.clew.disclosure.audit;

import java.util.Arrays;
import java.util.List;

/// Several traces as one number, weighed so that it tells best whether somebody was in the list
/// (Fisher's linear discriminant), as learned from runs of which that is known.
final class Discriminant {

  /// Put on the diagonal, in variances, so that traces that say the same do no harm.
  private static final double RIDGE = 1e-3;

  private final List<Trace> traces;
  private final double[] weights;

  private Discriminant(List<Trace> traces, double[] weights) {
    this.traces = traces;
    this.weights = weights;
  }

  /// Learns.
  ///
  /// @param with what was seen where they were in, one at least
  /// @param without where they were not
  static Discriminant of(List<Trace> traces, List<Seen> with, List<Seen> without) {
    int size = traces.size();
    double[] ins = mean(traces, with);
    double[] outs = mean(traces, without);
    double[][] spread = new double[size][size + 1];
    add(traces, with, ins, spread);
    add(traces, without, outs, spread);
    for (int i = 0; i < size; i++) {
      spread[i][i] = spread[i][i] * (1 + RIDGE) + 1e-12;
      spread[i][size] = (ins[i] - outs[i]) * (with.size() + without.size());
    }
    return new Discriminant(List.copyOf(traces), solved(spread));
  }

  private static double[] mean(List<Trace> traces, List<Seen> all) {
    double[] mean = new double[traces.size()];
    for (Seen seen : all) {
      for (int i = 0; i < mean.length; i++) {
        mean[i] += traces.get(i).of(seen) / all.size();
      }
    }
    return mean;
  }

  private static void add(List<Trace> traces, List<Seen> all, double[] mean, double[][] spread) {
    double[] off = new double[mean.length];
    for (Seen seen : all) {
      for (int i = 0; i < off.length; i++) {
        off[i] = traces.get(i).of(seen) - mean[i];
      }
      for (int i = 0; i < off.length; i++) {
        for (int j = 0; j < off.length; j++) {
          spread[i][j] += off[i] * off[j];
        }
      }
    }
  }

  /// The solution of a positive definite system, its right side in the last column (Gauss).
  private static double[] solved(double[][] system) {
    int size = system.length;
    for (int i = 0; i < size; i++) {
      for (int j = i + 1; j < size; j++) {
        double factor = system[j][i] / system[i][i];
        for (int k = i; k <= size; k++) {
          system[j][k] -= factor * system[i][k];
        }
      }
    }
    double[] out = new double[size];
    for (int i = size - 1; i >= 0; i--) {
      double right = system[i][size];
      for (int j = i + 1; j < size; j++) {
        right -= system[i][j] * out[j];
      }
      out[i] = right / system[i][i];
    }
    return out;
  }

  /// The more, the more likely they were in.
  double of(Seen seen) {
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i] * traces.get(i).of(seen);
    }
    return sum;
  }

  @Override
  public String toString() {
    return traces + " " + Arrays.toString(weights);
  }
}
