package org.clew.platform.concerns;

/// How far a concern has come at the organisation.
public enum ConcernStatus {
  /// Nobody has opened it.
  NEW,
  /// Somebody has read it.
  OPENED,
  /// Somebody has answered.
  ANSWERED,
  /// The organisation has finished with it; the reporter can still read.
  CLOSED;

  /// The key of the status in the message files.
  public String messageKey() {
    return "concerns.status." + name();
  }
}
