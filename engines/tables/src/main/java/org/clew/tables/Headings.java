package org.clew.tables;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The first row of a list.
public final class Headings {

  private Headings() {}

  /// What is wrong with headings, as a sentence: each column must have one, and none twice.
  ///
  /// @param headings without white space around them
  public static Optional<String> fault(List<String> headings) {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < headings.size(); i++) {
      if (headings.get(i).isEmpty()) {
        return Optional.of("column %d has no heading.".formatted(i + 1));
      }
      if (!seen.add(headings.get(i))) {
        return Optional.of("two columns are called \"%s\".".formatted(headings.get(i)));
      }
    }
    return Optional.empty();
  }
}
