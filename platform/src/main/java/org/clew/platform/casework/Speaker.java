package org.clew.platform.casework;

/// Who said it, when it is no participant of the case.
public enum Speaker {
  /// A participant: the statement names which.
  PARTICIPANT,
  /// Somebody who reported without a name.
  ANONYMOUS_REPORTER,
  /// What a worker saw or heard themselves.
  WORKER,
  /// Another organisation.
  ORGANISATION;

  /// The key of its name in the message files.
  public String messageKey() {
    return "casework.speaker." + name();
  }
}
