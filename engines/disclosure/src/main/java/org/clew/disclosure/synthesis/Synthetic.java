package org.clew.disclosure.synthesis;

import org.clew.disclosure.Microdata;

/// What was made.
///
/// @param rows people who do not exist
/// @param measurements the tables with noise that the rows were made from, and those they were
///   checked with
/// @param error how far off the rows' counts are where nothing was measured
/// @param expected what was expected of tables before rows were fitted to them
public record Synthetic(
    Microdata rows, Measurements measurements, ModelError error, Expected expected) {

  /// @param going run many times a second; may throw
  static Synthetic of(Microdata rows, Measurements measured, Expected expected, Runnable going) {
    return new Synthetic(rows, measured, ModelError.of(rows, measured.checks(), going), expected);
  }
}
