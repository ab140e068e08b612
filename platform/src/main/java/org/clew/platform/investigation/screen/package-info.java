/// What the pages of investigation show. Records only; read the pages' own class for what fills
/// them.
@NullMarked
package org.clew.platform.investigation.screen;

import org.jspecify.annotations.NullMarked;
