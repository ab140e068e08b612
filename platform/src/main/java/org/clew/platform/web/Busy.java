package org.clew.platform.web;

import java.time.Duration;

/// There is no room for this now, whoever asks; trying again after a while is fine.
public final class Busy extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final Duration retryAfter;

  public Busy(Duration retryAfter) {
    super("busy", null, false, false);
    this.retryAfter = retryAfter;
  }

  public Duration retryAfter() {
    return retryAfter;
  }
}
