package org.clew.platform.helpline.screen;

import java.util.List;
import org.clew.platform.casework.CaseHead;
import org.clew.platform.concerns.ConcernSummary;
import org.clew.platform.concerns.Message;
import org.clew.platform.concerns.OpenedConcern;
import org.clew.platform.concerns.PassAsked;
import org.clew.platform.concerns.Told;
import org.clew.platform.helpline.Finding;
import org.clew.platform.investigation.Found;
import org.clew.platform.web.Filled;
import org.clew.platform.web.Mistakes;
import org.jspecify.annotations.Nullable;

/// An opened concern: the words as they came, what may be in them, the talk since.
///
/// @param pieces the words told first, cut where something was found
/// @param known what of it is known before
/// @param asked whether it may go on to another organisation, if the reporter was asked
/// @param cases the cases it was put into, within reach
/// @param answer what somebody is writing back
public record ConcernPage(
    OpenedConcern concern,
    List<Piece> pieces,
    List<Known> known,
    @Nullable PassAsked asked,
    List<CaseHead> cases,
    Filled answer) {

  /// What is known of one number, plate or address of a concern.
  ///
  /// @param records how many records were searched, 0 for who may not see all of them
  public record Known(Finding asked, List<Found> found, long records) {

    public Known {
      found = List.copyOf(found);
    }
  }

  public ConcernPage {
    known = List.copyOf(known);
    pieces = List.copyOf(pieces);
    cases = List.copyOf(cases);
  }

  public ConcernSummary summary() {
    return concern.summary();
  }

  public Told told() {
    return concern.told();
  }

  public List<Message> talk() {
    return concern.messages();
  }

  public String path() {
    return "/inbox/" + summary().id();
  }

  public Mistakes mistakes() {
    return answer.mistakes();
  }
}
