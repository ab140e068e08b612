package org.clew.platform.casework;

/// How a consent was given.
public enum ConsentForm {
  SPOKEN,
  WRITTEN,
  SIGNED,
  BY_GUARDIAN;

  /// The key of its name in the message files.
  public String messageKey() {
    return "casework.consentForm." + name();
  }
}
