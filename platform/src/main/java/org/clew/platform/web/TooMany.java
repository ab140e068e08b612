package org.clew.platform.web;

import java.time.Duration;

/// A limit was reached; trying again after a while is fine.
public final class TooMany extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final Duration retryAfter;

  public TooMany(Duration retryAfter) {
    super("too many requests", null, false, false);
    this.retryAfter = retryAfter;
  }

  public Duration retryAfter() {
    return retryAfter;
  }
}
