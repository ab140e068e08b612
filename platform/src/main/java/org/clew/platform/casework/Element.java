package org.clew.platform.casework;

/// The three elements of trafficking in persons (Palermo Protocol, Art. 3 (a)).
public enum Element {
  ACT,
  MEANS,
  PURPOSE;

  /// The key of its name in the message files.
  public String messageKey() {
    return "casework.element." + name();
  }

  /// The key of what is not known while this element is missing, and of a question to ask next.
  public String questionKey() {
    return "casework.ask." + name();
  }
}
