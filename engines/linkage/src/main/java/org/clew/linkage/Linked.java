package org.clew.linkage;

import java.util.List;

/// What a batch came to. The same records, judgements and threshold give the same result in
/// whatever order they arrive.
///
/// @param clusters every record is in exactly one; sorted by first id
/// @param links every pair that reached the threshold or was judged [Verdict#SAME], strongest
///   first, also those a [Verdict#DIFFERENT] kept out of a cluster
/// @param contradictions judgements that cannot all hold
/// @param ending whether all of it was done
public record Linked(
    List<Cluster> clusters, List<Link> links, List<Contradiction> contradictions, Ending ending) {

  /// How a run ended.
  public enum Ending {
    /// Every record was compared.
    DONE,
    /// [Progress] said stop; what was found so far is here.
    STOPPED
  }

  public Linked {
    clusters = List.copyOf(clusters);
    links = List.copyOf(links);
    contradictions = List.copyOf(contradictions);
  }
}
