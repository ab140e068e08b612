package org.clew.linkage;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clew.linkage.Form.Day;

/// Dates of birth in the spellings people use, also only a year or a year and month. A date that
/// cannot be (31 February) is still compared part by part: it is a slip, not nothing.
final class Days implements Field {
  static final Days FIELD = new Days();

  private static final Set<String> MONTH_FIRST = Set.of("US", "PH", "FM", "MH", "PW");
  private static final Map<String, Integer> MONTHS = months();
  private static final Pattern YEAR_FIRST =
      Pattern.compile("(\\d{4})\\D+(\\d{1,2})(?:\\D+(\\d{1,2}))?(?:\\D.*)?");
  private static final Pattern YEAR_LAST =
      Pattern.compile("(\\d{1,2})\\D+(\\d{1,2})\\D+(\\d{4}|\\d{2})");
  private static final Pattern RUN = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
  private static final Pattern YEAR = Pattern.compile("\\d{4}");
  private static final Pattern MONTH_YEAR = Pattern.compile("(\\d{1,2})\\D+(\\d{4})");
  private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{M}]*");

  private Days() {}

  @Override
  public Optional<Form> read(Kind kind, String cleaned, String region) {
    return read(cleaned, region).map(day -> day);
  }

  /// The date as far as it is said; empty where there is none.
  static Optional<Day> read(String cleaned, String region) {
    String text = namedMonths(asciiDigits(cleaned)).strip();
    if (text.length() > 40) {
      return Optional.empty();
    }
    Matcher run = RUN.matcher(text);
    Matcher first = YEAR_FIRST.matcher(text);
    Matcher last = YEAR_LAST.matcher(text);
    Matcher monthYear = MONTH_YEAR.matcher(text);
    if (run.matches()) {
      return day(number(run, 1), number(run, 2), number(run, 3));
    }
    if (first.matches()) {
      return day(number(first, 1), number(first, 2), number(first, 3));
    }
    if (last.matches()) {
      int one = number(last, 1);
      int two = number(last, 2);
      boolean monthFirst = two > 12 || (MONTH_FIRST.contains(region) && one <= 12);
      int year = number(last, 3);
      return monthFirst ? day(year, one, two) : day(year, two, one);
    }
    if (monthYear.matches()) {
      return day(number(monthYear, 2), number(monthYear, 1), 0);
    }
    return YEAR.matcher(text).matches() ? day(Integer.parseInt(text), 0, 0) : Optional.empty();
  }

  private static Optional<Day> day(int year, int month, int day) {
    int full = year < 100 ? (year > 35 ? 1900 + year : 2000 + year) : year;
    int common = full > 2400 && full < 2700 ? full - 543 : full;
    boolean usable = common >= 1200 && common < 2200 && month <= 99 && day <= 99;
    return usable ? Optional.of(new Day(common, month, day)) : Optional.empty();
  }

  /// ISO 8601, if it is a date that can be.
  static Optional<String> iso(Day day) {
    try {
      if (day.month() == 0) {
        return Optional.of("%04d".formatted(day.year()));
      }
      LocalDate date = LocalDate.of(day.year(), day.month(), Math.max(1, day.day()));
      String iso = date.toString();
      return Optional.of(day.day() == 0 ? iso.substring(0, 7) : iso);
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  private static int number(Matcher matcher, int group) {
    String text = matcher.group(group);
    return text == null ? 0 : Integer.parseInt(text);
  }

  private static String asciiDigits(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            point -> {
              int digit = Character.digit(point, 10);
              out.appendCodePoint(digit >= 0 ? '0' + digit : point);
            });
    return out.toString();
  }

  private static String namedMonths(String text) {
    if (text.codePoints().noneMatch(Character::isLetter)) {
      return text;
    }
    String folded = Written.fold(text);
    boolean named =
        WORD.matcher(folded).results().anyMatch(word -> MONTHS.containsKey(word.group()));
    String numbers =
        WORD.matcher(folded)
            .replaceAll(
                word -> {
                  Integer month = MONTHS.get(word.group());
                  return month == null ? " " : " " + month + " ";
                });
    Matcher monthFirst =
        Pattern.compile("\\s*(\\d{1,2}) \\D*(\\d{1,2})\\D+(\\d{4})").matcher(numbers);
    boolean swap = named && Character.isLetter(folded.codePointAt(0)) && monthFirst.matches();
    return swap
        ? monthFirst.group(2) + "/" + monthFirst.group(1) + "/" + monthFirst.group(3)
        : numbers;
  }

  private static Map<String, Integer> months() {
    Map<String, Integer> out = new HashMap<>();
    for (String language : new String[] {"en", "es", "fr", "pt", "de", "ar", "ru", "it", "tr"}) {
      var symbols = java.text.DateFormatSymbols.getInstance(Locale.of(language));
      for (int month = 0; month < 12; month++) {
        put(out, symbols.getMonths()[month], month + 1);
        put(out, symbols.getShortMonths()[month], month + 1);
      }
    }
    return out;
  }

  private static void put(Map<String, Integer> months, String name, int month) {
    String folded = Written.fold(name).replace(".", "");
    if (!folded.isBlank() && folded.codePoints().allMatch(Character::isLetter)) {
      months.putIfAbsent(folded, month);
    }
  }

  @Override
  public void keys(Kind kind, Form form, LongConsumer sink) {
    Day day = (Day) form;
    sink.accept(whole(day));
    sink.accept(Keys.of(kind, Keys.Way.WORD, day.year()));
    if (day.month() > 0 && day.day() > 0) {
      sink.accept(Keys.of(kind, Keys.Way.PART, day.year() * 100L + day.month()));
      sink.accept(Keys.of(kind, Keys.Way.FRONT, day.year() * 100L + day.day()));
      int low = Math.min(day.month(), day.day());
      int high = Math.max(day.month(), day.day());
      sink.accept(Keys.of(kind, Keys.Way.ENDING, low * 100L + high));
    }
  }

  private static long whole(Day day) {
    long number = day.year() * 10_000L + day.month() * 100L + day.day();
    return Keys.of(Kind.BIRTH_DATE, Keys.Way.WHOLE, number);
  }

  @Override
  public Outcome compare(Kind kind, Form asked, Form found, Counts counts) {
    Day a = (Day) asked;
    Day b = (Day) found;
    Model model = Model.of(kind);
    long year = counts.of(Keys.of(kind, Keys.Way.WORD, b.year()));
    boolean partial = a.month() == 0 || b.month() == 0 || a.day() == 0 || b.day() == 0;
    if (!partial && a.equals(b)) {
      double u = counts.chance(kind, whole(b));
      return new Outcome(Agreement.EXACT, Model.bits(model.exact(), u), counts.of(whole(b)));
    }
    boolean sameYear = a.year() == b.year();
    if (partial) {
      boolean months = a.month() > 0 && b.month() > 0;
      if (sameYear && months && a.month() == b.month()) {
        return new Outcome(Agreement.NEARLY_SAME_DATE, Model.bits(0.85, 0.0014), year);
      }
      return sameYear && !months
          ? new Outcome(
              a.equals(b) ? Agreement.EXACT : Agreement.SAME_YEAR, Model.bits(0.9, 0.017), year)
          : Outcome.different(model);
    }
    if (sameYear && a.month() == b.day() && a.day() == b.month()) {
      double u = 2e-5 + counts.chance(kind, whole(a)) + counts.chance(kind, whole(b));
      return new Outcome(Agreement.DAY_MONTH_SWAPPED, Model.bits(0.04, u), counts.of(whole(b)));
    }
    int same = (sameYear ? 1 : 0) + (a.month() == b.month() ? 1 : 0) + (a.day() == b.day() ? 1 : 0);
    if (same == 2 || (same == 1 && isOneSlip(a, b))) {
      return new Outcome(Agreement.NEARLY_SAME_DATE, Model.bits(0.08, 0.0045), counts.of(whole(b)));
    }
    if (sameYear) {
      return new Outcome(Agreement.SAME_YEAR, Model.bits(0.02, 0.017), year);
    }
    // about a year apart: as likely a wrong guess at an age as another person
    return Math.abs(days(a) - days(b)) < 400
        ? new Outcome(Agreement.NEAR, 0, year)
        : Outcome.different(model);
  }

  private static boolean isOneSlip(Day a, Day b) {
    return Spelling.within(run(a), run(b), 1);
  }

  private static int days(Day day) {
    return day.year() * 365 + day.month() * 30 + day.day();
  }

  private static String run(Day day) {
    return Long.toString(day.year() * 10_000L + day.month() * 100L + day.day());
  }
}
