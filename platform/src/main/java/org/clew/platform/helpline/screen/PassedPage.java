package org.clew.platform.helpline.screen;

import java.time.LocalDate;
import java.util.List;
import org.clew.platform.web.Column;

/// Concerns that went on to other organisations: nothing of them but that they went.
public record PassedPage(List<Row> rows) {

  public static final List<Column> COLUMNS =
      List.of(
          Column.fixed("on", "helpline.passed.on"),
          Column.fixed("organisation", "helpline.passed.to"),
          Column.fixed("by", "helpline.passed.by"));

  /// One of them.
  ///
  /// @param by who passed it on
  public record Row(LocalDate on, String organisation, String by) {}

  public PassedPage {
    rows = List.copyOf(rows);
  }
}
