package org.clew.platform.casework;

/// What somebody lets their data be used for.
public enum ConsentPurpose {
  REFERRAL,
  COORDINATION,
  LEGAL_ADVICE,
  LAW_ENFORCEMENT,
  RESEARCH;

  /// The key of its name in the message files.
  public String messageKey() {
    return "casework.purpose." + name();
  }
}
