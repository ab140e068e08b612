package org.clew.linkage;

import java.util.Objects;

/// A line between two records of a batch, or from a record of a batch to one in an index.
///
/// @param left id of one record; the other's is [Match#id()]
/// @param match the weight and the evidence; for a judged link the evidence may even be against
/// @param basis what holds the link
public record Link(String left, Match match, Basis basis) {

  /// What holds a link.
  public enum Basis {
    /// Its weight reached the threshold.
    EVIDENCE,
    /// A person said [Verdict#SAME].
    JUDGEMENT
  }

  public Link {
    Objects.requireNonNull(left, "left");
    Objects.requireNonNull(match, "match");
    Objects.requireNonNull(basis, "basis");
  }

  /// Id of the other record.
  public String right() {
    return match.id();
  }
}
