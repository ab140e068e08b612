package org.clew.platform.casework;

/// Whether a message may be left for somebody.
public enum Voicemail {
  NO,
  WITHOUT_SAYING_WHO,
  YES;

  /// The key of its name in the message files.
  public String messageKey() {
    return "casework.voicemail." + name();
  }
}
