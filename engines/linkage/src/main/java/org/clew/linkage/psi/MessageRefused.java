package org.clew.linkage.psi;

/// A message, a list or a state that cannot be gone on with. Its text is a whole sentence for
/// whoever called, without any value of a record.
public final class MessageRefused extends RuntimeException {

  private static final long serialVersionUID = 1;

  /// What is wrong.
  public enum Why {
    /// No message of this protocol, cut off, or changed on its way.
    DAMAGED,
    /// Of a version this program does not speak.
    VERSION,
    /// Of another run, or answering another message.
    OTHER_RUN,
    /// Not the message that is awaited now.
    OUT_OF_TURN,
    /// Larger than [MatchLimits] allows.
    TOO_LARGE,
    /// Points that no honest side sends.
    HOSTILE,
    /// Too few records to be asked about.
    TOO_FEW
  }

  private final transient Why why;

  MessageRefused(Why why, String sentence) {
    super(sentence, null, false, false);
    this.why = why;
  }

  /// What is wrong.
  public Why why() {
    return why;
  }
}
