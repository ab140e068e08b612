package org.clew.platform.investigation;

import java.util.UUID;

/// A record that can be linked. Whoever puts one chooses its id and keeps it for good: a person's
/// part in a case, a row of a list.
public record RecordId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
