package org.clew.platform.casework;

import java.util.List;
import java.util.Set;
import org.clew.platform.access.PersonId;
import org.jspecify.annotations.Nullable;

/// One assertion: who said it, in which contact, how sure.
///
/// @param participant who said it, when the speaker is a participant
/// @param facts what it speaks of
/// @param mentions participants, identifiers and places it speaks of
/// @param changes how it came to be as sure as it is, oldest first
public record Statement(
    PartId id,
    PartId contact,
    Speaker speaker,
    @Nullable PartId participant,
    String words,
    Set<Fact> facts,
    Surety surety,
    Set<PartId> mentions,
    List<StatementChange> changes,
    PersonId recordedBy,
    int version) {

  public Statement {
    facts = Set.copyOf(facts);
    mentions = Set.copyOf(mentions);
    changes = List.copyOf(changes);
  }

  public boolean stands() {
    return surety != Surety.RETRACTED;
  }

  /// The same without what was said and what was said about it.
  Statement withoutWords() {
    return new Statement(
        id,
        contact,
        speaker,
        participant,
        "",
        facts,
        surety,
        mentions,
        List.of(),
        recordedBy,
        version);
  }

  /// The facts in the order of the elements.
  public List<Fact> factsInOrder() {
    return facts.stream().sorted().toList();
  }

  /// The last change that has not been undone, if there is one to undo.
  public @Nullable StatementChange undoable() {
    return changes.isEmpty() || changes.getLast().undone() ? null : changes.getLast();
  }
}
