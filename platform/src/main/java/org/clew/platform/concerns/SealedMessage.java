package org.clew.platform.concerns;

import java.time.Instant;
import java.util.UUID;

/// One message as it is stored: its place in the talk, and its words sealed twice.
record SealedMessage(
    UUID id,
    int position,
    Message.Side side,
    Instant hour,
    UUID keyId,
    Octets forOrganisation,
    Octets forReporter) {}
