package org.clew.disclosure;

/// Intervals that hold nine times in ten where errors are normal.
public final class NineInTen {

  /// Half of such an interval's width, in standard deviations.
  public static final double HALF = 1.6448536269514722;

  private NineInTen() {}
}
