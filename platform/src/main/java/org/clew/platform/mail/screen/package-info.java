/// What the templates of this module show.
@NullMarked
package org.clew.platform.mail.screen;

import org.jspecify.annotations.NullMarked;
