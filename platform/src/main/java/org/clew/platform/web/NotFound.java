package org.clew.platform.web;

/// What was asked for does not exist, or is not for this organisation: the two are told apart
/// nowhere.
public final class NotFound extends RuntimeException {

  private static final long serialVersionUID = 1;

  public NotFound() {
    super("not found", null, false, false);
  }
}
