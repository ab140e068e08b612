package org.clew.platform.casework;

/// What an export leaves out, how many of it, and why.
public record LeftOut(What what, int count, Why why) {

  /// Parts of a case.
  public enum What {
    PARTICIPANT,
    IDENTIFIER,
    SAFE_CONTACT_PLAN,
    PLACE,
    STATEMENT,
    FACTS,
    DETERMINATION,
    NOTE;

    /// The key of its name in the message files.
    public String messageKey() {
      return "casework.leftOut." + name();
    }
  }

  /// Reasons to leave something out.
  public enum Why {
    /// Somebody whom it concerns has not agreed to this purpose, recipient and kind of data.
    NO_CONSENT,
    /// Nobody knows who said it, so nobody could be asked.
    SPEAKER_UNKNOWN,
    /// Who is said to have exploited somebody is nothing research gets by name.
    NOT_FOR_RESEARCH,
    /// It was retracted.
    RETRACTED,
    /// Title, next step and notes are the team's own words and leave with no export.
    NEVER_LEAVES;

    /// The key of its name in the message files.
    public String messageKey() {
      return "casework.why." + name();
    }
  }
}
