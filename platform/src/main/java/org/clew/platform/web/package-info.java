/// How Clew answers people and machines: pages, words, languages, errors, headers. Owns the layout
/// and the message files; must never know a domain. Read `Screens` first, then `Screen`.
@ApplicationModule(
    displayName = "Web",
    allowedDependencies = {"database"})
@NullMarked
package org.clew.platform.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
