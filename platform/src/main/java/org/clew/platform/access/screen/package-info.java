/// What the templates of this module show.
@NullMarked
package org.clew.platform.access.screen;

import org.jspecify.annotations.NullMarked;
