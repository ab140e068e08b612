package org.clew.platform.database;

/// The program must not go on as things are; the message says why and what to do, in one sentence
/// or two, to whoever started it.
public class StartRefused extends RuntimeException {

  private static final long serialVersionUID = 1;

  public StartRefused(String message) {
    super(message);
  }

  StartRefused(String message, Throwable cause) {
    super(message, cause);
  }
}
