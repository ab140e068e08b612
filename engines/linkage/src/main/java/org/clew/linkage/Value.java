package org.clew.linkage;

import java.util.Objects;

/// One thing said about a record: a kind and the text as it was written.
///
/// Any text is accepted. Blank text and text without a letter or digit says nothing and is passed
/// over; only the first [Limits#TEXT_CHARS] characters are read.
///
/// @param kind what the text is
/// @param text as written, in any script
public record Value(Kind kind, String text) {
  public Value {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(text, "text");
  }
}
