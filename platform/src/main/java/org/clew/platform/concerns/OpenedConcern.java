package org.clew.platform.concerns;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A concern that somebody was allowed to open, unsealed.
///
/// @param told what was told first
/// @param messages the talk after it, in the order in which it was said
/// @param from where it was before, if anywhere
public record OpenedConcern(
    ConcernSummary summary, Told told, List<Message> messages, @Nullable PassedFrom from) {

  public OpenedConcern {
    messages = List.copyOf(messages);
  }
}
