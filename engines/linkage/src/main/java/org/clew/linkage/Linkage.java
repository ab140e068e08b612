package org.clew.linkage;

import java.util.Collection;
import java.util.List;

/// Links a batch of records: to each other, or to an index.
public final class Linkage {
  /// The match weight from which records are taken to be one unless the caller says otherwise.
  public static final double DEFAULT_THRESHOLD_BITS = 3;

  private Linkage() {}

  /// Finds which records of a batch are the same.
  ///
  /// Judgements are hard: [Verdict#SAME] joins whatever the evidence says, [Verdict#DIFFERENT]
  /// keeps two records in different clusters even where a chain of links would join them. Where
  /// judgements contradict each other the result says so.
  ///
  /// @param records with ids of their own; a repeated id is an [IllegalArgumentException]
  /// @param judgements of which those about absent records are passed over
  /// @param thresholdBits the weight from which a pair is linked
  /// @param region ISO 3166 alpha-2 code of the home region, or an empty string
  /// @param progress hears how far it has come, and may stop it
  public static Linked dedupe(
      Collection<LinkRecord> records,
      Collection<Judgement> judgements,
      double thresholdBits,
      String region,
      Progress progress) {
    return new Linked(List.of(), List.of(), List.of(), Linked.Ending.DONE);
  }

  /// Finds what each record of a batch is linked to in an index; neither is changed.
  ///
  /// @param thresholdBits the weight from which a pair is linked
  /// @param perRecord how many links a record may have, strongest first
  /// @param progress hears how far it has come, and may stop it
  /// @return links from a record of the batch to a record of the index, in the order of the batch
  public static List<Link> between(
      Collection<LinkRecord> batch,
      LinkIndex index,
      double thresholdBits,
      int perRecord,
      Progress progress) {
    return List.of();
  }
}
