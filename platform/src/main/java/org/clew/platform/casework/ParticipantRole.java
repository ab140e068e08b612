package org.clew.platform.casework;

/// As what somebody takes part in a case. One person can have several: who is affected may also
/// have been made to recruit.
public enum ParticipantRole {
  PERSON_AFFECTED(Consents.ASKED),
  REPORTER(Consents.ASKED),
  WITNESS(Consents.ASKED),
  FAMILY_MEMBER(Consents.ASKED),
  SUPPORTER(Consents.ASKED),
  RECRUITER(Consents.NOT_ASKED),
  BROKER(Consents.NOT_ASKED),
  TRANSPORTER(Consents.NOT_ASKED),
  EXPLOITER(Consents.NOT_ASKED),
  ABUSER(Consents.NOT_ASKED),
  OTHER(Consents.ASKED);

  /// Whether what is known of somebody in this role leaves the organisation only with their
  /// consent.
  enum Consents {
    ASKED,
    NOT_ASKED
  }

  private final Consents consents;

  ParticipantRole(Consents consents) {
    this.consents = consents;
  }

  boolean asksConsent() {
    return consents == Consents.ASKED;
  }

  /// The key of its name in the message files.
  public String messageKey() {
    return "casework.role." + name();
  }
}
