package org.clew.platform.concerns;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One message as it is stored: its place in the talk, and its words sealed twice.
///
/// @param saidBy the organisation that said it, when the concern was there
record SealedMessage(
    UUID id,
    int position,
    Message.Side side,
    Instant hour,
    @Nullable UUID saidBy,
    UUID keyId,
    Octets forOrganisation,
    Octets forReporter) {}
