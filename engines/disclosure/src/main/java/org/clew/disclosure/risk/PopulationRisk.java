package org.clew.disclosure.risk;

import java.util.Optional;

/// What somebody risks whose presence in the table is not known, where the population that the
/// table was drawn from is at hand (El Emam 2013, chapter 16): f rows of the table are like them,
/// and F people of the population. All from 0 to 1.
///
/// @param journalistHighest one over the smallest F: whoever wants to find anybody at all takes
///   them
/// @param journalistAverage the larger of classes over the sum of their F, and of the next
/// @param marketer the share of the rows that whoever links all of them to the population gets
///   right: the mean of 1/F over the rows
/// @param populationUniques the share of the rows that are the only one of their kind in the
///   population
public record PopulationRisk(
    double journalistHighest, double journalistAverage, double marketer, double populationUniques) {

  /// Counts both; empty where a row of the table is like fewer people of the population than there
  /// are rows like it, so that it was not drawn from there.
  ///
  /// @param both the table, its rows first, and below it the population, by the same codes
  /// @param rows how many rows the table has
  public static Optional<PopulationRisk> of(EquivalenceClasses both, int rows) {
    int[] sample = new int[both.count()];
    for (int row = 0; row < rows; row++) {
      sample[both.of(row)]++;
    }
    double classes = 0;
    double people = 0;
    double right = 0;
    double uniques = 0;
    int least = Integer.MAX_VALUE;
    for (int of = 0; of < sample.length; of++) {
      int population = both.size(of) - sample[of];
      if (sample[of] > population) {
        return Optional.empty();
      }
      if (sample[of] > 0) {
        classes++;
        people += population;
        right += (double) sample[of] / population;
        uniques += population == 1 ? 1 : 0;
        least = Math.min(least, population);
      }
    }
    double marketer = right / rows;
    return Optional.of(
        new PopulationRisk(
            1.0 / least, Math.max(classes / people, marketer), marketer, uniques / rows));
  }
}
