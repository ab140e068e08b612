package org.clew.disclosure.federated;

/// A plan, a key or a contribution that cannot be gone on with. Its text is a whole sentence for
/// whoever called, without any count of anybody's list.
public final class RoundRefused extends RuntimeException {
  private static final long serialVersionUID = 1;

  /// Refuses with a reason.
  ///
  /// @param sentence for people
  public RoundRefused(String sentence) {
    super(sentence, null, false, false);
  }

  /// What to tell people.
  public String sentence() {
    return String.valueOf(getMessage());
  }
}
