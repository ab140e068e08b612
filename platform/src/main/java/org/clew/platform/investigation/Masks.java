package org.clew.platform.investigation;

import java.util.List;
import java.util.regex.Pattern;
import org.clew.linkage.Evidence;
import org.clew.linkage.Match;
import org.clew.linkage.Value;

/// Hides contact details and keeps just enough to tell two apart: the last three characters of a
/// number, nothing of an address.
final class Masks {

  private static final String HIDDEN = "•••";
  private static final int KEPT = 3;
  private static final Pattern NUMBER = Pattern.compile("\\+?\\d(?:[\\s().\\-/]{0,2}\\d){5,}");
  private static final Pattern EMAIL = Pattern.compile("[^\\s@<>]{1,64}@[^\\s@<>]{1,255}");

  private Masks() {}

  static Value mask(Value value) {
    return new Value(
        value.kind(),
        switch (value.kind()) {
          case PHONE, ACCOUNT, DOCUMENT, VEHICLE -> ending(value.text());
          case EMAIL, ADDRESS, USERNAME, POSTCODE -> HIDDEN;
          case BIRTH_DATE, NUMBER -> value.text();
          case NAME,
              GIVEN_NAME,
              FAMILY_NAME,
              ORGANISATION_NAME,
              PLACE,
              COUNTRY,
              CATEGORY,
              TITLE,
              TEXT ->
              text(value.text());
        });
  }

  static List<Value> mask(List<Value> values) {
    return values.stream().map(Masks::mask).toList();
  }

  /// Any text, without the numbers and addresses that may stand in it.
  static String text(String text) {
    String withoutEmails = EMAIL.matcher(text).replaceAll(HIDDEN);
    return NUMBER.matcher(withoutEmails).replaceAll(HIDDEN);
  }

  static Match mask(Match match) {
    return new Match(
        match.id(),
        match.weight(),
        match.probability(),
        match.prior(),
        match.evidence().stream().map(Masks::mask).toList());
  }

  private static Evidence mask(Evidence said) {
    return new Evidence(
        said.kind(),
        mask(new Value(said.kind(), said.asked())).text(),
        mask(new Value(said.kind(), said.found())).text(),
        said.agreement(),
        said.bits(),
        said.frequency());
  }

  private static String ending(String text) {
    return text.length() <= 2 * KEPT ? HIDDEN : HIDDEN + text.substring(text.length() - KEPT);
  }
}
