package org.clew.disclosure.risk;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;

/// How many people of a population are the only one of their kind, estimated from a table that is a
/// sample of it, by four models. Shares of the population from 0 to 1, empty where a model has no
/// answer for the table. They are estimates from assumptions that real populations break; they may
/// be far apart, and a low one is no clearance for the row of anybody.
///
/// @param pitman Pitman's sampling formula, both parameters by maximum likelihood (Hoshino 2001);
///   for small samples
/// @param zayatz of the sample's uniques, the share that are so in the population, as if its
///   classes were of the sizes of the sample's (Zayatz 1991); much too high for small samples
/// @param slide slide negative binomial (Chen and Keller-McNulty 1998), the number of classes by
///   Shlosser's estimator (Haas and Stokes 1998)
/// @param fraction the share of the population that is in the table
public record PopulationUniqueness(
    OptionalDouble pitman, OptionalDouble zayatz, OptionalDouble slide, double fraction) {

  private static final double SMALL = 0.1;

  /// By all models.
  ///
  /// @param population how many people it has, rows of the table at least
  /// @throws IllegalArgumentException when it has fewer
  public static PopulationUniqueness of(EquivalenceClasses classes, double population) {
    if (population < classes.rows()) {
      throw new IllegalArgumentException("A population is no smaller than what was drawn from it.");
    }
    SortedMap<Integer, Integer> histogram = classes.histogram();
    double fraction = classes.rows() / population;
    if (!histogram.containsKey(1)) {
      OptionalDouble none = OptionalDouble.of(0);
      return new PopulationUniqueness(none, none, none, fraction);
    }
    return new PopulationUniqueness(
        share(Pitman.uniques(histogram, population), population),
        share(zayatz(histogram, population), population),
        share(SlideNegativeBinomial.uniques(histogram, population), population),
        fraction);
  }

  private static OptionalDouble share(OptionalDouble uniques, double population) {
    return uniques.isPresent() && uniques.getAsDouble() <= population
        ? OptionalDouble.of(uniques.getAsDouble() / population)
        : OptionalDouble.empty();
  }

  /// Which model to trust, by the decision rule of Dankar et al. (2012): Pitman's where a tenth of
  /// the population or less is in the table, else the lower of the other two.
  ///
  /// @return its name and its answer; empty where none has one
  public Optional<Map.Entry<String, Double>> dankar() {
    if (fraction <= SMALL && pitman.isPresent()) {
      return Optional.of(Map.entry("Pitman", pitman.getAsDouble()));
    }
    double zayatzOrMore = zayatz.orElse(Double.POSITIVE_INFINITY);
    if (fraction > SMALL && slide.isPresent() && slide.getAsDouble() <= zayatzOrMore) {
      return Optional.of(Map.entry("slide negative binomial", slide.getAsDouble()));
    }
    return zayatz.isPresent()
        ? Optional.of(Map.entry("Zayatz", zayatz.getAsDouble()))
        : Optional.empty();
  }

  private static OptionalDouble zayatz(Map<Integer, Integer> histogram, double population) {
    double rows = 0;
    for (Map.Entry<Integer, Integer> each : histogram.entrySet()) {
      rows += (double) each.getKey() * each.getValue();
    }
    double one = 0;
    for (Map.Entry<Integer, Integer> each : histogram.entrySet()) {
      one += each.getValue() * drawnOnce(population, each.getKey(), rows);
    }
    double uniques = histogram.getOrDefault(1, 0);
    double also = uniques * drawnOnce(population, 1, rows) / one;
    return OptionalDouble.of(uniques * also * population / rows);
  }

  /// The chance that of a class of some size exactly one is drawn: hypergeometric.
  private static double drawnOnce(double population, int size, double drawn) {
    double chance = size * drawn / population;
    for (int i = 0; i < size - 1; i++) {
      chance *= Math.max(0, population - drawn - i) / (population - 1 - i);
    }
    return chance;
  }
}
