package org.clew.disclosure.federated;

import org.clew.disclosure.noise.DiscreteGaussian;

/// What it costs when the noise on each cell is the sum of what several members drew, each of them
/// a discrete Gaussian: such a sum is nearly one, and by how much it is not is paid for (Kairouz,
/// Liu and Steinke 2021, proposition 14, third bound). With h members of variance s², tables of d
/// cells in all and Δ the ℓ₂ distance of two neighbours' tables, ρ is (Δ / √(h s²) + τ √d)² / 2,
/// where τ = 10 Σ e^(-2π² s² k/(k+1)) over k from 1 to h - 1. It holds for s² of a quarter and
/// above, for noise drawn independently, and whatever the other members add.
///
/// @param honest h: so many members draw their noise as they should, and tell nobody what they drew
/// @param mostOrganisations in how many lists one person may be; in each table they change cells by
///   so much
/// @param tables how many tables, all with noise of one variance
/// @param cells of all these tables together
public record SumOfNoise(int honest, int mostOrganisations, int tables, long cells) {

  /// The least variance of one member's noise, in sixteenths.
  public static final long LEAST_VARIANCE = DiscreteGaussian.PARTS / 4;

  /// The most, likewise.
  public static final long MOST_VARIANCE = 1L << 40;

  /// ρ.
  ///
  /// @param variance of one member's noise, in sixteenths, [#LEAST_VARIANCE] at least
  public double rho(long variance) {
    double one = (double) variance / DiscreteGaussian.PARTS;
    double distance = mostOrganisations * Math.sqrt(tables);
    double root = distance / Math.sqrt(honest * one) + tau(one) * Math.sqrt((double) cells);
    return root * root / 2;
  }

  private double tau(double one) {
    double sum = 0;
    for (int k = 1; k < honest; k++) {
      sum += Math.exp(-2 * Math.PI * Math.PI * one * k / (k + 1));
    }
    return 10 * sum;
  }

  /// The least variance of one member's noise that costs no more than this, in sixteenths.
  ///
  /// @throws RoundRefused when none is large enough
  public long variance(double rho) {
    long low = LEAST_VARIANCE - 1;
    long high = MOST_VARIANCE;
    if (rho(high) > rho) {
      throw new RoundRefused(
          "With so small an epsilon for so many tables there would be nothing but noise. Name fewer"
              + " tables.");
    }
    while (high - low > 1) {
      long middle = (low + high) / 2;
      if (rho(middle) <= rho) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return high;
  }
}
