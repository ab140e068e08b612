package org.clew.disclosure.account;

import java.math.BigDecimal;
import org.clew.disclosure.Zcdp;

/// How much all releases together may tell of one person, whatever is released of them over life.
/// It is kept in ρ of zero-concentrated differential privacy, which adds up exactly, where the ε of
/// releases add up to more than they are together.
///
/// @param epsilon ε, from [#LEAST_EPSILON] to [#MOST_EPSILON]
/// @param delta δ, above 0 and below 0.001
/// @param rho the same in ρ
public record Limit(double epsilon, double delta, double rho) {

  /// Below, no release would fit.
  public static final double LEAST_EPSILON = 0.01;

  /// Above, the limit says next to nothing.
  public static final double MOST_EPSILON = 20;

  private static final double MOST_DELTA = 1e-3;

  /// Logarithms of two machines differ by less.
  private static final double ROUNDING = 1e-9;

  /// Demands a limit that means something.
  ///
  /// @throws AccountRefused with what is wrong
  public Limit {
    if (!(epsilon >= LEAST_EPSILON && epsilon <= MOST_EPSILON)) {
      throw new AccountRefused(
          "Epsilon, for all that is ever told of one person, is from 0.01 to 20.");
    }
    if (!(delta > 0 && delta < MOST_DELTA)) {
      throw new AccountRefused(
          "Delta is above 0 and below 0.001: what may be added to the chance of a finding.");
    }
    if (!(rho > 0 && rho <= Zcdp.rho(epsilon, delta) * (1 + ROUNDING))) {
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
    boolean sound = epsilon > 0 && epsilon <= MOST_EPSILON && delta > 0 && delta < MOST_DELTA;
    return new Limit(epsilon, delta, sound ? Zcdp.rho(epsilon, delta) : 0);
  }
}
