package org.clew.platform;

/// The server must not start with these settings; the message says why and what to do.
final class StartRefused extends RuntimeException {

  private static final long serialVersionUID = 1;

  StartRefused(String message) {
    super(message);
  }
}
