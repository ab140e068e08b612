package org.clew.platform.casework;

import java.time.Instant;
import java.util.UUID;
import org.clew.platform.access.PersonId;
import org.jspecify.annotations.Nullable;

/// An exchange with a person, in which statements are made.
///
/// @param began when; only as exact as `precision` says
/// @param minutes how long, when known
/// @param concern the concern it came as
public record Contact(
    PartId id,
    Channel channel,
    Instant began,
    Precision precision,
    @Nullable Integer minutes,
    @Nullable UUID concern,
    PersonId recordedBy,
    Instant recordedAt) {}
