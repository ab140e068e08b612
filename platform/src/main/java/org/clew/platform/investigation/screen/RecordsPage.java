package org.clew.platform.investigation.screen;

import java.util.ArrayList;
import java.util.List;
import org.clew.platform.investigation.ImportList;
import org.clew.platform.investigation.ShownRecord;
import org.clew.platform.web.Column;
import org.clew.platform.web.Listing;
import org.clew.platform.web.Option;
import org.clew.platform.web.Screen;

/// Records by where they came from.
///
/// @param lists the lists to choose from
/// @param source the chosen list's id, or empty for all sources
public record RecordsPage(
    List<ShownRecord> records, Listing listing, List<ImportList> lists, String source) {

  public RecordsPage {
    records = List.copyOf(records);
    lists = List.copyOf(lists);
  }

  public List<Column> columns() {
    return List.of(
        Column.fixed("name", "investigation.records.name"),
        Column.fixed("says", "investigation.records.says"),
        Column.fixed("source", "investigation.records.source"));
  }

  public List<Option> sources(Screen screen) {
    var options = new ArrayList<Option>();
    options.add(new Option("", screen.say("investigation.records.allSources")));
    lists.forEach(list -> options.add(new Option(list.id().toString(), list.about().name())));
    return options;
  }
}
