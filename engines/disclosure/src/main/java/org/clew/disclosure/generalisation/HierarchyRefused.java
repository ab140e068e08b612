package org.clew.disclosure.generalisation;

/// A hierarchy that is none, or does not fit the table; the message says why, in a sentence that
/// goes on from the name of what holds it.
public final class HierarchyRefused extends RuntimeException {

  private static final long serialVersionUID = 1;

  HierarchyRefused(String message) {
    super(message, null, false, false);
  }

  /// Why.
  public String why() {
    return String.valueOf(getMessage());
  }
}
