package org.clew.platform.helpline.screen;

import java.util.Arrays;
import java.util.List;
import org.clew.platform.casework.CaseHead;
import org.clew.platform.casework.ParticipantRole;
import org.clew.platform.casework.PlaceKind;
import org.clew.platform.concerns.OpenedConcern;
import org.clew.platform.helpline.FoundKind;
import org.clew.platform.web.Filled;
import org.clew.platform.web.Mistakes;
import org.clew.platform.web.Option;
import org.clew.platform.web.Screen;

/// Making a case of a concern: its words beside what was found in them, to be ticked and corrected.
///
/// @param pieces the words told first, cut where something was found
/// @param already the cases it was put into before, within reach
/// @param filled a row for each thing found: `take` ticked with its number, `kind-`, `text-`,
///   `role-` and `whose-` with the number at the end
/// @param rows how many rows there are
public record ConcernCasePage(
    OpenedConcern concern, List<Piece> pieces, List<CaseHead> already, Filled filled, int rows) {

  public ConcernCasePage {
    pieces = List.copyOf(pieces);
    already = List.copyOf(already);
  }

  public String path() {
    return "/inbox/" + concern.summary().id();
  }

  public Mistakes mistakes() {
    return filled.mistakes();
  }

  public String text(String field) {
    return filled.text(field);
  }

  public boolean isTaken(int row) {
    return filled.ticked("take").contains(Integer.toString(row));
  }

  public static List<Option> kinds(Screen screen) {
    return Arrays.stream(FoundKind.values())
        .map(kind -> new Option(kind.name(), screen.say(kind.messageKey())))
        .toList();
  }

  /// As what a person or organisation takes part, or what happened at a place.
  public static List<Option> roles(Screen screen) {
    return java.util.stream.Stream.concat(
            Arrays.stream(ParticipantRole.values())
                .map(role -> new Option(role.name(), screen.say(role.messageKey()))),
            Arrays.stream(PlaceKind.values())
                .filter(kind -> kind != PlaceKind.OTHER && kind != PlaceKind.NOT_SAID)
                .map(kind -> new Option(kind.name(), screen.say(kind.messageKey()))))
        .toList();
  }
}
