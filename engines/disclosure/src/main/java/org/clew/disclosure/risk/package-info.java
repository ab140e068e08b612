/// How easily somebody who knows a few things about a person finds their row in a table, and what
/// they learn there. Read [EquivalenceClasses] first, then [RareCombinations], which says what to
/// change. Terms and formulas: El Emam, "Guide to the De-Identification of Personal Health
/// Information" (2013); Sweeney (2002), Machanavajjhala et al. (2007), Li et al. (2007) for
/// k-anonymity, l-diversity and t-closeness. Nothing here says that a table is safe: somebody may
/// know more than the columns that were named.
@NullMarked
package org.clew.disclosure.risk;

import org.jspecify.annotations.NullMarked;
