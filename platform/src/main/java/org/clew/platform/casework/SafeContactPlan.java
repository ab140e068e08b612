package org.clew.platform.casework;

import java.time.Instant;
import org.clew.platform.access.PersonId;

/// How to reach a person without harm to them. It stands above their phone numbers.
public record SafeContactPlan(
    PartId participant, Details details, int version, PersonId changedBy, Instant changedAt) {

  /// What was agreed with them.
  ///
  /// @param times when they can speak, in their words
  /// @param sharedDevice whether others see their phone
  /// @param codeWord a word by which they know us
  /// @param coverStory whom to say is calling when somebody else answers
  public record Details(
      ContactWay way,
      String times,
      Voicemail voicemail,
      boolean sharedDevice,
      String codeWord,
      String coverStory) {}
}
