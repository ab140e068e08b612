package org.clew.platform.database;

import java.util.UUID;

/// Which organisation a row belongs to: the tenant of row-level security.
public record OrganisationId(UUID value) {

  public static OrganisationId of(String text) {
    return new OrganisationId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
