package org.clew.platform.casework;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A statement that is to be written down.
///
/// @param participant who said it, when the speaker is a participant
/// @param facts what it speaks of
/// @param mentions participants, identifiers and places of the case it speaks of
public record NewStatement(
    Speaker speaker,
    @Nullable PartId participant,
    String words,
    Set<Fact> facts,
    Surety surety,
    Set<PartId> mentions) {

  public NewStatement {
    facts = Set.copyOf(facts);
    mentions = Set.copyOf(mentions);
    if (surety == Surety.RETRACTED) {
      throw new IllegalArgumentException("nothing is written down as retracted");
    }
  }
}
