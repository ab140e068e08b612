package org.clew.disclosure.synthesis;

import java.util.List;
import org.clew.disclosure.Microdata;

/// Rows of people who do not exist, none of whose combinations of values is rare, and none of which
/// is, empty cells and all, the record of fewer than k people, unless it is empty.
///
/// @param rows people who do not exist
/// @param k how many people have whatever is told
/// @param longest how many values together that is said of
/// @param combinations by length from 1, how many combinations the rows have
/// @param distances by number of columns from 1 to 3, the mean total variation distance of their
///   tables from those of the people, whose counts are rounded to multiples of k, from 0 to 1; what
///   is not known counts as a value
public record KAnonymous(
    Microdata rows, int k, int longest, List<Long> combinations, List<Double> distances) {

  /// Copies the lists.
  public KAnonymous {
    combinations = List.copyOf(combinations);
    distances = List.copyOf(distances);
  }
}
