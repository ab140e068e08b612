package org.clew.platform.helpline;

import java.util.List;
import org.clew.platform.access.Organisation;
import org.clew.platform.concerns.Answer;
import org.clew.platform.concerns.Answers;
import org.clew.platform.concerns.Report;
import org.clew.platform.concerns.Told;
import org.clew.platform.concerns.Way;
import org.clew.platform.web.Language;

/// What somebody reports in these tests: a house, a man, his number.
final class HouseReport {

  static final String WORDS =
      "Ten women in one house at 14 Mill Lane, Easton. A man named Dario Marin keeps the papers,"
          + " his number is +44 7700 900188. <b>Please</b> hurry.";

  private HouseReport() {}

  static Report to(Organisation organisation) {
    return new Report(
        organisation.id(),
        Way.WORRIED,
        Language.SPANISH,
        new Answers(Answer.YES, Answer.UNSAID, Answer.YES),
        new Told(WORDS, "GB", "Easton", "every night", List.of("Dario"), List.of("020 7946 0123")));
  }
}
