package org.clew.meaning;

/// A stretch of a text that the model reads at once.
public final class Passage {

  private final int from;
  private final int to;
  private final long[] ids;
  private final boolean known;

  /// @param ids its word pieces, with what stands before and after them
  /// @param known whether the vocabulary has any of its words
  Passage(int from, int to, long[] ids, boolean known) {
    this.from = from;
    this.to = to;
    this.ids = ids;
    this.known = known;
  }

  /// Where in the text it begins, in UTF-16 units from 0.
  public int from() {
    return from;
  }

  /// Where it ends.
  public int to() {
    return to;
  }

  /// Whether the model's vocabulary has any of its words.
  public boolean isKnown() {
    return known;
  }

  long[] ids() {
    return ids;
  }
}
