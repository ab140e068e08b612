package org.clew.disclosure.account;

import java.math.BigDecimal;
import org.clew.disclosure.EpsilonDelta;

/// How much all releases together may tell of one person, whatever is released of them over life.
/// It is kept in ρ of zero-concentrated differential privacy, which adds up exactly, where the ε of
/// releases add up to more than they are together.
///
/// @param epsilon ε, within the limits of [EpsilonDelta]
/// @param delta δ, likewise
/// @param rho the same in ρ
public record Limit(double epsilon, double delta, double rho) {

  /// Logarithms of two machines differ by less.
  private static final double ROUNDING = 1e-9;

  /// Demands a limit that means something.
  ///
  /// @throws AccountRefused with what is wrong
  public Limit {
    if (!(rho > 0 && rho <= rho(epsilon, delta) * (1 + ROUNDING))) {
      throw new AccountRefused("The rho of the limit is more than its epsilon and delta allow.");
    }
  }

  /// A number without digits that say nothing.
  public static String plain(double number) {
    return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }

  /// The limit of (ε, δ).
  ///
  /// @throws AccountRefused with what is wrong
  public static Limit of(double epsilon, double delta) {
    return new Limit(epsilon, delta, rho(epsilon, delta));
  }

  private static double rho(double epsilon, double delta) {
    try {
      return new EpsilonDelta(epsilon, delta).rho();
    } catch (IllegalArgumentException e) {
      throw new AccountRefused(String.valueOf(e.getMessage()));
    }
  }
}
