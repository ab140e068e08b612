package org.clew.platform.audit.screen;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.clew.platform.web.Column;
import org.clew.platform.web.Listing;
import org.jspecify.annotations.Nullable;

/// Who did and who read what.
///
/// @param names people and tokens to choose from, name by id
/// @param deeds the names of all deeds
/// @param kinds the names of all kinds of things
/// @param one what the only thing that is looked at is called; empty for all things
/// @param chain what the check of the chain found
/// @param export the address of the same rows as a file
public record AuditPage(
    List<Row> rows,
    List<Column> columns,
    Listing listing,
    Map<String, String> names,
    List<String> deeds,
    List<String> kinds,
    String one,
    Chain chain,
    String export) {

  public AuditPage {
    rows = List.copyOf(rows);
    columns = List.copyOf(columns);
    deeds = List.copyOf(deeds);
    kinds = List.copyOf(kinds);
  }

  /// One deed.
  ///
  /// @param deed the key of the deed's name
  /// @param kind the key of the name of the kind of thing
  /// @param subject the thing's name if it has one here, else the end of its id
  /// @param more how many more things stood in the same list at the same moment
  /// @param path where the thing can be seen, or nothing
  public record Row(
      Instant at,
      String who,
      String deed,
      String kind,
      String subject,
      int more,
      @Nullable String path) {}

  /// The check of the chain: how many rows it covers, and the first that does not fit.
  ///
  /// @param checked whether it was checked at all: a long chain only when asked
  public record Chain(boolean checked, long rows, @Nullable Long brokenAt) {}
}
