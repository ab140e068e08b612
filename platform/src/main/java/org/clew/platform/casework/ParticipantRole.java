package org.clew.platform.casework;

/// As what somebody takes part in a case. One person can have several: who is affected may also
/// have been made to recruit.
public enum ParticipantRole {
  PERSON_AFFECTED(Consents.ASKED, ""),
  REPORTER(Consents.ASKED, ""),
  WITNESS(Consents.ASKED, ""),
  FAMILY_MEMBER(Consents.ASKED, ""),
  SUPPORTER(Consents.ASKED, ""),
  RECRUITER(Consents.NOT_ASKED, "RecruiterOrIntermediary"),
  BROKER(Consents.NOT_ASKED, "BrokerTravelAgent"),
  TRANSPORTER(Consents.NOT_ASKED, "Transporter"),
  EXPLOITER(Consents.NOT_ASKED, "Exploiter"),
  ABUSER(Consents.NOT_ASKED, "Abuser"),
  OTHER(Consents.ASKED, "");

  /// Whether what is known of somebody in this role leaves the organisation only with their
  /// consent.
  enum Consents {
    ASKED,
    NOT_ASKED
  }

  private final Consents consents;
  private final String htcds;

  ParticipantRole(Consents consents, String htcds) {
    this.consents = consents;
    this.htcds = htcds;
  }

  boolean asksConsent() {
    return consents == Consents.ASKED;
  }

  /// HTCDS 2.0 `per_RoleInProcess` code; empty for who is no perpetrator in its sense.
  public String htcds() {
    return htcds;
  }

  /// The key of its name in the message files.
  public String messageKey() {
    return "casework.role." + name();
  }
}
