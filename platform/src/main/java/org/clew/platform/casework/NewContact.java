package org.clew.platform.casework;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A contact that is to be written down.
///
/// @param minutes how long, when known
/// @param concern the concern it came as; then only the hour of `began` is kept
public record NewContact(
    Channel channel,
    Instant began,
    Precision precision,
    @Nullable Integer minutes,
    @Nullable UUID concern) {}
