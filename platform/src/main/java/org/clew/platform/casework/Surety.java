package org.clew.platform.casework;

/// How sure a statement is. A retracted one stays on the thread and says nothing any more.
public enum Surety {
  REPORTED,
  CORROBORATED,
  RETRACTED;

  /// The key of its name in the message files.
  public String messageKey() {
    return "casework.surety." + name();
  }
}
