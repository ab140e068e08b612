package org.clew.linkage;

import java.util.List;
import java.util.Objects;

/// A record that may be the one asked about, and why.
///
/// `weight` is exactly `prior` plus the bits of all `evidence`, in any order of addition: every
/// part is a multiple of 1/1024 bit.
///
/// @param id of the record found
/// @param weight match weight in bits
/// @param probability 0..1, what the weight says if the model holds: 1 / (1 + 2^-weight)
/// @param prior bits before any evidence: how unlikely it is that two records picked blindly are
///   one
/// @param evidence field by field, strongest first
public record Match(
    String id, double weight, double probability, double prior, List<Evidence> evidence) {
  public Match {
    Objects.requireNonNull(id, "id");
    evidence = List.copyOf(evidence);
  }

  /// The match that this prior and this evidence add up to.
  static Match of(String id, double prior, List<Evidence> evidence) {
    double weight = prior;
    for (Evidence each : evidence) {
      weight += each.bits();
    }
    return new Match(id, weight, 1 / (1 + Math.pow(2, -weight)), prior, evidence);
  }

  /// The weight in one word.
  public Strength strength() {
    return Strength.of(weight);
  }
}
