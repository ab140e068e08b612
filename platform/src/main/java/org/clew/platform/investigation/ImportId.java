package org.clew.platform.investigation;

import java.util.UUID;

/// A list that was brought in.
public record ImportId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
