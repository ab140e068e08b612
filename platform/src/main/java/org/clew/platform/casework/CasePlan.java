package org.clew.platform.casework;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a case is called and what is done next.
///
/// @param nextDue when that is due, if it has a time
public record CasePlan(String title, String nextAction, @Nullable Instant nextDue) {

  public CasePlan {
    title = title.strip();
    nextAction = nextAction.strip();
  }
}
