package org.clew.platform.concerns;

import java.util.UUID;
import org.clew.platform.database.OrganisationId;

/// What a right receipt gives: where the concern is, and the key that opens the talk. Lives in
/// memory and, locked, in a reporter's visit.
record WayBack(UUID organisation, UUID concern, Octets tag, Octets privateKey) {

  static WayBack to(Pointer there, Octets tag, Octets privateKey) {
    return new WayBack(there.organisation().value(), there.concern().value(), tag, privateKey);
  }

  Pointer pointer() {
    return new Pointer(new OrganisationId(organisation), new ConcernId(concern));
  }

  @Override
  public String toString() {
    return "WayBack[secret]";
  }
}
