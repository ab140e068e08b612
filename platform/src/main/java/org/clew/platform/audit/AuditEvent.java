package org.clew.platform.audit;

import java.time.Instant;
import org.clew.platform.access.PersonId;

/// One row of the audit: who, what, to what, when.
///
/// @param sequence its place in the organisation's chain, from 1
/// @param hash SHA-256 over the row and the hash before it, as lower-case hex
public record AuditEvent(
    long sequence, Instant at, PersonId person, Deed deed, Subject subject, String hash) {}
