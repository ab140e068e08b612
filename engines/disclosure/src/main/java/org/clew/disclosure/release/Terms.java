package org.clew.disclosure.release;

import org.clew.disclosure.EpsilonDelta;

/// What is promised, and what is told.
///
/// @param epsilon ε, within the limits of [EpsilonDelta]
/// @param delta δ, likewise
/// @param longest the most values a combination has, from 1 to 3
/// @param least the least count that is told, 1 at least
public record Terms(double epsilon, double delta, int longest, int least) {

  /// The longest combinations that are told.
  public static final int LONGEST = 3;

  /// The least count told where nobody says another.
  public static final int LEAST = 10;

  /// Demands a promise that can be kept and means something.
  ///
  /// @throws IllegalArgumentException with what is wrong, for people
  public Terms {
    var _ = new EpsilonDelta(epsilon, delta);
    if (longest < 1 || longest > LONGEST) {
      throw new IllegalArgumentException("Combinations of 1 to 3 values are told.");
    }
    if (least < 1) {
      throw new IllegalArgumentException("The least count is 1 or more.");
    }
  }

  /// What may be spent, in zero-concentrated differential privacy.
  public double rho() {
    return new EpsilonDelta(epsilon, delta).rho();
  }
}
