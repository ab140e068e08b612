package org.clew.platform.casework;

/// Where something of the case happened.
///
/// @param country ISO 3166-1 alpha-2 code, or empty
/// @param stands false once every statement that speaks of it is retracted
public record Place(PartId id, PlaceKind kind, String name, String country, boolean stands) {}
