package org.clew.platform.investigation;

import java.util.UUID;

/// What records that were judged to be one are known by. It stays when records come, go and are
/// judged, is never given to anything else, and leads to what an entity went into.
public record EntityId(UUID value) {

  static EntityId read(String id) {
    return new EntityId(UUID.fromString(id));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
