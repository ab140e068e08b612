package org.clew.platform.helpline;

/// Something out of a concern that a worker takes into a case, as they corrected it.
///
/// @param row its number in the form
/// @param role as what a person takes part, or what happened at a place; of no meaning otherwise
/// @param owner the row of whose identifier it is; -1 when that is not known
record Taken(int row, FoundKind kind, String text, String role, int owner) {}
