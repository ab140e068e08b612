package org.clew.platform.concerns;

/// What can be answered to a closed question.
public enum Answer {
  YES,
  NO,
  /// "I don't know" or "I don't want to say": one answer, so that neither gives anything away.
  UNSAID;

  /// The key of the answer's name in the message files.
  public String messageKey() {
    return "concerns.answer." + name();
  }
}
