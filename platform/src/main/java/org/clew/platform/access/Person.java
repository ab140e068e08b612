package org.clew.platform.access;

import java.util.Set;
import org.clew.platform.database.OrganisationId;
import org.clew.platform.web.Language;
import org.jspecify.annotations.Nullable;

/// Somebody who works for an organisation.
///
/// @param email what they sign in with, in lower case
/// @param language the language they chose for good, or none
/// @param blocked whether they are kept out
public record Person(
    PersonId id,
    OrganisationId organisation,
    String displayName,
    String email,
    Set<Role> roles,
    @Nullable Language language,
    boolean blocked) {

  public Person {
    roles = Set.copyOf(roles);
  }
}
