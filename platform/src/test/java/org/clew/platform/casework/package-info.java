/// Cases, tried on a real database.
@NullMarked
package org.clew.platform.casework;

import org.jspecify.annotations.NullMarked;
