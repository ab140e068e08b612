package org.clew.linkage;

import java.util.Objects;

/// A person's decision about two records; the order of the two says nothing. Who decided, when and
/// why is the caller's to keep.
///
/// @param left id of one record
/// @param right id of the other
/// @param verdict what was decided
public record Judgement(String left, String right, Verdict verdict) {
  public Judgement {
    Objects.requireNonNull(left, "left");
    Objects.requireNonNull(right, "right");
    Objects.requireNonNull(verdict, "verdict");
  }
}
