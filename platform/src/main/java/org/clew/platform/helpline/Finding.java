package org.clew.platform.helpline;

/// Something in a text that may belong into a case. It is a suggestion: a person ticks it.
///
/// @param start where it begins, in UTF-16 units
/// @param end where it ends
/// @param text as it stands there
/// @param ticked whether the reading leaves so little doubt that it is offered ticked
public record Finding(int start, int end, FoundKind kind, String text, boolean ticked) {

  public Finding {
    if (start < 0 || end <= start) {
      throw new IllegalArgumentException("a finding has a place in its text");
    }
  }

  boolean overlaps(Finding other) {
    return start < other.end && other.start < end;
  }
}
