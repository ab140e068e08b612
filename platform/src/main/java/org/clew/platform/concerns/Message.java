package org.clew.platform.concerns;

import java.time.Instant;

/// One thing said in the talk between a reporter and the organisation, unsealed.
///
/// @param by the organisation that said it, when the concern was there; empty otherwise
/// @param hour when, to the hour
public record Message(Side side, String by, String text, Instant hour) {

  /// Who said it.
  public enum Side {
    REPORTER,
    ORGANISATION
  }

  /// What was said is printed nowhere by accident.
  @Override
  public String toString() {
    return "Message[" + side + ", sealed]";
  }
}
