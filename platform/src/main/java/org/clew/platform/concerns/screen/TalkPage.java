package org.clew.platform.concerns.screen;

import java.time.LocalDate;
import java.util.List;
import org.clew.platform.concerns.PassAsked;
import org.clew.platform.concerns.PassedFrom;
import org.clew.platform.concerns.Told;
import org.clew.platform.web.Mistakes;
import org.jspecify.annotations.Nullable;

/// The talk as the reporter reads it.
///
/// @param from where it was before, if anywhere
/// @param asked whether it may go on to another organisation, if somebody asked
/// @param once lets a reply be taken once
/// @param reply what was written but not taken
public record TalkPage(
    String organisation,
    @Nullable PassedFrom from,
    @Nullable PassAsked asked,
    Told told,
    List<Line> lines,
    LocalDate keptUntil,
    String once,
    String reply,
    Mistakes mistakes) {

  /// One message.
  ///
  /// @param by the organisation that said it; empty for the reporter's own
  public record Line(String by, String text, LocalDate day) {

    public boolean theirs() {
      return !by.isEmpty();
    }
  }

  public TalkPage {
    lines = List.copyOf(lines);
  }

  /// Whether anybody has answered.
  public boolean answered() {
    return lines.stream().anyMatch(Line::theirs);
  }

  /// What was said is printed nowhere by accident.
  @Override
  public String toString() {
    return "TalkPage[sealed]";
  }
}
