package org.clew.platform.investigation;

import java.util.EnumSet;
import java.util.Set;
import org.clew.linkage.Agreement;
import org.clew.linkage.Evidence;
import org.clew.linkage.Kind;
import org.clew.linkage.Match;
import org.clew.platform.web.Screen;

/// Says in plain words why two things may be one. The words come from what agreed, how, and how
/// often it occurs; nothing is made up.
public final class Reasons {

  /// Bits that fill a bar: all pictures share it, so that they can be compared by eye.
  private static final double REACH_BITS = 20;

  private static final Set<Kind> IDENTIFIERS =
      EnumSet.of(Kind.PHONE, Kind.EMAIL, Kind.ACCOUNT, Kind.DOCUMENT, Kind.VEHICLE, Kind.USERNAME);

  private static final Set<Agreement> THE_VERY_SAME =
      EnumSet.of(Agreement.EXACT, Agreement.SAME_WRITTEN_DIFFERENTLY);

  private Reasons() {}

  /// The bits of all evidence together, without the prior: what stands at the top of a match, and
  /// what its bars add up to.
  public static double evidence(Match match) {
    return match.weight() - match.prior();
  }

  /// How strong a match is, and how its weight comes about.
  ///
  /// @param typed whether words were asked, by hand or out of a report, and no record: then an
  ///   identifier that is there is known, however many hold it
  /// @param records how many records were searched, 0 to say nothing of how unlikely a match was to
  ///   begin with
  public static String weighed(Screen screen, Found found, boolean typed, long records) {
    Match match = found.match();
    if (typed && sharesIdentifier(match)) {
      return screen.say("investigation.identifierKnown");
    }
    String strength = screen.say("investigation.strength." + match.strength().name());
    return records == 0
        ? strength
        : screen.say(
            "investigation.weighed",
            strength,
            screen.signed(evidence(match), 1),
            screen.signed(match.prior(), 1),
            screen.signed(match.weight(), 1));
  }

  /// Whether both hold the very same number, document or mailbox.
  static boolean sharesIdentifier(Match match) {
    return match.evidence().stream().anyMatch(Reasons::isSameIdentifier);
  }

  private static boolean isSameIdentifier(Evidence said) {
    return IDENTIFIERS.contains(said.kind()) && THE_VERY_SAME.contains(said.agreement());
  }

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
