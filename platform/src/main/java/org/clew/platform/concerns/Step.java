package org.clew.platform.concerns;

import java.util.Arrays;
import java.util.Optional;

/// The steps of a report before it is read once more. Their addresses are bare numbers.
enum Step {
  WORDS(1, "words"),
  QUESTIONS(2, "questions"),
  PLACE(3, "place"),
  PEOPLE(4, "people"),
  RECIPIENT(5, "recipient");

  /// How many screens there are, the last reading included.
  static final int SCREENS = values().length + 1;

  private final int number;
  private final String template;

  Step(int number, String template) {
    this.number = number;
    this.template = "concerns/" + template;
  }

  static Optional<Step> at(int number) {
    return Arrays.stream(values()).filter(step -> step.number == number).findFirst();
  }

  int number() {
    return number;
  }

  String template() {
    return template;
  }

  /// Where to go once this step is done.
  String next() {
    return number < values().length ? "/report/" + (number + 1) : "/report/check";
  }
}
