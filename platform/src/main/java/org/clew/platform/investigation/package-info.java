/// Records that can be linked, wherever they came from; whether something is known before, what it
/// is connected to and why; lists brought in from outside. Owns the resident indexes and people's
/// judgements; must never say that two records *are* one unless a person said so. Read
/// `KnownBefore` first, then `Records`. Terms: Fellegi & Sunter 1969, as in the linkage engine.
@ApplicationModule(
    displayName = "Investigation",
    allowedDependencies = {"database", "web", "access", "audit"})
@NullMarked
package org.clew.platform.investigation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
