package org.clew.disclosure.risk;

import java.util.Map;
import java.util.OptionalDouble;

/// Pitman's sampling formula (Hoshino, "Applying Pitman's Sampling Formula to Microdata Disclosure
/// Risk Assessment", 2001): θ and α by maximum likelihood, and the number of uniques in a
/// population of N, Γ(θ + 1) / Γ(θ + α) · N^α.
final class Pitman {

  private static final int STEPS = 200;
  private static final double EXACT = 1e-10;

  private final int[] sizes;
  private final int[] counts;
  private final int classes;
  private final int rows;

  private Pitman(Map<Integer, Integer> histogram) {
    this.sizes = histogram.keySet().stream().mapToInt(Integer::intValue).toArray();
    this.counts = histogram.values().stream().mapToInt(Integer::intValue).toArray();
    int all = 0;
    int of = 0;
    for (int i = 0; i < sizes.length; i++) {
      all += sizes[i] * counts[i];
      of += counts[i];
    }
    this.rows = all;
    this.classes = of;
  }

  /// How many people of the population are alone in it; empty where the likelihood has no greatest
  /// value inside.
  static OptionalDouble uniques(Map<Integer, Integer> histogram, double population) {
    var pitman = new Pitman(histogram);
    // For each α there is one best θ, so that the likelihood has one variable left.
    double low = 1e-9;
    double high = 1 - 1e-9;
    if (pitman.slope(low) <= 0 || pitman.slope(high) >= 0) {
      return OptionalDouble.empty();
    }
    for (int i = 0; i < STEPS && high - low > EXACT * high; i++) {
      double middle = (low + high) / 2;
      if (pitman.slope(middle) > 0) {
        low = middle;
      } else {
        high = middle;
      }
    }
    double alpha = (low + high) / 2;
    double theta = pitman.theta(alpha);
    return OptionalDouble.of(
        Math.exp(logGamma(theta + 1) - logGamma(theta + alpha) + alpha * Math.log(population)));
  }

  /// The derivative of the log-likelihood by α, where θ is the best for it.
  private double slope(double alpha) {
    double theta = theta(alpha);
    double slope = 0;
    for (int i = 1; i < classes; i++) {
      slope += i / (theta + i * alpha);
    }
    for (int i = 0; i < sizes.length; i++) {
      double inside = 0;
      for (int j = 1; j < sizes[i]; j++) {
        inside += 1 / (j - alpha);
      }
      slope -= counts[i] * inside;
    }
    return slope;
  }

  /// Where the derivative by θ is nought: it falls from above to below.
  private double theta(double alpha) {
    double low = -alpha * (1 - 1e-12);
    double high = Math.max(1, rows);
    while (derivative(high, alpha) > 0 && high < 1e12) {
      high *= 8;
    }
    for (int i = 0; i < STEPS && high - low > EXACT * Math.max(1, Math.abs(high)); i++) {
      double middle = (low + high) / 2;
      if (derivative(middle, alpha) > 0) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }

  private double derivative(double theta, double alpha) {
    double derivative = 0;
    for (int i = 1; i < classes; i++) {
      derivative += 1 / (theta + i * alpha);
    }
    for (int i = 1; i < rows; i++) {
      derivative -= 1 / (theta + i);
    }
    return derivative;
  }

  /// Stirling's series, for arguments above 0.
  private static double logGamma(double of) {
    double shift = 0;
    double x = of;
    while (x < 15) {
      shift -= Math.log(x);
      x++;
    }
    double inverse = 1 / (x * x);
    return shift
        + (x - 0.5) * Math.log(x)
        - x
        + Math.log(2 * Math.PI) / 2
        + (1.0 / 12 - inverse * (1.0 / 360 - inverse * (1.0 / 1260 - inverse / 1680))) / x;
  }
}
