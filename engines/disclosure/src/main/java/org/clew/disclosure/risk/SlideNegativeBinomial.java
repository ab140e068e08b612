package org.clew.disclosure.risk;

import java.util.Map;
import java.util.OptionalDouble;

/// The slide negative binomial model (Chen and Keller-McNulty, "Estimation of Identification
/// Disclosure Risk in Microdata", 1998): a class of the population has one person more than a
/// negative binomial of α and β, and each person is in the table by the same chance. α and β are
/// such that as many classes of one and of two rows are expected as there are; the number of
/// classes of the population is Shlosser's estimate (Haas and Stokes 1998).
final class SlideNegativeBinomial {

  private static final int GRID = 2000;
  private static final int STEPS = 100;

  private final double fraction;
  private final double classes;
  private final double ones;
  private final double twos;

  private SlideNegativeBinomial(double fraction, double classes, double ones, double twos) {
    this.fraction = fraction;
    this.classes = classes;
    this.ones = ones;
    this.twos = twos;
  }

  /// How many people of the population are alone in it; empty where no α and β fit.
  static OptionalDouble uniques(Map<Integer, Integer> histogram, double population) {
    double rows = 0;
    for (Map.Entry<Integer, Integer> each : histogram.entrySet()) {
      rows += (double) each.getKey() * each.getValue();
    }
    double fraction = rows / population;
    var model =
        new SlideNegativeBinomial(
            fraction,
            shlosser(histogram, fraction),
            histogram.getOrDefault(1, 0),
            histogram.getOrDefault(2, 0));
    return model.twos == 0 || fraction >= 1 ? OptionalDouble.empty() : model.uniques();
  }

  private static double shlosser(Map<Integer, Integer> histogram, double fraction) {
    double square = fraction * fraction;
    double found = 0;
    double first = 0;
    double second = 0;
    double third = 0;
    double fourth = 0;
    for (Map.Entry<Integer, Integer> each : histogram.entrySet()) {
      int size = each.getKey();
      double of = each.getValue();
      double missed = Math.pow(1 - fraction, size) * of;
      found += of;
      first += size * square * Math.pow(1 - square, size - 1) * of;
      second += missed * (Math.pow(1 + fraction, size) - 1);
      third += missed;
      fourth += size * fraction * Math.pow(1 - fraction, size - 1) * of;
    }
    double ratio = third / fourth;
    return found + histogram.getOrDefault(1, 0) * (first / second) * ratio * ratio;
  }

  private OptionalDouble uniques() {
    double before = 1.0 / GRID;
    double missedBefore = missed(before);
    for (int i = 2; i < GRID; i++) {
      double beta = (double) i / GRID;
      double missed = missed(beta);
      if (missedBefore * missed <= 0) {
        double solved = solve(before, beta, missedBefore);
        return OptionalDouble.of(classes * Math.pow(solved, alpha(solved)));
      }
      before = beta;
      missedBefore = missed;
    }
    return OptionalDouble.empty();
  }

  private double solve(double from, double to, double missedFrom) {
    double low = from;
    double high = to;
    for (int i = 0; i < STEPS; i++) {
      double middle = (low + high) / 2;
      if (missedFrom * missed(middle) > 0) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }

  /// How many more classes of one row are expected than there are.
  private double missed(double beta) {
    double alpha = alpha(beta);
    double gone = (1 - beta) * (1 - fraction);
    double kept = 1 - gone;
    return classes * fraction * Math.pow(beta / kept, alpha) * (1 + alpha * gone / kept) - ones;
  }

  /// The α for which classes of two and of one row are expected in the proportion they are in: the
  /// positive solution of a quadratic equation.
  private double alpha(double beta) {
    double rest = 1 - beta;
    double gone = rest * (1 - fraction);
    double kept = 1 - gone;
    double ratio = twos / ones;
    double a = fraction * rest * gone / 2;
    double b = fraction * rest * (2 - gone) / 2 - ratio * kept * gone;
    double c = -ratio * kept * kept;
    return (-b + Math.sqrt(b * b - 4 * a * c)) / (2 * a);
  }
}
