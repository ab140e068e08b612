package org.clew.platform.casework;

/// The kinds of data a consent speaks of. What belongs to none of them never leaves.
public enum DataKind {
  /// Names, birth date, gender, citizenship, language.
  IDENTITY,
  /// Phones, e-mails, addresses and other identifiers.
  CONTACT_DETAILS,
  /// Their own words, and words that speak of them.
  STATEMENTS,
  /// Act, means, purpose.
  EXPLOITATION,
  /// Where it happened.
  PLACES,
  /// What was decided about them.
  DETERMINATIONS;

  /// The key of its name in the message files.
  public String messageKey() {
    return "casework.data." + name();
  }
}
