/// What the templates of this module show.
@NullMarked
package org.clew.platform.web.screen;

import org.jspecify.annotations.NullMarked;
