/// Tables of counts in which few people stand in a cell: cells that are withheld for their own
/// sake, further ones so that margins do not give those back, and what somebody can still work out,
/// by linear programming. Read [SmallCells] first. Terms: Hundepool et al., "Statistical Disclosure
/// Control" (2012), chapter 4.
@NullMarked
package org.clew.disclosure.cells;

import org.jspecify.annotations.NullMarked;
