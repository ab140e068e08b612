/// The server: a modular monolith. Each direct sub-package is one module of the house; what a
/// module offers to the others is `public` in its root package, the rest is its own business. Read
/// `ARCHITECTURE.md` for the map.
@NullMarked
package org.clew.platform;

import org.jspecify.annotations.NullMarked;
