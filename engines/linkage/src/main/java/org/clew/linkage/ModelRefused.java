package org.clew.linkage;

/// A model that cannot be used. Its text is a whole sentence for whoever called, without any value
/// of a record.
public final class ModelRefused extends RuntimeException {

  private static final long serialVersionUID = 1;

  /// What is wrong.
  public enum Why {
    /// No JSON, cut off, too large, or not of the form of a model.
    DAMAGED,
    /// Of a version this program does not read.
    VERSION,
    /// A number outside of what it may be.
    VALUES,
    /// Learned from other columns than those of the list, or compared in other ways.
    OTHER_COLUMNS
  }

  private final transient Why why;

  ModelRefused(Why why, String sentence) {
    super(sentence, null, false, false);
    this.why = why;
  }

  /// What is wrong.
  public Why why() {
    return why;
  }
}
