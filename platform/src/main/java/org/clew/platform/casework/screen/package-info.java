/// What the templates of this module show.
@NullMarked
package org.clew.platform.casework.screen;

import org.jspecify.annotations.NullMarked;
