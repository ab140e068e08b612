package org.clew.disclosure.synthesis;

import org.clew.disclosure.Microdata;

/// What was made.
///
/// @param rows people who do not exist
/// @param measurements the tables with noise that the rows were made from, and those they were
///   checked with
/// @param error how far off the rows' counts are where nothing was measured
public record Synthetic(Microdata rows, Measurements measurements, ModelError error) {}
