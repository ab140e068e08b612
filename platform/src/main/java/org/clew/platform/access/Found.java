package org.clew.platform.access;

import java.util.UUID;
import org.clew.platform.database.OrganisationId;

/// Somebody, and where they belong, as far as is known before they are in.
record Found(PersonId person, OrganisationId organisation) {

  /// Nobody: asking about them costs the same as asking about somebody.
  static final Found NOBODY =
      new Found(new PersonId(new UUID(0, 0)), new OrganisationId(new UUID(0, 0)));
}
