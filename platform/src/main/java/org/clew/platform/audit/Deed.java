package org.clew.platform.audit;

/// What was done.
public enum Deed {
  READ,
  LISTED,
  SEARCHED,
  CREATED,
  CHANGED,
  ANSWERED,
  ASSIGNED,
  JUDGED,
  IMPORTED,
  UNDID,
  EXPORTED,
  PASSED_ON,
  SIGNED_IN,
  SIGN_IN_REFUSED,
  LET_IN,
  SIGNED_OUT,
  CREDENTIAL_CHANGED,
  ROLES_CHANGED,
  BLOCKED,
  UNBLOCKED;

  /// The key of the deed's name in the message files.
  public String messageKey() {
    return "audit.deed." + name();
  }
}
