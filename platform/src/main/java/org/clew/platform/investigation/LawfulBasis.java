package org.clew.platform.investigation;

/// On what ground personal data are processed (GDPR, Article 6(1) a–f).
public enum LawfulBasis {
  CONSENT,
  CONTRACT,
  LEGAL_OBLIGATION,
  VITAL_INTERESTS,
  PUBLIC_TASK,
  LEGITIMATE_INTERESTS;

  public String messageKey() {
    return "investigation.basis." + name();
  }
}
