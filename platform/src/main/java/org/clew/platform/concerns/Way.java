package org.clew.platform.concerns;

/// Which of the ways on the front page a reporter came.
public enum Way {
  /// It is about me.
  NEED_HELP,
  /// It is about somebody I know or saw.
  WORRIED,
  /// It is about somebody I meet at work.
  AT_WORK;

  /// The key of the way's name in the message files.
  public String messageKey() {
    return "concerns.way." + name();
  }
}
