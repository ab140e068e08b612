package org.clew.platform.web.screen;

import java.util.List;
import org.clew.platform.web.Column;
import org.clew.platform.web.Evidence;
import org.clew.platform.web.Listing;
import org.clew.platform.web.Mistakes;
import org.clew.platform.web.Option;
import org.clew.platform.web.Progress;
import org.clew.platform.web.Tab;

/// All parts on one page, to look at and to test.
public record LookPage(
    Mistakes mistakes,
    List<Option> options,
    Evidence evidence,
    List<Column> columns,
    List<String> rows,
    Listing listing,
    Progress progress,
    Progress unknown,
    List<Tab> tabs) {

  public LookPage {
    options = List.copyOf(options);
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
    tabs = List.copyOf(tabs);
  }
}
