package org.clew.platform.casework;

/// What takes part.
public enum ParticipantKind {
  PERSON,
  ORGANISATION;

  /// The key of its name in the message files.
  public String messageKey() {
    return "casework.participant." + name();
  }
}
