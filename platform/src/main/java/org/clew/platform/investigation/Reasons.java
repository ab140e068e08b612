package org.clew.platform.investigation;

import org.clew.linkage.Agreement;
import org.clew.linkage.Evidence;
import org.clew.linkage.Match;
import org.clew.platform.web.Screen;

/// Says in plain words why two things may be one. The words come from what agreed, how, and how
/// often it occurs; nothing is made up.
public final class Reasons {

  /// Bits that fill a bar: all pictures share it, so that they can be compared by eye.
  private static final double REACH_BITS = 20;

  private Reasons() {}

  /// The evidence of a match as bars, each with its reason.
  ///
  /// @param records how many records were searched, 0 to say nothing of how often a value occurs
  public static org.clew.platform.web.Evidence bars(Screen screen, Match match, long records) {
    return new org.clew.platform.web.Evidence(
        match.evidence().stream()
            .map(
                said ->
                    new org.clew.platform.web.Evidence.Line(
                        screen.say("investigation.kind." + said.kind().name()),
                        said.bits(),
                        say(screen, said, records)))
            .toList(),
        REACH_BITS);
  }

  /// One reason as a sentence.
  public static String say(Screen screen, Evidence said, long records) {
    String why =
        screen.say(
            "investigation.why." + said.agreement().name(),
            said.kind().name(),
            said.asked(),
            said.found());
    if (records == 0 || said.frequency() == 0 || said.agreement() == Agreement.DIFFERENT) {
      return screen.say("investigation.why.only", why);
    }
    String often = screen.say("investigation.often", said.frequency(), records);
    return screen.say("investigation.why.often", why, often);
  }
}
