package org.clew.platform.casework.screen;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.clew.platform.casework.CaseHead;
import org.clew.platform.casework.CaseStatus;
import org.clew.platform.web.Column;
import org.clew.platform.web.Listing;
import org.clew.platform.web.Option;
import org.clew.platform.web.Screen;

/// The list of cases.
public record CasesPage(Listing listing, List<CaseHead> cases, Names names) {

  public static final List<Column> COLUMNS =
      List.of(
          Column.text("reference", "casework.column.reference"),
          Column.text("title", "casework.column.title"),
          Column.text("status", "casework.column.status"),
          Column.text("due", "casework.column.next"),
          Column.fixed("assigned", "casework.column.assigned"),
          Column.text("changed", "casework.column.changed"));

  public CasesPage {
    cases = List.copyOf(cases);
  }

  public String filtered(String name) {
    return listing.filter().getOrDefault(name, "");
  }

  public List<Option> statuses(Screen screen) {
    var options = new ArrayList<Option>();
    options.add(new Option("", screen.say("casework.any")));
    Arrays.stream(CaseStatus.values())
        .map(status -> new Option(status.name(), screen.say(status.messageKey())))
        .forEach(options::add);
    return options;
  }

  public List<Option> whose(Screen screen) {
    return List.of(
        new Option("", screen.say("casework.whose.team")),
        new Option("mine", screen.say("casework.whose.mine")));
  }
}
