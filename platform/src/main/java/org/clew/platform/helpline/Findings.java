package org.clew.platform.helpline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clew.linkage.Identifiers;
import org.clew.platform.casework.IdentifierKind;

/// Finds in a reporter's words what belongs into a case: numbers, addresses, names, places, each
/// with where it stands. Patterns only, no learning: what they find is offered, and a person
/// decides. What the linkage engine cannot normalise is no identifier and is not offered.
final class Findings {

  /// More than this in one text is a list, not a report.
  static final int MOST = 60;

  private static final int U = Pattern.UNICODE_CHARACTER_CLASS;
  private static final int UI = U | Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

  private static final String WORD = "\\p{Lu}[\\p{L}\\p{M}'’-]+";
  private static final String STREET =
      "(?:Street|Road|Lane|Avenue|Drive|Close|Court|Way|Terrace|Square|Row|Gardens|Crescent|Grove"
          + "|Mews|Yard|Wharf|Boulevard|Rd|Ave)";

  /// How something is found.
  ///
  /// @param group the part of the pattern that is the thing
  /// @param sure whether it is offered ticked
  private record Reading(FoundKind kind, Pattern pattern, int group, boolean sure) {}

  /// Those before win over those after, where both find the same letters.
  private static final List<Reading> READINGS =
      List.of(
          reading(
              FoundKind.EMAIL, "[\\w.%+-]+@[\\p{L}\\p{N}-]+(?:\\.[\\p{L}\\p{N}-]+)+", U, 0, true),
          reading(
              FoundKind.USERNAME,
              "(?:facebook|instagram|tiktok|twitter|x|t)\\.(?:com|me)/@?([\\w.]{2,40}\\w)",
              UI,
              1,
              true),
          reading(FoundKind.USERNAME, "(?<![\\w.@])@\\w[\\w.]{1,28}\\w", U, 0, true),
          reading(
              FoundKind.ACCOUNT,
              "\\b[A-Z]{2}\\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?\\b",
              0,
              0,
              true),
          reading(
              FoundKind.DOCUMENT,
              "\\b(?:passport|identity card|id card|permit|visa|pasaporte|documento|dni|nie|جواز|هوية)"
                  + "\\b[^\\d\\n.;!?]{0,20}?\\b([A-Z]{0,3}\\d{5,10}[A-Z]?)\\b(?![ -]?\\d)",
              UI,
              1,
              true),
          reading(FoundKind.VEHICLE, "\\b[A-Z]{2}\\d{2} ?[A-Z]{3}\\b", 0, 0, true),
          reading(FoundKind.VEHICLE, "\\b\\d{4}[ -]?[BCDFGHJKLMNPRSTVWXYZ]{3}\\b", 0, 0, true),
          reading(
              FoundKind.VEHICLE,
              "(?:plate|registration|matrícula|placa|لوحة)(?: (?:number|is|was|es|رقم))*[: ]{1,2}"
                  + "\\b(?=[A-Z -]*\\d)([A-Z0-9]{1,4}(?:[ -]?[A-Z0-9]{1,4}){1,2})\\b",
              UI,
              1,
              true),
          reading(
              FoundKind.ADDRESS,
              "\\b\\d{1,4}[A-Za-z]?,? (?:" + WORD + " ){1,3}" + STREET + "\\b(?:, " + WORD + ")?",
              U,
              0,
              true),
          reading(
              FoundKind.ADDRESS,
              "\\b(?:Calle|Avenida|Plaza|Paseo|Carrer|Camino)(?: (?:de|del|la|las|los|el))*(?: "
                  + WORD
                  + "){1,4},? \\d{1,4}\\b",
              U,
              0,
              true),
          reading(FoundKind.ADDRESS, "شارع \\p{IsArabic}{2,}(?: \\p{IsArabic}{2,})?", U, 0, true),
          reading(
              FoundKind.PHONE,
              "(?<![\\w£$€])[+(]?\\d(?:[ ()./–-]{0,2}\\d){6,14}(?![\\w,.]?\\d)",
              U,
              0,
              true),
          reading(FoundKind.PLACE, "\\b(?:" + WORD + " ){1,3}" + STREET + "\\b", U, 0, true),
          reading(
              FoundKind.PERSON,
              "(?:\\bnamed|\\bcalled|\\bname is|\\bname was|\\bhimself|\\bherself|\\bknown as"
                  + "|\\bMrs?\\.?|\\bMs\\.?|\\bMiss|\\bSra?\\.?|\\bseñora?|\\bse llama"
                  + "|\\bllamad[oa]|\\bapodad[oa]|\\balias) ("
                  + WORD
                  + "(?: (?:(?:al|el|bin|de|da|del|van|von) )?"
                  + WORD
                  + "){0,3})",
              U,
              1,
              true),
          reading(
              FoundKind.PERSON,
              "(?:اسمه|اسمها|يدعى|تدعى|السيد|السيدة) (\\p{IsArabic}{2,}(?: \\p{IsArabic}{2,})?)",
              U,
              1,
              true),
          reading(
              FoundKind.PLACE,
              "\\b(?:in|near|at|from|to|en|desde|hacia) (" + WORD + "(?: " + WORD + "){0,2})",
              U,
              1,
              false),
          reading(
              FoundKind.PERSON,
              "(?<=[\\p{Ll}\\p{N},;:“\"] )" + WORD + "(?: " + WORD + "){0,3}",
              U,
              0,
              false));

  /// Written with a capital letter in the middle of a sentence, and nobody's name.
  private static final Pattern NO_NAME =
      Pattern.compile(
          "I'.*|I’.*|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May"
              + "|June|July|August|September|October|November|December|English|Spanish|Arabic"
              + "|He|She|They|We|The|It|My|His|Her|Please|There|When|And|But|WhatsApp|Facebook"
              + "|Instagram|Telegram|TikTok|Google",
          U);

  private static final Pattern A_DAY =
      Pattern.compile("\\d{1,2}[./-]\\d{1,2}[./-]\\d{2,4}|\\d{4}-\\d{2}-\\d{2}.*", U);

  private Findings() {}

  /// What stands in a text, in its order; nothing overlaps.
  ///
  /// @param region ISO 3166-1 alpha-2 code for phones without a country code, or empty
  static List<Finding> in(String text, String region) {
    var found = new ArrayList<Finding>();
    for (Reading reading : READINGS) {
      Matcher matcher = reading.pattern().matcher(text);
      while (found.size() < MOST && matcher.find()) {
        finding(reading, matcher, region)
            .filter(each -> found.stream().noneMatch(each::overlaps))
            .ifPresent(found::add);
      }
    }
    found.sort(Comparator.comparingInt(Finding::start));
    return List.copyOf(found);
  }

  private static Optional<Finding> finding(Reading reading, Matcher matcher, String region) {
    String text = matcher.group(reading.group());
    IdentifierKind kind = reading.kind().identifier();
    if (kind == null) {
      return NO_NAME.matcher(text).matches()
          ? Optional.empty()
          : Optional.of(found(reading, matcher, reading.sure()));
    }
    if (kind == IdentifierKind.PHONE && A_DAY.matcher(text.strip()).matches()) {
      return Optional.empty();
    }
    return Identifiers.normalise(kind.kind(), text, region)
        .map(
            normalised ->
                found(reading, matcher, kind != IdentifierKind.PHONE || isWhole(normalised)));
  }

  /// Whether a phone was read with its country: what was not may be any number.
  private static boolean isWhole(String normalised) {
    return normalised.startsWith("+");
  }

  private static Finding found(Reading reading, Matcher matcher, boolean ticked) {
    int group = reading.group();
    return new Finding(
        matcher.start(group), matcher.end(group), reading.kind(), matcher.group(group), ticked);
  }

  private static Reading reading(
      FoundKind kind, String pattern, int flags, int group, boolean sure) {
    return new Reading(kind, Pattern.compile(pattern, flags), group, sure);
  }
}
