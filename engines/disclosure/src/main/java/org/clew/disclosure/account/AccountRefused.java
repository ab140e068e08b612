package org.clew.disclosure.account;

/// An account cannot be read, or does not allow what is to be booked; the message says why, and
/// what to do.
public final class AccountRefused extends RuntimeException {
  private static final long serialVersionUID = 1;

  /// @param sentence for people
  public AccountRefused(String sentence) {
    super(sentence, null, false, false);
  }

  /// For people.
  public String sentence() {
    return String.valueOf(getMessage());
  }
}
