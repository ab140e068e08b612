package org.clew.platform.concerns.screen;

import org.clew.platform.web.Mistakes;

/// The receipt, shown or tried.
///
/// @param grouped its digits in groups
/// @param typed what somebody tried; empty before
public record NumberPage(String grouped, String typed, Mistakes mistakes) {

  /// A receipt is printed nowhere by accident.
  @Override
  public String toString() {
    return "NumberPage[sealed]";
  }
}
