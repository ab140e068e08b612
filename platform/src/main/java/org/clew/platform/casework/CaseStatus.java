package org.clew.platform.casework;

/// How far a case has come (HTCDS `cas_Status`).
public enum CaseStatus {
  ACTIVE("Active"),
  FOLLOW_UP("FollowUp"),
  CLOSED("Closed"),
  CLOSED_REFERRED("ClosedReferred");

  private final String htcds;

  CaseStatus(String htcds) {
    this.htcds = htcds;
  }

  /// HTCDS 2.0 code.
  public String htcds() {
    return htcds;
  }

  /// Whether nothing more is being done: closing takes a reason.
  public boolean isClosed() {
    return this == CLOSED || this == CLOSED_REFERRED;
  }

  /// The key of its name in the message files.
  public String messageKey() {
    return "casework.status." + name();
  }
}
