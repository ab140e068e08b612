package org.clew.disclosure.synthesis;

import java.util.List;

/// A combination of values, and how many people have it.
///
/// @param columns in rising order
/// @param codes as many, none of them 0
/// @param count the estimate, within the interval
/// @param low the interval's lower end, 0 at least
/// @param high its upper end
/// @param basis where the figure comes from
public record Combination(
    List<Integer> columns, List<Integer> codes, long count, long low, long high, Basis basis) {

  /// Where a figure comes from.
  public enum Basis {
    /// From tables that were measured: the interval is that of their noise, or narrower where they
    /// were much as expected.
    MEASURED,
    /// From the rows, where no table was measured: the interval is that of what was seen on other
    /// tables.
    MODELLED
  }

  /// Copies the lists.
  public Combination {
    columns = List.copyOf(columns);
    codes = List.copyOf(codes);
  }
}
