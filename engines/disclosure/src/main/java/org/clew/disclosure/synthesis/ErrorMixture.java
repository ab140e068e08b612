package org.clew.disclosure.synthesis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// How far what people have lies from what was expected, for each size of expectation by itself: a
/// mixture of normal distributions about nothing, from narrow to wide. Learned from noisy counts,
/// with what their noise adds taken apart (adaptive shrinkage, Stephens 2017, by expectation and
/// maximisation). Where a few are far off and most are not, the mixture says so, and leaves the few
/// where they were measured.
final class ErrorMixture {

  /// From no variance at all, each then twice the one before.
  private static final int PARTS = 28;

  /// The second part's variance in that of the noise.
  private static final double NARROWEST = 1.0 / 8;

  /// So many cells each size is thought to have seen before any, spread evenly over the parts.
  private static final double LITTLE = 3;

  private static final int ROUNDS = 60;
  private static final int SIZES = 33;
  private static final int BINS = 256;

  /// Bins of distances where these double.
  private static final double BINS_OF_A_DOUBLING = 8;

  private final double[] variances = new double[PARTS];
  private final double[][] shares = new double[SIZES][];

  private ErrorMixture() {}

  /// What a cell is taken to have, and how sure that is.
  record Cell(double mean, double variance) {}

  /// Noisy counts beside what was expected of them: of each noise, by size and by distance, how
  /// many and the sum of their squared distances.
  static final class Seen {
    private final Map<Double, double[][][]> byNoise = new TreeMap<>();

    /// @param noise its variance
    void add(double expected, double measured, double noise) {
      double off = measured - expected;
      double doublings = Math.log1p(Math.abs(off) / Math.sqrt(noise)) / Math.log(2);
      int bin = (int) Math.min(BINS - 1, BINS_OF_A_DOUBLING * doublings);
      double[] to =
          byNoise.computeIfAbsent(noise, _ -> new double[SIZES][BINS][2])[size(expected)][bin];
      to[0]++;
      to[1] += off * off;
    }

    private double cells(int size) {
      return byNoise.values().stream()
          .flatMap(each -> Arrays.stream(each[size]))
          .mapToDouble(bin -> bin[0])
          .sum();
    }

    private double least() {
      return byNoise.keySet().stream().mapToDouble(Double::doubleValue).min().orElse(1);
    }
  }

  static ErrorMixture of(Seen seen) {
    var mixture = new ErrorMixture();
    double variance = seen.least() * NARROWEST;
    for (int part = 1; part < PARTS; part++) {
      mixture.variances[part] = variance;
      variance *= 2;
    }
    for (int size = 0; size < SIZES; size++) {
      mixture.shares[size] = mixture.learned(seen, size);
    }
    return mixture;
  }

  /// Nothing, one, two and three, four to seven, …
  private static int size(double count) {
    return 32 - Integer.numberOfLeadingZeros((int) Math.round(count));
  }

  /// How much of a size is of which part.
  private double[] learned(Seen seen, int size) {
    List<double[]> likelihoods = new ArrayList<>();
    List<Double> cells = new ArrayList<>();
    // Of what was never seen anything may be.
    double largest = seen.cells(size) == 0 ? Double.POSITIVE_INFINITY : 0;
    for (Map.Entry<Double, double[][][]> each : seen.byNoise.entrySet()) {
      for (double[] bin : each.getValue()[size]) {
        if (bin[0] > 0) {
          double square = bin[1] / bin[0];
          largest = Math.max(largest, square);
          likelihoods.add(likelihoods(square, each.getKey()));
          cells.add(bin[0]);
        }
      }
    }
    double[] before = new double[PARTS];
    for (int part = 0; part == 0 || (part < PARTS && variances[part - 1] < largest); part++) {
      before[part] = 1;
    }
    double parts = Arrays.stream(before).sum();
    before = Arrays.stream(before).map(each -> each / parts).toArray();
    double[] shares = before;
    for (int round = 0; round < ROUNDS; round++) {
      shares = better(shares, before, likelihoods, cells);
    }
    return shares;
  }

  /// How likely each part makes a squared distance, beside the likeliest.
  private double[] likelihoods(double square, double noise) {
    double[] logs = new double[PARTS];
    for (int part = 0; part < PARTS; part++) {
      double variance = variances[part] + noise;
      logs[part] = -(Math.log(variance) + square / variance) / 2;
    }
    double top = Arrays.stream(logs).max().orElseThrow();
    return Arrays.stream(logs).map(each -> Math.exp(each - top)).toArray();
  }

  private static double[] better(
      double[] shares, double[] before, List<double[]> likelihoods, List<Double> cells) {
    double[] better = Arrays.stream(before).map(each -> LITTLE * each).toArray();
    double all = LITTLE;
    for (int bin = 0; bin < cells.size(); bin++) {
      double[] likelihood = likelihoods.get(bin);
      double sum = 0;
      for (int part = 0; part < PARTS; part++) {
        sum += shares[part] * likelihood[part];
      }
      for (int part = 0; part < PARTS; part++) {
        better[part] += cells.get(bin) * shares[part] * likelihood[part] / sum;
      }
      all += cells.get(bin);
    }
    for (int part = 0; part < PARTS; part++) {
      better[part] /= all;
    }
    return better;
  }

  /// What was expected and what was measured say together.
  ///
  /// @param noise the variance of what was measured
  Cell of(double expected, double measured, double noise) {
    double off = measured - expected;
    double[] likelihoods = likelihoods(off * off, noise);
    double[] share = shares[size(expected)];
    double sum = 0;
    double mean = 0;
    double square = 0;
    for (int part = 0; part < PARTS; part++) {
      double chance = share[part] * likelihoods[part];
      double kept = variances[part] / (variances[part] + noise);
      sum += chance;
      mean += chance * kept * off;
      square += chance * kept * (noise + kept * off * off);
    }
    mean /= sum;
    return new Cell(expected + mean, Math.max(0, square / sum - mean * mean));
  }
}
