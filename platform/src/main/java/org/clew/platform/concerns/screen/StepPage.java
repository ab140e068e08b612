package org.clew.platform.concerns.screen;

import java.util.List;
import org.clew.platform.access.Organisations.OnDuty;
import org.clew.platform.concerns.Answer;
import org.clew.platform.concerns.Way;
import org.clew.platform.web.Mistakes;
import org.clew.platform.web.Option;
import org.clew.platform.web.Screen;

/// One step of a report, as it was written so far.
///
/// @param number from 1
/// @param of how many steps there are
/// @param then where the visitor came from to change something: `check`, or nothing
/// @param form what stands in the fields
/// @param recipients organisations to choose from, the one on duty first
public record StepPage(
    int number,
    int of,
    String then,
    Way way,
    Fields form,
    List<Recipient> recipients,
    Mistakes mistakes) {

  /// What stands in the fields of all steps.
  public record Fields(
      String text,
      String danger,
      String child,
      String stillThere,
      String country,
      String town,
      String when,
      String names,
      String phones,
      String recipient) {

    /// What a person wrote is printed nowhere by accident.
    @Override
    public String toString() {
      return "Fields[sealed]";
    }
  }

  /// An organisation that takes reports.
  ///
  /// @param value empty for the one on duty
  /// @param reach whether the one on duty is on duty for the place that was named
  public record Recipient(String value, String name, OnDuty.Reach reach) {}

  public StepPage {
    recipients = List.copyOf(recipients);
  }

  /// The address this step posts to.
  public String path() {
    return "/report/" + number;
  }

  /// The address of the step before.
  public String back() {
    return then.equals("check") ? "/report/check" : "/report/" + (number - 1);
  }

  /// The answers to a closed question.
  public List<Option> closed(Screen screen) {
    return java.util.Arrays.stream(Answer.values())
        .map(answer -> new Option(answer.name(), screen.say(answer.messageKey())))
        .toList();
  }

  /// Whom it may be sent to.
  public List<Option> recipients(Screen screen) {
    return recipients.stream().map(recipient -> option(screen, recipient)).toList();
  }

  private Option option(Screen screen, Recipient recipient) {
    return recipient.value().isEmpty()
        ? new Option(
            "",
            screen.say("concerns.recipient.duty." + recipient.reach()),
            screen.say(
                form.country().isEmpty() && recipient.reach() == OnDuty.Reach.ELSEWHERE
                    ? "concerns.recipient.now.NOWHERE"
                    : "concerns.recipient.now." + recipient.reach(),
                recipient.name()))
        : new Option(recipient.value(), recipient.name());
  }
}
