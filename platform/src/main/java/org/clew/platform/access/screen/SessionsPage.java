package org.clew.platform.access.screen;

import java.time.Instant;
import java.util.List;

/// One's own open sessions.
public record SessionsPage(List<Row> rows) {

  public SessionsPage {
    rows = List.copyOf(rows);
  }

  /// One session.
  ///
  /// @param current whether it is the one that looks
  public record Row(String handle, Instant since, Instant lastUsed, boolean current) {}
}
