package org.clew.platform.web;

/// The person is known but this is not theirs to do.
public final class NotAllowed extends RuntimeException {

  private static final long serialVersionUID = 1;

  /// @param action the name of the action that was refused
  public NotAllowed(String action) {
    super("not allowed: " + action, null, false, false);
  }
}
