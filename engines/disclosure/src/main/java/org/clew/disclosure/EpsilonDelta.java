package org.clew.disclosure;

/// A promise of (ε, δ)-differential privacy that can be kept and means something: the chance of a
/// finding is e^ε times what it is without a person, plus δ, at most. That δ is not the chance that
/// the loss is above ε, which may be larger.
///
/// @param epsilon ε, from [#LEAST_EPSILON] to [#MOST_EPSILON]
/// @param delta δ, above 0 and no more than [#MOST_DELTA]
public record EpsilonDelta(double epsilon, double delta) {

  /// Below, the noise would be larger than any table.
  public static final double LEAST_EPSILON = 0.01;

  /// Above, the promise says next to nothing.
  public static final double MOST_EPSILON = 20;

  /// δ where nobody says another: far below one in the number of people of nearly any list, and not
  /// taken from it, which would tell how many they are.
  public static final double DELTA = 1e-7;

  /// Above, nothing is promised to anybody: the promise would bear giving one in a thousand people
  /// away. Below, whether a δ is small depends on how many people there are: [#mostPeople].
  public static final double MOST_DELTA = 1e-3;

  /// Publishing each person outright with a chance of δ keeps the promise. So many people may be
  /// given away like that, on average.
  private static final double GIVEN_AWAY = 0.1;

  /// Demands a promise that can be kept and means something.
  ///
  /// @throws IllegalArgumentException with what is wrong, for people
  public EpsilonDelta {
    if (!(epsilon >= LEAST_EPSILON && epsilon <= MOST_EPSILON)) {
      throw new IllegalArgumentException(
          "Epsilon is from 0.01 to 20: the smaller, the less is told of anybody. Many take 1.");
    }
    if (!(delta > 0 && delta <= MOST_DELTA)) {
      throw new IllegalArgumentException(
          "Delta is above 0 and no more than 0.001: what may be added to the chance of a finding."
              + " Leave it out, and it is 0.0000001.");
    }
  }

  /// What may be spent, in zero-concentrated differential privacy.
  public double rho() {
    return Zcdp.rho(epsilon, delta);
  }

  /// How many people a δ is small enough for: a tenth of one over it.
  public static long mostPeople(double delta) {
    return Math.round(GIVEN_AWAY / delta);
  }

  /// A δ that is small enough for so many people, a power of ten.
  ///
  /// @param people 1 at least
  public static double deltaFor(long people) {
    return Math.min(MOST_DELTA, Math.pow(10, Math.floor(Math.log10(GIVEN_AWAY / people))));
  }
}
