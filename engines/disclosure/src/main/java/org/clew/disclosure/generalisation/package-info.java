/// Tables in which nobody is told apart from fewer than k by coarser values: full-domain
/// generalisation with a limited number of rows left out, the least lossy there is, found exactly.
/// Read [OptimalGeneralisation] first. What all rows of a group share is known of each of them, so
/// that k-anonymity alone keeps no secret; diversity and closeness may be demanded besides.
/// Hierarchies and loss are those of ARX (Prasser, Eicher, Spengler, Bild and Kuhn 2020).
@NullMarked
package org.clew.disclosure.generalisation;

import org.jspecify.annotations.NullMarked;
