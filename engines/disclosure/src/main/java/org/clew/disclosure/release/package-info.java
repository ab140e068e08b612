/// A release as it leaves the house: rows of people who do not exist, counts with intervals, and a
/// report that says what is promised, to whom, at what cost, and what is not promised. And pages
/// for whoever keeps a list: how easily people are found in it, and what was made coarser.
@NullMarked
package org.clew.disclosure.release;

import org.jspecify.annotations.NullMarked;
