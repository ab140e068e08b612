/// PostgreSQL, ours or anybody's, and the wall between organisations in it. Owns the roles, the
/// row-level security, the data folder and the key files in it; must never hand out a connection
/// that can read across organisations. Read `Tenancy` first.
@ApplicationModule(
    displayName = "Database",
    allowedDependencies = {})
@NullMarked
package org.clew.platform.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
