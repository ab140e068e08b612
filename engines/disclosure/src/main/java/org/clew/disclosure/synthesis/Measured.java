package org.clew.disclosure.synthesis;

import org.clew.disclosure.Scope;

/// A table of counts with noise on every cell.
public final class Measured {

  /// The variance of what is lost when a number is rounded.
  private static final double ROUNDING = 1.0 / 12;

  private final Scope scope;
  private final long[] noisy;
  private final double variance;

  /// @param noisy by cell; kept as it is
  /// @param variance σ² of the noise on each cell
  public Measured(Scope scope, long[] noisy, double variance) {
    this.scope = scope;
    this.noisy = noisy;
    this.variance = variance;
  }

  /// Its columns.
  public Scope scope() {
    return scope;
  }

  /// A cell's count with its noise.
  public long noisy(int cell) {
    return noisy[cell];
  }

  /// σ² of the noise on each cell.
  public double variance() {
    return variance;
  }

  /// What this and another measurement of the same table say together, the surer one counting for
  /// more: whole numbers, and their rounding counted as noise.
  Measured with(Measured other) {
    double own = 1 / variance;
    double others = 1 / other.variance;
    long[] both = new long[noisy.length];
    for (int cell = 0; cell < both.length; cell++) {
      both[cell] = Math.round((own * noisy[cell] + others * other.noisy[cell]) / (own + others));
    }
    return new Measured(scope, both, 1 / (own + others) + ROUNDING);
  }

  /// How many people there are, as far as this table tells; the variance of that is [#variance]
  /// times the number of cells.
  public double total() {
    double total = 0;
    for (long cell : noisy) {
      total += cell;
    }
    return total;
  }
}
