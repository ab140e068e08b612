package org.clew.platform.database;

/// A backup cannot be written or read in; the message says why and what to do. Nothing was changed.
final class BackupRefused extends StartRefused {

  private static final long serialVersionUID = 1;

  BackupRefused(String message) {
    super(message);
  }

  BackupRefused(String message, Throwable cause) {
    super(message, cause);
  }
}
