package org.clew.platform.investigation;

import java.util.List;
import org.clew.linkage.Match;
import org.jspecify.annotations.Nullable;

/// A record that may be the one asked about, and why. The template `investigation/part/match` shows
/// it.
///
/// @param record the record found
/// @param same the other records that people judged to be one with it
/// @param entity what those are known by together, if it was ever judged to be one with another
/// @param match weight and evidence, masked as the records are
/// @param from the record it was compared with; none when somebody typed what they ask
/// @param judged what a person has judged about the two, if anybody has
public record Found(
    ShownRecord record,
    List<ShownRecord> same,
    @Nullable EntityId entity,
    Match match,
    @Nullable ShownRecord from,
    @Nullable Judged judged) {

  public Found {
    same = List.copyOf(same);
  }
}
