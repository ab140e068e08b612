package org.clew.platform.helpline.screen;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.clew.platform.concerns.ConcernSummary;
import org.clew.platform.concerns.Concerns;
import org.clew.platform.concerns.Urgency;
import org.clew.platform.web.Column;
import org.clew.platform.web.Listing;
import org.clew.platform.web.Screen;
import org.clew.platform.web.Tab;

/// What waits, most urgent first. Codes only: no word of a report is unsealed here.
public record InboxPage(
    Concerns.Shelf shelf,
    Map<Concerns.Shelf, Long> counts,
    Listing listing,
    List<ConcernSummary> concerns) {

  public static final List<Column> COLUMNS =
      List.of(
          Column.fixed("urgency", "helpline.column.urgency"),
          Column.fixed("reasons", "helpline.column.reasons"),
          Column.fixed("way", "helpline.column.way"),
          Column.fixed("received", "helpline.column.received"),
          Column.fixed("status", "helpline.column.status"));

  public InboxPage {
    counts = Map.copyOf(counts);
    concerns = List.copyOf(concerns);
  }

  public List<Tab> tabs(Screen screen) {
    return Stream.concat(
            Arrays.stream(Concerns.Shelf.values())
                .map(
                    each ->
                        new Tab(
                            "/inbox?shelf=" + each.name(),
                            screen.say("helpline.shelf." + each.name()),
                            each == shelf,
                            counts.getOrDefault(each, 0L))),
            Stream.of(new Tab("/inbox/passed", screen.say("helpline.passed"), false)))
        .toList();
  }

  /// The colour of an urgency.
  public static String kind(Urgency urgency) {
    return switch (urgency) {
      case NOW -> "stop";
      case SOON -> "warn";
      case IN_TURN -> "";
    };
  }
}
