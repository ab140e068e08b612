package org.clew.disclosure.synthesis;

/// What rows have and counts do not tell.
///
/// @param length how many values together
/// @param few combinations of fewer people than are told
/// @param unsure combinations of which the noise leaves open whether anybody is there
public record Withheld(int length, long few, long unsure) {}
