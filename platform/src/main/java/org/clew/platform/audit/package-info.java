/// Who did and who read what, about whom: rows that can be added and read, never changed or
/// removed, each bound to the one before it by a hash. Must never hold what was read, only that it
/// was. Read `Audit` first.
@ApplicationModule(
    displayName = "Audit",
    allowedDependencies = {"database", "web", "access"})
@NullMarked
package org.clew.platform.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
