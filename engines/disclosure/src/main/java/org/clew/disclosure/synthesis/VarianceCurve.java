package org.clew.disclosure.synthesis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// How the variance of an error grows with what is estimated: a + b·x + c·x², none of the three
/// below nothing, by weighted least squares on squared errors. How sure that is, is said twice: as
/// if all errors had nothing to do with one another, and by how much tables differ; the larger
/// counts.
final class VarianceCurve {

  private static final int PARTS = 3;

  /// With fewer errors than this nothing is known.
  private static final int FEW = 20;

  /// Times the weights are taken from what was found with the weights before.
  private static final int ROUNDS = 4;

  /// What one part more explains by chance, twice over, in squared standard errors.
  private static final double CHANCE = 2;

  /// How far apart, as a share, two variances are likely to be of things that are alike.
  private static final double ALIKE = 0.5;

  private final double[] parts;

  /// The covariances of the parts, said twice; none where nothing is known.
  private final List<double[][]> unsure;

  private VarianceCurve(double[] parts, List<double[][]> unsure) {
    this.parts = parts;
    this.unsure = unsure;
  }

  /// Errors that were seen, by table.
  static final class Seen {
    private final List<Table> tables = new ArrayList<>();

    /// @param estimates kept as they are
    /// @param squares of the errors, as many
    /// @param noise the variance of what lies on each error beside it, to be taken off
    void add(double[] estimates, double[] squares, double noise) {
      tables.add(new Table(estimates, squares, noise));
    }

    private int count() {
      return tables.stream().mapToInt(each -> each.squares.length).sum();
    }

    private static final class Table {
      private final double[] estimates;
      private final double[] squares;
      private final double noise;

      Table(double[] estimates, double[] squares, double noise) {
        this.estimates = estimates;
        this.squares = squares;
        this.noise = noise;
      }
    }
  }

  static VarianceCurve of(Seen seen) {
    if (seen.count() < FEW) {
      return new VarianceCurve(new double[PARTS], List.of());
    }
    // As by chance, to begin with.
    var found = new VarianceCurve(new double[] {0, 1, 0}, List.of());
    for (int round = 0; round < ROUNDS; round++) {
      found = found.better(seen);
    }
    return found;
  }

  /// A variance, and the square of its standard error.
  record Variance(double likely, double unsure) {
    /// Rather too large than too small.
    double cautious() {
      return likely + Math.sqrt(unsure);
    }

    /// Drawn towards that of something alike, the more, the surer it is beside this one and the
    /// less the two differ but for what is unsure of both. What is alike is no closer than to a
    /// half.
    Variance towards(Variance other) {
      double alike = other.unsure + Math.pow(ALIKE * other.likely, 2);
      double apart = Math.pow(likely - other.likely, 2) - unsure - alike;
      double others = alike + Math.max(0, apart);
      if (others == 0) {
        return this;
      }
      double share = others / (unsure + others);
      return new Variance(share * likely + (1 - share) * other.likely, share * unsure);
    }
  }

  /// Whether anything is known.
  boolean known() {
    return !unsure.isEmpty();
  }

  /// The variance at an estimate; infinite where nothing is known.
  Variance at(double estimate) {
    if (!known()) {
      return new Variance(Double.POSITIVE_INFINITY, 0);
    }
    double[] powers = powers(estimate);
    double square = 0;
    for (double[][] each : unsure) {
      square = Math.max(square, product(powers, product(each, powers)));
    }
    return new Variance(product(parts, powers), square);
  }

  private static double[] powers(double estimate) {
    return new double[] {1, estimate, estimate * estimate};
  }

  private VarianceCurve better(Seen seen) {
    double[][] left = new double[PARTS][PARTS];
    double[] right = new double[PARTS];
    for (Seen.Table table : seen.tables) {
      for (int cell = 0; cell < table.squares.length; cell++) {
        double[] powers = powers(table.estimates[cell]);
        double weight = weight(powers, table.noise);
        for (int i = 0; i < PARTS; i++) {
          right[i] += weight * powers[i] * (table.squares[cell] - table.noise);
        }
        addSquare(left, weight, powers);
      }
    }
    double[] better = notBelowNothing(left, right);
    double[][] alone = inverse(left, better[2] > 0 ? 0b111 : 0b011);
    double[][] between = new double[PARTS][PARTS];
    for (Seen.Table table : seen.tables) {
      double[] pull = new double[PARTS];
      for (int cell = 0; cell < table.squares.length; cell++) {
        double[] powers = powers(table.estimates[cell]);
        double off = table.squares[cell] - table.noise - product(better, powers);
        for (int i = 0; i < PARTS; i++) {
          pull[i] += weight(powers, table.noise) * off * powers[i];
        }
      }
      addSquare(between, 1, product(alone, pull));
    }
    return new VarianceCurve(better, List.of(alone, between));
  }

  /// The square of a normal deviate varies by twice the square of its variance.
  private double weight(double[] powers, double noise) {
    double variance = noise + product(parts, powers);
    return 1 / Math.max(Double.MIN_NORMAL, 2 * variance * variance);
  }

  private static void addSquare(double[][] to, double weight, double[] of) {
    for (int i = 0; i < PARTS; i++) {
      for (int j = 0; j < PARTS; j++) {
        to[i][j] += weight * of[i] * of[j];
      }
    }
  }

  private static double product(double[] one, double[] other) {
    double sum = 0;
    for (int i = 0; i < PARTS; i++) {
      sum += one[i] * other[i];
    }
    return sum;
  }

  private static double[] product(double[][] matrix, double[] vector) {
    double[] out = new double[PARTS];
    for (int i = 0; i < PARTS; i++) {
      out[i] = product(matrix[i], vector);
    }
    return out;
  }

  /// Of all choices of parts that are left at nothing, the best one of those whose other parts are
  /// above it; the last part is left at nothing where it explains no more than chance would.
  private static double[] notBelowNothing(double[][] left, double[] right) {
    double[] best = new double[PARTS];
    double gain = 0;
    for (int chosen = 1; chosen < 1 << PARTS; chosen++) {
      double[] parts = product(inverse(left, chosen), right);
      double gained = product(parts, right) - (chosen < 0b100 ? 0 : CHANCE);
      if (Arrays.stream(parts).allMatch(each -> each >= 0) && gained > gain) {
        gain = gained;
        best = parts;
      }
    }
    return best;
  }

  /// The inverse of the rows and columns of a symmetric matrix that are chosen, and nothing
  /// elsewhere. Parts of which nothing is known come out as hardly known at all.
  private static double[][] inverse(double[][] of, int chosen) {
    double[] scale = new double[PARTS];
    double[][] work = new double[PARTS][2 * PARTS];
    for (int i = 0; i < PARTS; i++) {
      scale[i] = of[i][i] > 0 ? 1 / Math.sqrt(of[i][i]) : 1e12;
    }
    for (int i = 0; i < PARTS; i++) {
      for (int j = 0; j < PARTS; j++) {
        boolean both = ((chosen >> i) & (chosen >> j) & 1) == 1;
        work[i][j] = both ? of[i][j] * scale[i] * scale[j] : 0;
      }
      work[i][i] += ((chosen >> i) & 1) == 1 ? 1e-9 : 1;
      work[i][PARTS + i] = 1;
    }
    eliminate(work);
    double[][] inverse = new double[PARTS][PARTS];
    for (int i = 0; i < PARTS; i++) {
      for (int j = 0; j < PARTS; j++) {
        boolean both = ((chosen >> i) & (chosen >> j) & 1) == 1;
        inverse[i][j] = both ? work[i][PARTS + j] * scale[i] * scale[j] : 0;
      }
    }
    return inverse;
  }

  /// Gauss and Jordan, on a positive definite matrix beside what is to become its inverse.
  private static void eliminate(double[][] work) {
    for (int pivot = 0; pivot < PARTS; pivot++) {
      double by = work[pivot][pivot];
      for (int j = 0; j < 2 * PARTS; j++) {
        work[pivot][j] /= by;
      }
      for (int i = 0; i < PARTS; i++) {
        double times = work[i][pivot];
        for (int j = 0; j < 2 * PARTS && i != pivot; j++) {
          work[i][j] -= times * work[pivot][j];
        }
      }
    }
  }
}
