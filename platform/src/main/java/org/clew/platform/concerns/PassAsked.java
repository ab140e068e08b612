package org.clew.platform.concerns;

import org.clew.platform.access.Organisations;
import org.clew.platform.database.OrganisationId;

/// A reporter was asked whether their concern may go on to another organisation.
///
/// @param recipient to which
/// @param name what that organisation is called
public record PassAsked(OrganisationId recipient, String name, Consent consent) {

  static PassAsked of(PassStore.Asked asked, Organisations organisations) {
    OrganisationId recipient = asked.there().organisation();
    return new PassAsked(recipient, organisations.name(recipient), asked.consent());
  }

  /// What the reporter says to it. It can be taken back until the concern has gone.
  public enum Consent {
    ASKED,
    GIVEN,
    REFUSED
  }
}
