package org.clew.disclosure.release;

import java.util.List;
import org.clew.disclosure.Microdata;
import org.clew.disclosure.codebook.Coding;
import org.clew.disclosure.noise.Bits;

/// A release that has rows of people who do not exist.
public sealed interface SyntheticRelease permits Release, KAnonymousRelease {

  /// Between the rows' codes and their cells.
  Coding coding();

  /// The rows as codes.
  Microdata microdata();

  /// Where the lots were drawn from.
  Bits.Source source();

  /// The report on it.
  ReleaseReport report();

  /// Whether its lots can be drawn again, so that they hide nobody.
  default boolean isTest() {
    return source() == Bits.Source.SEED;
  }

  /// The headings of the rows.
  default List<String> headings() {
    return coding().headings();
  }

  /// How many rows there are.
  default int size() {
    return microdata().rows();
  }

  /// The cells of a row under [#headings].
  ///
  /// @param number from 0
  default List<String> row(int number) {
    return coding().cells(microdata(), number);
  }
}
