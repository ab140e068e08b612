package org.clew.platform.concerns.screen;

import org.clew.platform.web.Mistakes;

/// Where a receipt is typed.
///
/// @param typed what was typed, to be corrected
public record ReturnPage(String typed, Mistakes mistakes) {

  /// A receipt is printed nowhere by accident.
  @Override
  public String toString() {
    return "ReturnPage[sealed]";
  }
}
