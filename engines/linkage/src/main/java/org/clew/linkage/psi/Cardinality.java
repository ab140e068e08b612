package org.clew.linkage.psi;

/// How many records match. The two numbers differ where one record of a side matches several of the
/// other.
///
/// @param own records of this side with at least one key that the other side holds
/// @param theirs records of the other side with at least one key that this side holds
public record Cardinality(int own, int theirs) {}
