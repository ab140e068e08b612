package org.clew.platform.investigation;

import java.time.Instant;
import org.clew.linkage.Verdict;
import org.clew.platform.access.PersonId;
import org.jspecify.annotations.Nullable;

/// A judgement about two records.
///
/// @param left the smaller of the two ids
/// @param reason in the words of the person who judged, may be empty
/// @param byName the name of who judged, if they are still of the organisation
/// @param undoneAt when it was undone, if it was
public record Judged(
    JudgementId id,
    RecordId left,
    RecordId right,
    Verdict verdict,
    String reason,
    PersonId by,
    @Nullable String byName,
    Instant at,
    @Nullable Instant undoneAt) {

  Judged named(@Nullable String name) {
    return new Judged(id, left, right, verdict, reason, by, name, at, undoneAt);
  }

  boolean isAbout(RecordId one, RecordId other) {
    return (left.equals(one) && right.equals(other)) || (left.equals(other) && right.equals(one));
  }
}
