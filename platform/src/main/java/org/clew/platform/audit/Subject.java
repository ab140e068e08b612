package org.clew.platform.audit;

import java.util.UUID;

/// What it was done to.
public record Subject(Kind kind, UUID id) {

  /// What kinds of things there are to read or to change.
  public enum Kind {
    CONCERN,
    CASE,
    RECORD,
    IMPORT,
    JUDGEMENT,
    PERSON,
    TOKEN,
    SETTINGS,
    AUDIT;

    /// The key of the kind's name in the message files.
    public String messageKey() {
      return "audit.subject." + name();
    }
  }
}
