package org.clew.platform.concerns;

/// The closed answers. They alone are kept in clear, as codes, so that an inbox can be ordered
/// while every word stays sealed.
///
/// @param danger is anybody in danger now?
/// @param child is it about somebody under 18?
/// @param stillThere is the person still there?
public record Answers(Answer danger, Answer child, Answer stillThere) {

  /// Nothing was answered.
  public static final Answers UNSAID = new Answers(Answer.UNSAID, Answer.UNSAID, Answer.UNSAID);
}
