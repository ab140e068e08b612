package org.clew.platform.concerns;

import java.util.UUID;

/// One concern. Random (version 4): it tells neither when nor how many.
public record ConcernId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
