package org.clew.platform.concerns;

import java.util.List;

/// A concern that somebody was allowed to open, unsealed.
///
/// @param told what was told first
/// @param messages the talk after it, in the order in which it was said
public record OpenedConcern(ConcernSummary summary, Told told, List<Message> messages) {

  public OpenedConcern {
    messages = List.copyOf(messages);
  }
}
