package org.clew.platform.concerns;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A report being written.
///
/// @param recipient the organisation that was chosen; none: whoever is on duty
record Draft(Way way, Answers answers, Told told, @Nullable UUID recipient) {

  static Draft begun(Way way) {
    return new Draft(way, Answers.UNSAID, Told.words(""), null);
  }

  Draft withText(String text) {
    return new Draft(
        way,
        answers,
        new Told(text, told.country(), told.town(), told.when(), told.names(), told.phones()),
        recipient);
  }

  Draft withAnswers(Answers given) {
    return new Draft(way, given, told, recipient);
  }

  Draft withTold(Told given) {
    return new Draft(way, answers, given, recipient);
  }

  Draft withRecipient(@Nullable UUID chosen) {
    return new Draft(way, answers, told, chosen);
  }

  @Override
  public String toString() {
    return "Draft[sealed]";
  }
}
