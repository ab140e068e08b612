package org.clew.disclosure.audit;

import java.util.List;
import java.util.function.ToDoubleFunction;

/// What one release shows of one person.
///
/// @param tables how much more the measured tables have at their cells than is expected without
///   them, each weighed by its noise; where noise is Gaussian, no better sum is possible
/// @param rows the same of the rows' counts in these tables
/// @param counts the same of the counts told of what they have
/// @param alike how many rows are theirs
/// @param nearest in how many columns the row differs that is nearest to theirs
/// @param size how many rows there are
/// @param chosen how many tables were measured in which nobody is expected beside them
/// @param width how wide the intervals are of what is told
/// @param apart how far the rows are, in people a measured table, from the list with them in it: 0
///   where they are that list, 1 where they are it without them; 0, too, where it is not known who
///   else is in
record Seen(
    double tables,
    double rows,
    double counts,
    double alike,
    double nearest,
    double size,
    double chosen,
    double width,
    double apart) {

  /// What several releases show on average.
  static Seen mean(List<Seen> all) {
    return new Seen(
        mean(all, Seen::tables),
        mean(all, Seen::rows),
        mean(all, Seen::counts),
        mean(all, Seen::alike),
        mean(all, Seen::nearest),
        mean(all, Seen::size),
        mean(all, Seen::chosen),
        mean(all, Seen::width),
        mean(all, Seen::apart));
  }

  private static double mean(List<Seen> all, ToDoubleFunction<Seen> of) {
    return all.stream().mapToDouble(of).average().orElse(0);
  }

  /// How much more this is than another.
  Seen beyond(Seen other) {
    return new Seen(
        tables - other.tables,
        rows - other.rows,
        counts - other.counts,
        alike - other.alike,
        nearest - other.nearest,
        size - other.size,
        chosen - other.chosen,
        width - other.width,
        apart - other.apart);
  }
}
