/// What the templates of this module show.
@NullMarked
package org.clew.platform.helpline.screen;

import org.jspecify.annotations.NullMarked;
