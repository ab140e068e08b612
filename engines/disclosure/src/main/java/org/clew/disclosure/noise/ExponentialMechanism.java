package org.clew.disclosure.noise;

/// Chooses among candidates with probabilities in proportion to e^(ε·score/2), exactly: one is
/// proposed by lot and kept with probability e^(-ε·(best - score)/2) until one is kept. Where one
/// person changes every score by one at most, a choice costs ε, and ε²/8 of zero-concentrated
/// differential privacy (Cesar and Rogers, "Bounding, Concentrating, and Truncating", 2021).
///
/// @param epsilon ε in parts of [#PARTS], 1 at least
public record ExponentialMechanism(long epsilon) {

  /// ε is a multiple of one over this.
  public static final long PARTS = 1L << 20;

  /// @throws IllegalArgumentException when ε is not from 1 to 2^30 parts
  public ExponentialMechanism {
    if (epsilon < 1 || epsilon > 1L << 30) {
      throw new IllegalArgumentException("An epsilon is from 2^-20 to 2^10.");
    }
  }

  /// No more than what ρ pays for.
  public static ExponentialMechanism ofRho(double rho) {
    return new ExponentialMechanism(
        Math.clamp((long) Math.floor(Math.sqrt(8 * rho) * PARTS), 1, 1L << 30));
  }

  /// What a choice costs.
  public double rho() {
    double whole = (double) epsilon / PARTS;
    return whole * whole / 8;
  }

  /// Which one is chosen.
  ///
  /// @param scores one for each candidate, from -2^31 to 2^31
  public int choose(Bits bits, long[] scores) {
    long best = Long.MIN_VALUE;
    for (long score : scores) {
      best = Math.max(best, score);
    }
    while (true) {
      int proposed = (int) bits.below(scores.length);
      if (Chance.expMinus(bits, (best - scores[proposed]) * epsilon, 2 * PARTS)) {
        return proposed;
      }
    }
  }
}
