package org.clew.linkage;

import java.time.Instant;
import java.util.Objects;

/// What happened to entities, by what and when. Carrying out all events in their order turns what
/// was into what is.
///
/// @param number from 1, in the order in which things happened
/// @param change what happened
/// @param cause by what
/// @param at when, as whoever made the change said
public record EntityEvent(long number, EntityChange change, Cause cause, Instant at) {

  /// What made a change.
  public sealed interface Cause {
    /// A record was added, or says something else.
    record Put(String record) implements Cause {}

    /// A record was removed.
    record Removed(String record) implements Cause {}

    /// Somebody judged two records.
    record Judged(Judgement judgement, Said said) implements Cause {}

    /// Somebody took a judgement back.
    record Undone(Judgement judgement, Said said) implements Cause {}

    /// All records were weighed anew, by what is known of all of them by now.
    record Reweighed() implements Cause {}
  }

  /// Who said something, when and why.
  ///
  /// @param by whoever calls knows whom that names
  /// @param why in their words, may be empty
  public record Said(String by, Instant at, String why) {
    public Said {
      Objects.requireNonNull(by, "by");
      Objects.requireNonNull(at, "at");
      Objects.requireNonNull(why, "why");
    }
  }
}
