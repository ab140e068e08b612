package org.clew.platform.casework;

/// Whether and how somebody may be reached.
public enum ContactWay {
  /// Not agreed yet: ask before the first contact.
  NOT_AGREED,
  CALL_OR_MESSAGE,
  CALL_ONLY,
  MESSAGE_ONLY,
  THROUGH_SOMEBODY,
  DO_NOT_CONTACT;

  /// The key of its name in the message files.
  public String messageKey() {
    return "casework.way." + name();
  }
}
