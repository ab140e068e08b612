package org.clew.platform.database;

import java.util.UUID;

/// Which organisation a row belongs to: the tenant of row-level security.
public record OrganisationId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
