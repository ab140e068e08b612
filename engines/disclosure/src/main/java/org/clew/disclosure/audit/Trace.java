package org.clew.disclosure.audit;

/// One thing in a release that may be different because of one person.
enum Trace {
  TABLES("the measured tables"),
  ROWS("the rows' counts"),
  COUNTS("the counts that are told"),
  ALIKE("rows like theirs"),
  NEAREST("the row nearest to theirs"),
  SIZE("the number of rows"),
  CHOSEN("which tables were chosen"),
  WIDTH("the width of intervals"),
  APART("how near the rows are to the list itself");

  private final String words;

  Trace(String words) {
    this.words = words;
  }

  /// How much of it there is.
  double of(Seen seen) {
    return switch (this) {
      case TABLES -> seen.tables();
      case ROWS -> seen.rows();
      case COUNTS -> seen.counts();
      case ALIKE -> seen.alike();
      case NEAREST -> seen.nearest();
      case SIZE -> seen.size();
      case CHOSEN -> seen.chosen();
      case WIDTH -> seen.width();
      case APART -> seen.apart();
    };
  }

  /// What it is, for people.
  String words() {
    return words;
  }

  /// Whether it can be seen in the files that are published, not only in what they are made from.
  boolean isPublished() {
    return this != TABLES;
  }
}
