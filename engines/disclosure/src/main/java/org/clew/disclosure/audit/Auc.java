package org.clew.disclosure.audit;

import java.util.Arrays;

/// The area under the curve of a test: the chance that it scores somebody who was in above somebody
/// who was not, a tie being half. One half is guessing.
final class Auc {

  private Auc() {}

  static double of(double[] ins, double[] outs) {
    double[] sorted = outs.clone();
    Arrays.sort(sorted);
    double below = 0;
    for (double in : ins) {
      below += (first(sorted, in) + first(sorted, Math.nextUp(in))) / 2.0;
    }
    return below / ((double) ins.length * outs.length);
  }

  /// How many are below a value.
  private static int first(double[] sorted, double value) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
