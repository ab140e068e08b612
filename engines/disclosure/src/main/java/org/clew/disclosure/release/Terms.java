package org.clew.disclosure.release;

import org.clew.disclosure.Zcdp;

/// What is promised, and what is told.
///
/// @param epsilon ε, from [#LEAST_EPSILON] to [#MOST_EPSILON]
/// @param delta δ, above 0 and below 0.001: the chance of a finding is e^ε times what it is without
///   a person, plus δ, at most. That is not the chance that the loss is above ε, which may be
///   larger
/// @param longest the most values a combination has, from 1 to 3
/// @param least the least count that is told, 1 at least
public record Terms(double epsilon, double delta, int longest, int least) {

  /// Below, the noise would be larger than any table.
  public static final double LEAST_EPSILON = 0.01;

  /// Above, the promise says next to nothing.
  public static final double MOST_EPSILON = 20;

  /// δ where nobody says another: far below one in the number of people of any list, and not taken
  /// from it, which would tell how many they are.
  public static final double DELTA = 1e-7;

  /// The longest combinations that are told.
  public static final int LONGEST = 3;

  /// The least count told where nobody says another.
  public static final int LEAST = 10;

  private static final double MOST_DELTA = 1e-3;

  /// Demands a promise that can be kept and means something.
  ///
  /// @throws IllegalArgumentException with what is wrong, for people
  public Terms {
    if (!(epsilon >= LEAST_EPSILON && epsilon <= MOST_EPSILON)) {
      throw new IllegalArgumentException(
          "Epsilon is from 0.01 to 20: the smaller, the less is told of anybody. Many take 1.");
    }
    if (!(delta > 0 && delta < MOST_DELTA)) {
      throw new IllegalArgumentException(
          "Delta is above 0 and below 0.001: what may be added to the chance of a finding.");
    }
    if (longest < 1 || longest > LONGEST) {
      throw new IllegalArgumentException("Combinations of 1 to 3 values are told.");
    }
    if (least < 1) {
      throw new IllegalArgumentException("The least count is 1 or more.");
    }
  }

  /// What may be spent, in zero-concentrated differential privacy.
  public double rho() {
    return Zcdp.rho(epsilon, delta);
  }
}
