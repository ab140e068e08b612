package org.clew.platform.access;

/// How far a permission reaches inside the organisation; each reach holds the ones before it.
public enum Reach {
  /// Not at all.
  NONE,
  /// What the person made.
  OWN,
  /// What is assigned to the person, and what is their own.
  ASSIGNED,
  /// What the team has: the whole organisation.
  TEAM;

  /// The farther of two.
  public Reach or(Reach other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
