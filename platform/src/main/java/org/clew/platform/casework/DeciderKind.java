package org.clew.platform.casework;

/// What kind of body decided (HTCDS `vic_TraffickingStatusDecisionMakingOrg`).
public enum DeciderKind {
  POLICE("Police"),
  NGO("NGO"),
  COURT_OR_PROSECUTION("CourtOrProsecution"),
  OTHER_PUBLIC_BODY("NonPoliceGovernmentalOrganization"),
  OTHER("Other");

  private final String htcds;

  DeciderKind(String htcds) {
    this.htcds = htcds;
  }

  /// HTCDS 2.0 code.
  public String htcds() {
    return htcds;
  }

  /// The key of its name in the message files.
  public String messageKey() {
    return "casework.decider." + name();
  }
}
