package org.clew.platform.access;

import java.io.Serializable;
import java.util.UUID;

/// A person who works here, or a machine that acts with an organisation's token.
public record PersonId(UUID value) implements Serializable {

  @Override
  public String toString() {
    return value.toString();
  }
}
