package org.clew.platform.casework;

import java.time.Instant;
import java.util.List;

/// What may leave of a case for one purpose and one recipient, and an account of what may not.
///
/// @param head of which only reference, status and day of opening leave
/// @param organisation whose case it is
/// @param affected what leaves of each person affected, for a table with one row each
public record Export(
    CaseHead head,
    String organisation,
    ConsentPurpose purpose,
    String recipient,
    Instant madeAt,
    List<Participant> participants,
    List<Identifier> identifiers,
    List<SafeContactPlan> plans,
    List<Place> places,
    List<Statement> statements,
    List<Determination> determinations,
    List<Affected> affected,
    List<LeftOut> leftOut) {

  /// What is known of one person affected and may leave.
  ///
  /// @param facts act, means and purpose of the case; empty without consent
  public record Affected(Participant participant, List<Fact> facts) {

    public Affected {
      facts = List.copyOf(facts);
    }
  }

  public Export {
    participants = List.copyOf(participants);
    identifiers = List.copyOf(identifiers);
    plans = List.copyOf(plans);
    places = List.copyOf(places);
    statements = List.copyOf(statements);
    determinations = List.copyOf(determinations);
    affected = List.copyOf(affected);
    leftOut = List.copyOf(leftOut);
  }
}
