/// What the templates of this module show.
@NullMarked
package org.clew.platform.audit.screen;

import org.jspecify.annotations.NullMarked;
