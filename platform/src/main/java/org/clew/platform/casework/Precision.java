package org.clew.platform.casework;

/// How exactly a time is known, or may be known.
public enum Precision {
  MINUTE,
  HOUR,
  DAY
}
