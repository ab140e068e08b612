package org.clew.disclosure.synthesis;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.clew.disclosure.Microdata;
import org.clew.disclosure.Scope;

/// What was to be expected of tables before rows were fitted to them, and how far off that was. It
/// is made from rows in which a table's own noise has no part yet. So a count that its noise lifted
/// is drawn back to where it was expected, however it came to be looked at; one that is far off
/// beside all others is not.
public final class Expected {

  /// By table, its cells.
  private final Map<Scope, double[]> tables = new HashMap<>();

  /// By length, from those of all tables.
  private final Map<Integer, ErrorMixture> errors = new HashMap<>();

  /// Expects of a table what rows have that are not fitted to it.
  void add(Scope scope, Microdata rows) {
    tables.put(scope, Smoothing.of(scope, scope.count(rows)));
  }

  /// Learns from what was measured how far off it was.
  void learn(List<Measured> measured) {
    Map<Integer, ErrorMixture.Seen> seen = new HashMap<>();
    for (Measured table : measured) {
      Scope scope = table.scope();
      double[] cells = tables.get(scope);
      if (cells != null) {
        var to = seen.computeIfAbsent(scope.length(), _ -> new ErrorMixture.Seen());
        for (int cell = 0; cell < cells.length; cell++) {
          if (scope.allKnown(cell)) {
            to.add(cells[cell], (double) table.noisy(cell), table.variance());
          }
        }
      }
    }
    seen.forEach((length, each) -> errors.put(length, ErrorMixture.of(each)));
  }

  /// Whether anything was expected of a table.
  boolean of(Scope scope) {
    return tables.containsKey(scope);
  }

  /// What was expected of a cell and what was measured say together.
  ///
  /// @param scope of which something was expected
  /// @param variance of the noise of what was measured
  ErrorMixture.Cell beside(Scope scope, int cell, double measured, double variance) {
    ErrorMixture error = errors.get(scope.length());
    double[] cells = tables.get(scope);
    if (error == null || cells == null) {
      throw new IllegalArgumentException("Nothing was expected of this table.");
    }
    return error.of(cells[cell], measured, variance);
  }
}
