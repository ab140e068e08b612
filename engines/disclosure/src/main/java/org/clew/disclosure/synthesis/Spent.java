package org.clew.disclosure.synthesis;

/// What one step of a release cost.
///
/// @param step which
/// @param mechanism how it was done
/// @param tables how many tables or choices it was for
/// @param rho the cost in zero-concentrated differential privacy
/// @param deviation σ of the noise on a cell, 0 where there is none
public record Spent(Step step, Mechanism mechanism, int tables, double rho, double deviation) {

  /// The steps that look at the people, in their order.
  public enum Step {
    /// Each column by itself, and with it how many people there are.
    COLUMNS,
    /// Which pairs of columns say most that is not known yet.
    CHOOSING_PAIRS,
    /// Those pairs.
    PAIRS,
    /// Which triples of columns say most that is not known yet.
    CHOOSING_TRIPLES,
    /// Those triples.
    TRIPLES,
    /// Tables by lot that the rows were not fitted to, to see how far off such are.
    CHECKING
  }

  /// How the noise comes in.
  public enum Mechanism {
    /// Discrete Gaussian noise on every cell.
    DISCRETE_GAUSSIAN,
    /// Discrete Gaussian noise on every cell from each of several organisations.
    DISTRIBUTED_DISCRETE_GAUSSIAN,
    /// A choice with probabilities by score.
    EXPONENTIAL
  }
}
