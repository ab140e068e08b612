package org.clew.platform.helpline;

import java.util.List;
import java.util.Set;
import org.clew.platform.casework.CasePlan;
import org.clew.platform.casework.Fact;

/// What a worker wants made of a concern.
///
/// @param plan title and next step of a new case; of no meaning when `reference` is filled in
/// @param reference of the case it is to be added to; empty for a new one
/// @param again whether it is meant although the concern is in a case already
/// @param sending what tells this sending of the form from every other
/// @param facts what the reporter's words speak of
/// @param taken what is taken over
record AskedCase(
    CasePlan plan,
    String reference,
    boolean again,
    String sending,
    Set<Fact> facts,
    List<Taken> taken) {

  AskedCase {
    facts = Set.copyOf(facts);
    taken = List.copyOf(taken);
  }
}
