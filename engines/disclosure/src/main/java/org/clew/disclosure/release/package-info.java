/// A release as it leaves the house: rows of people who do not exist, counts with intervals, and a
/// report that says what is promised, to whom, at what cost, and what is not promised.
@NullMarked
package org.clew.disclosure.release;

import org.jspecify.annotations.NullMarked;
