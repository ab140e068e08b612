package org.clew.tables;

import java.io.IOException;

/// The content is no list that can be read.
public final class Unreadable extends IOException {

  private static final long serialVersionUID = 1;

  /// What is wrong with it.
  public enum Why {
    /// There is nothing in it.
    EMPTY,
    /// It is no text.
    NO_TEXT,
    /// A quote is opened and never closed.
    OPEN_QUOTE,
    /// A cell is longer than [Delimited#CELL_BYTES].
    LONG_CELL
  }

  private final Why why;

  Unreadable(Why why) {
    super(why.name());
    this.why = why;
  }

  public Why why() {
    return why;
  }
}
