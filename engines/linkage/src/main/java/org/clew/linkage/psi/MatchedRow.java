package org.clew.linkage.psi;

import java.util.List;
import java.util.Set;
import org.clew.linkage.ExactKey.Way;

/// One of the side's own rows that the other side holds, too.
///
/// @param row its number in the list, from 0
/// @param by what the keys that match were made of
/// @param references names of the matches, the same on both sides, so that two people can speak of
///   a match without saying whom it is about; mostly one
public record MatchedRow(int row, Set<Way> by, List<String> references) {

  public MatchedRow {
    by = Set.copyOf(by);
    references = List.copyOf(references);
  }
}
