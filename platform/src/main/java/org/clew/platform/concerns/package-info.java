/// What anybody can tell Clew with no account, and the talk that follows. Owns concerns, their
/// sealed words, receipts and visits of reporters; must never let a reporter's words, receipt or
/// address reach the database, a log or a file unsealed, and keeps no time finer than the hour.
/// Read `Concerns` first (the organisation's side), then `Reports` (the reporter's).
///
/// How words are sealed: `docs/adr/0003-sealing-concerns.md`.
@ApplicationModule(
    displayName = "Concerns",
    allowedDependencies = {"database", "web", "access", "audit"})
@NullMarked
package org.clew.platform.concerns;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
