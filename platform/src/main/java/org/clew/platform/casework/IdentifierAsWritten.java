package org.clew.platform.casework;

import org.jspecify.annotations.Nullable;

/// An identifier as a worker writes it.
///
/// @param participant whose it is, when that is known
public record IdentifierAsWritten(
    @Nullable PartId participant, IdentifierKind kind, String written) {}
