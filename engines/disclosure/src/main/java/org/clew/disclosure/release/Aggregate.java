package org.clew.disclosure.release;

import java.util.Comparator;
import org.clew.disclosure.synthesis.Combination.Basis;

/// How many people have some values, as it is told.
///
/// @param selections the values, as in `gender:Woman;ageBroad:9--17`
/// @param length how many values
/// @param count the estimate
/// @param low the lower end of the interval that holds the true number nine times in ten
/// @param high its upper end
public record Aggregate(
    String selections, int length, long count, long low, long high, Basis basis) {

  /// Short ones first, then large ones.
  static final Comparator<Aggregate> ORDER =
      Comparator.comparingInt(Aggregate::length)
          .thenComparing(Comparator.comparingLong(Aggregate::count).reversed())
          .thenComparing(Aggregate::selections);
}
