/// What the templates of the public side show: one record a page, words already unsealed, nothing
/// that decides anything.
@NullMarked
package org.clew.platform.concerns.screen;

import org.jspecify.annotations.NullMarked;
