package org.clew.platform.access;

import java.time.Instant;
import java.util.UUID;

/// A way for somebody to set, once, how they sign in.
///
/// @param person whom it is for
/// @param askedBy who asked for it
/// @param linked whether there is a link yet; a reset has one only when a second person agreed
record Invitation(
    UUID id, PersonId person, Kind kind, PersonId askedBy, boolean linked, Instant expiresAt) {

  enum Kind {
    /// For somebody new.
    WELCOME,
    /// For somebody who lost what they signed in with.
    RESET
  }
}
