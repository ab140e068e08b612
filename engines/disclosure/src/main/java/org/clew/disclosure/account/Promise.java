package org.clew.disclosure.account;

import org.clew.disclosure.Zcdp;

/// What a release promises of each person it is made from.
public sealed interface Promise {

  /// Nothing found in it depends much on one person: what it tells adds up in ρ.
  ///
  /// @param epsilon above 0
  /// @param delta above 0 and below 1
  /// @param rho what it costs, above 0
  record DifferentialPrivacy(double epsilon, double delta, double rho) implements Promise {
    /// Demands a promise.
    ///
    /// @throws AccountRefused when there is none
    public DifferentialPrivacy {
      if (!(epsilon > 0 && delta > 0 && delta < 1 && rho > 0)
          || Double.isInfinite(epsilon)
          || Double.isInfinite(rho)) {
        throw new AccountRefused(
            "A release has an epsilon and a rho above 0, and a delta between 0 and 1.");
      }
    }

    /// The promise of (ε, δ) that is kept by ρ-zCDP.
    public static DifferentialPrivacy of(double epsilon, double delta) {
      return new DifferentialPrivacy(epsilon, delta, Zcdp.rho(epsilon, delta));
    }
  }

  /// What is told is of several people or more, and told as it is. No number bounds what is learned
  /// from two of them.
  ///
  /// @param least of how many people at least; 1: exact counts of anybody
  record WithoutNoise(int least) implements Promise {
    /// Demands a number of people.
    ///
    /// @throws AccountRefused when it is below 1
    public WithoutNoise {
      if (least < 1) {
        throw new AccountRefused("What is told is of one person at least.");
      }
    }
  }
}
