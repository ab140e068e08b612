package org.clew.disclosure;

/// Zero-concentrated differential privacy (Bun and Steinke 2016), and what it says in the terms of
/// (ε, δ)-differential privacy (Canonne, Kamath and Steinke 2020, proposition 7). The ρ of what is
/// done with the same people add up.
public final class Zcdp {

  private Zcdp() {}

  /// The δ of (ε, δ) that ρ implies, never less than it is: the least over α > 1 of e^((α-1)(αρ-ε))
  /// / (α-1) · (1 - 1/α)^α.
  ///
  /// @param rho above 0
  /// @param epsilon 0 at least
  public static double delta(double rho, double epsilon) {
    // The logarithm has one minimum; its derivative is (2α-1)ρ - ε + log(1 - 1/α).
    double low = 1 + 1e-12;
    double high = Math.max(2, (epsilon + 1) / (2 * rho) + 2);
    for (int i = 0; i < 200; i++) {
      double middle = (low + high) / 2;
      if ((2 * middle - 1) * rho - epsilon + Math.log1p(-1 / middle) < 0) {
        low = middle;
      } else {
        high = middle;
      }
    }
    // Any α gives a bound that holds.
    double alpha = high;
    double log =
        (alpha - 1) * (alpha * rho - epsilon)
            - Math.log(alpha - 1)
            + alpha * Math.log1p(-1 / alpha);
    return Math.min(1, Math.exp(log) * (1 + 1e-9));
  }

  /// The largest ρ that keeps a promise of (ε, δ).
  ///
  /// @param epsilon above 0
  /// @param delta above 0 and below 1
  public static double rho(double epsilon, double delta) {
    double low = 0;
    double high = epsilon + 1;
    for (int i = 0; i < 200; i++) {
      double middle = (low + high) / 2;
      if (middle > 0 && delta(middle, epsilon) <= delta) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /// The least ε that ρ implies for a δ.
  public static double epsilon(double rho, double delta) {
    double low = 0;
    double high = 1;
    while (delta(rho, high) > delta) {
      high *= 2;
    }
    for (int i = 0; i < 100; i++) {
      double middle = (low + high) / 2;
      if (delta(rho, middle) > delta) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }
}
