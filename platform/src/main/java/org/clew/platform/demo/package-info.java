/// A coalition that does not exist, for trying Clew out: four organisations, their people, a few
/// hundred cases and thousands of records, the same for every seed. Everything in it is made up and
/// cannot reach anybody (numbers reserved for fiction, `example.org`); nothing in it resembles a
/// real person's story. Hidden in it are connections for a person to find: see `Threads`.
@ApplicationModule(
    displayName = "Demo",
    allowedDependencies = {"database", "web", "access", "investigation", "casework", "concerns"})
@NullMarked
package org.clew.platform.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
