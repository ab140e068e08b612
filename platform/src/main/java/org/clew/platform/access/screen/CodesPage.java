package org.clew.platform.access.screen;

import java.util.List;

/// Recovery codes, shown once.
///
/// @param next where to go from here
public record CodesPage(List<String> codes, String next) {

  public CodesPage {
    codes = List.copyOf(codes);
  }
}
