package org.clew.disclosure.synthesis;

/// How ρ is divided among the steps of a release, whether one list is measured or several in sum.
/// All together, with choosing twice, they come to one; where there is no step of a kind, its share
/// goes to others.
public final class Shares {

  /// Each column by itself.
  public static final double COLUMNS = 0.08;

  /// Choosing which pairs are measured; as much again for triples.
  static final double CHOOSING = 0.02;

  /// Pairs of columns.
  public static final double PAIRS = 0.57;

  /// Triples of columns.
  public static final double TRIPLES = 0.28;

  /// Tables by lot, to check by.
  public static final double CHECKING = 0.03;

  private Shares() {}
}
