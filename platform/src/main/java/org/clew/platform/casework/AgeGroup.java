package org.clew.platform.casework;

/// Whether somebody was a child at the time: for a child no means need to be shown (Palermo
/// Protocol, Art. 3 (c)).
public enum AgeGroup {
  UNKNOWN,
  CHILD,
  ADULT;

  /// The key of its name in the message files.
  public String messageKey() {
    return "casework.age." + name();
  }
}
