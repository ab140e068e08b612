package org.clew.platform.concerns;

import java.util.UUID;

/// What a right receipt gives: where the concern is, and the key that opens the talk. Lives in
/// memory and, locked, in a reporter's visit.
record WayBack(UUID organisation, UUID concern, Octets tag, Octets privateKey) {

  @Override
  public String toString() {
    return "WayBack[secret]";
  }
}
