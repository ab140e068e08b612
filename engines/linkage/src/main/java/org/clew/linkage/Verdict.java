package org.clew.linkage;

/// What a person decided about two records.
public enum Verdict {
  /// The two are one: they stay together whatever the evidence says.
  SAME,
  /// The two are not one: no chain of links may bring them together.
  DIFFERENT,
  /// Nobody can tell yet: binds nothing, and the pair is not asked about again.
  UNSURE
}
