package org.clew.platform.helpline;

import java.util.List;
import java.util.Set;
import org.clew.platform.casework.CasePlan;
import org.clew.platform.casework.Fact;

/// What a worker wants made of a concern.
///
/// @param plan title and next step of a new case; of no meaning when `reference` is filled in
/// @param reference of the case it is to be added to; empty for a new one
/// @param facts what the reporter's words speak of
/// @param taken what is taken over
record AskedCase(CasePlan plan, String reference, Set<Fact> facts, List<Taken> taken) {

  AskedCase {
    facts = Set.copyOf(facts);
    taken = List.copyOf(taken);
  }
}
