package org.clew.platform.investigation.screen;

import java.util.List;
import org.clew.platform.investigation.ImportList;
import org.clew.platform.web.Column;
import org.clew.platform.web.Listing;

/// All lists that were brought in, the latest first.
public record ImportsPage(List<ImportList> lists, Listing listing) {

  public ImportsPage {
    lists = List.copyOf(lists);
  }

  public List<Column> columns() {
    return List.of(
        Column.fixed("name", "investigation.import.name"),
        Column.fixed("state", "investigation.import.state"),
        new Column("rows", "investigation.import.rows", Column.Align.END, Column.Sort.NO),
        new Column("rejected", "investigation.import.rejected", Column.Align.END, Column.Sort.NO),
        Column.fixed("when", "investigation.import.when"),
        Column.fixed("keepUntil", "investigation.import.keepUntil"));
  }
}
