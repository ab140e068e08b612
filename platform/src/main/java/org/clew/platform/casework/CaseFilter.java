package org.clew.platform.casework;

import org.clew.platform.web.ListAsk;
import org.jspecify.annotations.Nullable;

/// Which cases to list, in what order.
///
/// @param status only those, or any
/// @param open only cases something is still being done about (true) or closed ones (false), or
///   both
/// @param mine only what the person who asks opened or was given
/// @param sort `reference`, `title`, `status`, `due` or `changed`, with `-` before it for last
///   first
/// @param offset rows before this page
/// @param rows rows on this page, at most [ListAsk#PAGE_ROWS]
public record CaseFilter(
    @Nullable CaseStatus status,
    @Nullable Boolean open,
    boolean mine,
    String sort,
    int offset,
    int rows) {

  /// Everything within reach, what changed last first.
  public static final CaseFilter EVERYTHING =
      new CaseFilter(null, null, false, "-changed", 0, ListAsk.PAGE_ROWS);

  public CaseFilter {
    if (offset < 0 || rows < 1 || rows > ListAsk.PAGE_ROWS) {
      throw new IllegalArgumentException("a page has 1 to " + ListAsk.PAGE_ROWS + " rows");
    }
  }
}
