package org.clew.platform.casework;

import java.util.List;

/// One page of cases.
///
/// @param total cases on all pages
public record FoundCases(List<CaseHead> cases, long total) {

  public FoundCases {
    cases = List.copyOf(cases);
  }
}
