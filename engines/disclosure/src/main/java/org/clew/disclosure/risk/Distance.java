package org.clew.disclosure.risk;

/// How far apart two values of a sensitive column are, for t-closeness (Li et al. 2007).
public enum Distance {
  /// All equally far: half the sum of absolute differences between shares.
  EQUAL,
  /// As many steps as lie between them in the order of their codes: the mean absolute difference of
  /// cumulated shares over the steps between values that occur.
  ORDERED
}
