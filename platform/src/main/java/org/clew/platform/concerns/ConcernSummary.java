package org.clew.platform.concerns;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.clew.platform.web.Language;
import org.jspecify.annotations.Nullable;

/// What an inbox shows of a concern without unsealing a word of it.
///
/// @param language what the reporter reads
/// @param receivedHour when it came, to the hour
/// @param unreadReply whether the reporter wrote after the organisation last looked
/// @param caseId the case that was opened from it, if any
public record ConcernSummary(
    ConcernId id,
    Way way,
    Answers answers,
    ConcernStatus status,
    Language language,
    Instant receivedHour,
    boolean unreadReply,
    @Nullable UUID caseId) {

  /// The same as it arrives somewhere else.
  ConcernSummary at(ConcernId there) {
    return new ConcernSummary(
        there, way, answers, ConcernStatus.NEW, language, receivedHour, false, null);
  }

  public Urgency urgency() {
    return Urgency.of(answers);
  }

  /// Why it stands where it stands, weightiest first.
  public List<Urgency.Reason> reasons() {
    return Urgency.reasons(answers);
  }
}
