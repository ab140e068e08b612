package org.clew.platform.concerns.screen;

/// A page that says the same to everybody.
public record PlainPage() {}
