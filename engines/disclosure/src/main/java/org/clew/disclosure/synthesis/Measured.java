package org.clew.disclosure.synthesis;

import org.clew.disclosure.Scope;

/// A table of counts with noise on every cell.
public final class Measured {

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
