package org.clew.linkage;

/// What linkage reads and holds at most. Beyond a limit it reads the first part and never fails.
public final class Limits {
  /// Characters read of one value.
  public static final int TEXT_CHARS = 1_000;

  /// Values read of one record.
  public static final int VALUES_PER_RECORD = 100;

  /// Matches returned by one query.
  public static final int MATCHES = 1_000;

  /// Words read of one value.
  static final int WORDS = 24;

  /// Record postings walked by one query.
  static final int POSTINGS = 40_000;

  /// Candidates weighed by one query.
  static final int CANDIDATES = 400;

  private Limits() {}
}
