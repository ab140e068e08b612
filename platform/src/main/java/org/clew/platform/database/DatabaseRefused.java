package org.clew.platform.database;

/// The database cannot be used as it is; the message says why and what to do, in one sentence or
/// two.
public final class DatabaseRefused extends StartRefused {

  private static final long serialVersionUID = 1;

  public DatabaseRefused(String message) {
    super(message);
  }

  public DatabaseRefused(String message, Throwable cause) {
    super(message, cause);
  }
}
