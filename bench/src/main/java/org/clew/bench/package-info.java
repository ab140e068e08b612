/// Whole jobs measured: seeded input, one command each, figures printed with the machine they were
/// taken on. Nothing here is used by the product.
@NullMarked
package org.clew.bench;

import org.jspecify.annotations.NullMarked;
