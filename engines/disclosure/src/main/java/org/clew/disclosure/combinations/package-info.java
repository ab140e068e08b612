/// Counting all combinations of values that rows have, exactly. A count is of people: what is
/// counted here is not hidden by anything but the rounding that is asked for.
@NullMarked
package org.clew.disclosure.combinations;

import org.jspecify.annotations.NullMarked;
