package org.clew.linkage;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// Links a batch of records to an index. The rows of a list are linked with each other by [Batch].
public final class Linkage {
  /// The match weight from which records are taken to be one unless the caller says otherwise.
  public static final double DEFAULT_THRESHOLD_BITS = 3;

  private static final int STEP = 64;

  private Linkage() {}

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
    List<Link> out = new ArrayList<>();
    int done = 0;
    for (LinkRecord record : batch) {
      if (done % STEP == 0 && progress.heard(done, batch.size()) == Progress.Answer.STOP) {
        return List.copyOf(out);
      }
      for (Match match : index.query(record, perRecord)) {
        if (match.weight() >= thresholdBits) {
          out.add(new Link(record.id(), match));
        }
      }
      done++;
    }
    progress.heard(done, batch.size());
    return List.copyOf(out);
  }
}
