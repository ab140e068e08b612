package org.clew.platform.concerns;

/// Something sealed does not open: it was changed, moved to another row, or the key is another one.
/// Says nothing about what it was.
public final class SealBroken extends RuntimeException {

  private static final long serialVersionUID = 1;

  public SealBroken(String message) {
    super(message);
  }
}
