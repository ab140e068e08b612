package org.clew.platform.concerns.screen;

/// A page that says the same to everybody, except whether any organisation takes reports.
///
/// @param taken whether one does
public record PlainPage(boolean taken) {}
