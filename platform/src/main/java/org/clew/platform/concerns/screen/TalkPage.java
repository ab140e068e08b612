package org.clew.platform.concerns.screen;

import java.time.LocalDate;
import java.util.List;
import org.clew.platform.concerns.Told;
import org.clew.platform.web.Mistakes;

/// The talk as the reporter reads it.
///
/// @param once lets a reply be taken once
/// @param reply what was written but not taken
public record TalkPage(
    String organisation,
    Told told,
    List<Line> lines,
    LocalDate keptUntil,
    String once,
    String reply,
    Mistakes mistakes) {

  /// One message.
  public record Line(boolean theirs, String text, LocalDate day) {}

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
