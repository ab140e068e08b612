package org.clew.platform.investigation;

import java.time.Instant;
import java.util.List;
import org.clew.linkage.Succession;
import org.clew.linkage.Verdict;
import org.clew.platform.access.PersonId;
import org.jspecify.annotations.Nullable;

/// Something that happened to an entity.
///
/// @param judgement what somebody judged or took back, if that was the cause
public record EntityMoment(
    Succession.Kind kind, Cause cause, Instant at, @Nullable Said judgement, List<Move> moves) {

  /// What made it so.
  public enum Cause {
    /// Somebody judged two records.
    JUDGED,
    /// Somebody took a judgement back.
    UNDONE,
    /// A record was removed, or came back.
    RECORD,
    /// It was judged before entities had ids.
    BEGUN
  }

  /// A judgement, and who made it or took it back.
  ///
  /// @param reason of who judged, may be empty
  /// @param byName the name of who did it, if they are still of the organisation
  public record Said(Verdict verdict, String reason, PersonId by, @Nullable String byName) {}

  /// Records that went the same way.
  ///
  /// @param from where they were, if they were in an entity
  /// @param to where they are, if they are in one
  /// @param records how many
  public record Move(@Nullable EntityId from, @Nullable EntityId to, int records) {}

  public EntityMoment {
    moves = List.copyOf(moves);
  }

  EntityMoment named(@Nullable String name) {
    Said said = judgement;
    return said == null
        ? this
        : new EntityMoment(
            kind, cause, at, new Said(said.verdict, said.reason, said.by, name), moves);
  }
}
