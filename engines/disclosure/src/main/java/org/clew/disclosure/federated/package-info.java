/// Totals over several organisations none of which shows its list, or its counts, to anybody. Each
/// counts its own rows in the tables of a plan, adds its share of the noise, and masks every cell
/// so that only the sum over all of them says anything: secure aggregation by pairwise masks
/// (Bonawitz et al. 2017, without recovery) over the distributed discrete Gaussian mechanism
/// (Kairouz, Liu and Steinke 2021). Rows and counts are then made from the sum as from one list.
///
/// Begin with [Plan] and [Round]. Byte for byte: `docs/standards/federated-totals.md`; who is
/// trusted with what, and why so: ADR 11.
@NullMarked
package org.clew.disclosure.federated;

import org.jspecify.annotations.NullMarked;
