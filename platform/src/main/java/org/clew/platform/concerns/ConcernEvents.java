package org.clew.platform.concerns;

import java.util.UUID;

/// What this module tells the others. Ids only.
public final class ConcernEvents {

  private ConcernEvents() {}

  /// A concern has arrived at an organisation.
  public record Arrived(UUID organisation, UUID concern) {}

  /// A reporter has come back and written to an organisation.
  public record Replied(UUID organisation, UUID concern) {}
}
