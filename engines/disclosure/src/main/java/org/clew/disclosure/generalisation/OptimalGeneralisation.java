package org.clew.disclosure.generalisation;

import java.util.List;
import java.util.Optional;
import org.clew.disclosure.Microdata;
import org.clew.disclosure.Progress;

/// Finds, of all ways to take one level of each column's hierarchy, the one that loses least while
/// every group of rows alike fulfils what is demanded, once a limited number of rows is left out.
///
/// The search is exact. A generalisation that leaves out too many rows for the sake of k does so
/// with finer levels, too (groups only join on the way up), so that all below it is out of the
/// question; and what a generalisation loses by its levels alone is a bound from below for it and
/// for all above it. Demands that may be lost when groups join (entropy, recursive, closeness) rule
/// out the one generalisation alone.
public final class OptimalGeneralisation {

  /// Generalisations that are searched at most.
  public static final int MOST = 2_000_000;

  /// What is demanded.
  ///
  /// @param k rows of a group, 1 at least
  /// @param suppressed the share of the rows that may be left out, from 0 to below 1
  /// @param demands besides
  public record Settings(int k, double suppressed, List<Demand> demands) {
    public Settings {
      demands = List.copyOf(demands);
      if (k < 1 || !(suppressed >= 0 && suppressed < 1)) {
        throw new IllegalArgumentException(
            "k is 1 at least, and the share of rows left out from 0 to below 1.");
      }
    }
  }

  private OptimalGeneralisation() {}

  /// How many generalisations there are, at most the largest long.
  public static long count(List<Hierarchy> hierarchies) {
    double count = 1;
    for (Hierarchy hierarchy : hierarchies) {
      count *= hierarchy.levels();
    }
    return (long) count;
  }

  /// Searches; empty where nothing fulfils what is demanded.
  ///
  /// @param data whose first columns are the quasi-identifiers
  /// @param hierarchies of those
  /// @param values of those, by code from 0
  /// @throws HierarchyRefused when a hierarchy lacks a value that occurs
  /// @throws IllegalArgumentException when there are more generalisations than [#MOST], or no rows
  public static Optional<Generalisation> find(
      Microdata data,
      List<Hierarchy> hierarchies,
      List<List<String>> values,
      Settings settings,
      Progress progress) {
    if (data.rows() == 0 || hierarchies.isEmpty() || count(hierarchies) > MOST) {
      throw new IllegalArgumentException("There are no rows or columns, or too many levels.");
    }
    var table = Tuples.of(data, hierarchies, values, settings);
    return new LatticeSearch(table, progress).run();
  }
}
