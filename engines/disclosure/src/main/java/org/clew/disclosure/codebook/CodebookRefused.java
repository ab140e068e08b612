package org.clew.disclosure.codebook;

/// A codebook, or a table under it, that cannot be used. The message says what is wrong and what to
/// do, and has no cell of a person's row in it.
public final class CodebookRefused extends RuntimeException {
  private static final long serialVersionUID = 1;

  /// Refuses with a reason.
  ///
  /// @param sentence for people
  public CodebookRefused(String sentence) {
    super(sentence, null, false, false);
  }

  /// What to tell people.
  public String sentence() {
    return String.valueOf(getMessage());
  }
}
