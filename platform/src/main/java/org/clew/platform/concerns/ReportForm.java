package org.clew.platform.concerns;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.clew.platform.concerns.screen.StepPage;
import org.clew.platform.database.Ids;
import org.clew.platform.web.Mistake;
import org.clew.platform.web.Mistakes;
import org.jspecify.annotations.Nullable;

/// The fields of all steps, as a form posts them; each step fills and sends its own.
record ReportForm(
    @Nullable String text,
    @Nullable String danger,
    @Nullable String child,
    @Nullable String stillThere,
    @Nullable String country,
    @Nullable String town,
    @Nullable String when,
    @Nullable String names,
    @Nullable String phones,
    @Nullable String recipient,
    @Nullable String then) {

  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

  /// The fields as they stand in a draft.
  static StepPage.Fields fields(Draft draft) {
    Told told = draft.told();
    UUID recipient = draft.recipient();
    return new StepPage.Fields(
        told.text(),
        draft.answers().danger().name(),
        draft.answers().child().name(),
        draft.answers().stillThere().name(),
        told.country(),
        told.town(),
        told.when(),
        String.join("\n", told.names()),
        String.join("\n", told.phones()),
        recipient == null ? "" : recipient.toString());
  }

  /// The fields as they were posted, where they cannot be taken: nothing that was typed is lost.
  StepPage.Fields fields() {
    return new StepPage.Fields(
        or(text),
        or(danger),
        or(child),
        or(stillThere),
        or(country),
        or(town),
        or(when),
        or(names),
        or(phones),
        or(recipient));
  }

  /// What is wrong with this step's fields.
  Mistakes mistakes(Step step) {
    var found = new ArrayList<Mistake>();
    switch (step) {
      case WORDS -> words(found);
      case PLACE -> {
        tooLong(found, "town", town, Limits.LINE_CHARACTERS);
        tooLong(found, "when", when, Limits.LINE_CHARACTERS);
      }
      case PEOPLE -> {
        tooLong(found, "names", names, Limits.LIST_CHARACTERS);
        tooLong(found, "phones", phones, Limits.LIST_CHARACTERS);
      }
      case QUESTIONS, RECIPIENT -> {}
    }
    return new Mistakes(found);
  }

  /// The draft with this step's fields.
  Draft into(Step step, Draft draft) {
    Told told = draft.told();
    return switch (step) {
      case WORDS -> draft.withText(WordsGiven.text(or(text)));
      case QUESTIONS ->
          draft.withAnswers(new Answers(answer(danger), answer(child), answer(stillThere)));
      case PLACE ->
          draft.withTold(
              new Told(
                  told.text(),
                  COUNTRIES.contains(or(country)) ? or(country) : "",
                  WordsGiven.text(or(town)),
                  WordsGiven.text(or(when)),
                  told.names(),
                  told.phones()));
      case PEOPLE ->
          draft.withTold(
              new Told(
                  told.text(),
                  told.country(),
                  told.town(),
                  told.when(),
                  WordsGiven.list(or(names)),
                  WordsGiven.list(or(phones))));
      case RECIPIENT -> draft.withRecipient(chosen().orElse(null));
    };
  }

  private void words(List<Mistake> found) {
    int length = WordsGiven.text(or(text)).length();
    if (length == 0) {
      found.add(new Mistake("text", "concerns.wrong.empty"));
    } else if (length > Limits.TEXT_CHARACTERS) {
      found.add(new Mistake("text", "concerns.wrong.long", length, Limits.TEXT_CHARACTERS));
    }
  }

  private static void tooLong(
      List<Mistake> found, String field, @Nullable String value, int longest) {
    if (or(value).length() > longest) {
      found.add(new Mistake(field, "concerns.wrong.line", longest));
    }
  }

  private Optional<UUID> chosen() {
    return Ids.read(or(recipient));
  }

  private static Answer answer(@Nullable String given) {
    return Arrays.stream(Answer.values())
        .filter(answer -> answer.name().equals(given))
        .findFirst()
        .orElse(Answer.UNSAID);
  }

  private static String or(@Nullable String value) {
    return value == null ? "" : value;
  }

  /// What a person wrote is printed nowhere by accident.
  @Override
  public String toString() {
    return "ReportForm[sealed]";
  }
}
