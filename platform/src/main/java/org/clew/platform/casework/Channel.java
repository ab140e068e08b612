package org.clew.platform.casework;

/// How a contact came about.
public enum Channel {
  CALL,
  MESSAGE,
  EMAIL,
  VISIT,
  LETTER,
  PUBLIC_REPORT,
  OTHER;

  /// The key of its name in the message files.
  public String messageKey() {
    return "casework.channel." + name();
  }
}
