/// Who may do what: organisations, their people and roles, sign-in, tokens for machines. Owns the
/// role × action table that code, tests and docs share; must never know what a case or a concern
/// is. Read `Permissions` first, then `SignedIn`.
@ApplicationModule(
    displayName = "Access",
    allowedDependencies = {"database", "web"})
@NullMarked
package org.clew.platform.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
