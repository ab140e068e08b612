package org.clew.disclosure.generalisation;

import java.util.BitSet;
import java.util.List;

/// How coarse each column is made, and which rows are left out.
///
/// @param levels by quasi-identifier
/// @param suppressed rows left out; shared, to be read alone
/// @param loss from 0, nothing lost, to 1, nothing kept: the geometric mean over the columns of 1 +
///   their loss, less 1. That of a column is the mean over the rows of the share of its hierarchy's
///   values that the row's may be, 1 for rows left out, drawn out so that original values lose 0
///   (Iyengar 2002, as ARX computes it)
/// @param proved whether there is none with less; not where the search was stopped
/// @param checked how many generalisations were tried
public record Generalisation(
    List<Integer> levels, BitSet suppressed, double loss, boolean proved, int checked) {
  public Generalisation {
    levels = List.copyOf(levels);
  }
}
