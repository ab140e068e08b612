package org.clew.platform.casework;

import java.util.Set;

/// How a statement should have been written down.
public record Correction(String words, Set<Fact> facts) {

  public Correction {
    facts = Set.copyOf(facts);
  }
}
