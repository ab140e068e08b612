package org.clew.platform.concerns.screen;

import java.util.List;
import org.clew.platform.concerns.Way;

/// What helps first, for one way, and the button that begins a report.
///
/// @param taken whether any organisation takes reports
public record WayPage(Way way, boolean taken) {

  /// Message keys `concerns.<part>.1` to `.<count>`.
  public List<String> keys(String part, int count) {
    return java.util.stream.IntStream.rangeClosed(1, count)
        .mapToObj(i -> "concerns." + part + "." + i)
        .toList();
  }
}
