package org.clew.platform.casework;

/// A fact that at least one statement that stands speaks of.
///
/// @param statements how many speak of it
/// @param corroborated how many of these are corroborated
public record StandingFact(Fact fact, int statements, int corroborated) {}
