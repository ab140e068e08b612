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
    LONG_CELL,
    /// Its bytes are none of the encoding that was named.
    OTHER_ENCODING
  }

  private final Why why;
  private final long line;

  Unreadable(Why why) {
    this(why, 0);
  }

  /// @param line where, from 1; 0 where that does not matter
  Unreadable(Why why, long line) {
    super(why.name());
    this.why = why;
    this.line = line;
  }

  public Why why() {
    return why;
  }

  /// What is wrong, to be said after the name of the file.
  public String said() {
    return switch (why) {
      case EMPTY -> "is empty.";
      case NO_TEXT -> "is no text. Save a spreadsheet as CSV first.";
      case OPEN_QUOTE -> "opens a quote (\") and never closes it.";
      case LONG_CELL -> "has a cell of more than 16 MB.";
      case OTHER_ENCODING ->
          "is not in the encoding that was named: line %,d has bytes that are none of it. Name the right one, or none."
              .formatted(line);
    };
  }
}
