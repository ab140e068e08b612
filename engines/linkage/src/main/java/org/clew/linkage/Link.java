package org.clew.linkage;

import java.util.Objects;

/// A line from a record of a batch to one in an index.
///
/// @param left id of the record of the batch; the other's is [Match#id()]
/// @param match the weight and the evidence
public record Link(String left, Match match) {

  public Link {
    Objects.requireNonNull(left, "left");
    Objects.requireNonNull(match, "match");
  }

  /// Id of the other record.
  public String right() {
    return match.id();
  }
}
