package org.clew.platform.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/// Days and moments as forms send them (ISO 8601), of the years in which anything here can have
/// happened or be due: what lies outside is a slip or a trick, and nothing could show it.
public final class Dates {

  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 2200;

  private static final Instant FIRST = start(FIRST_YEAR);
  private static final Instant END = start(LAST_YEAR + 1);

  private Dates() {}

  /// The day that is written, if it is one.
  public static Optional<LocalDate> day(String written) {
    try {
      return Optional.of(LocalDate.parse(written.strip())).filter(Dates::isNear);
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  /// The moment in UTC that a browser's field wrote (`2026-03-12T14:05`), if it is one.
  public static Optional<Instant> moment(String written) {
    try {
      return Optional.of(LocalDateTime.parse(written.strip()))
          .filter(moment -> isNear(moment.toLocalDate()))
          .map(moment -> moment.toInstant(ZoneOffset.UTC));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  /// Whether a moment is of our times.
  public static boolean isNear(Instant moment) {
    return !moment.isBefore(FIRST) && moment.isBefore(END);
  }

  /// Whether a day is of our times.
  public static boolean isNear(LocalDate day) {
    return day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR;
  }

  private static Instant start(int year) {
    return LocalDate.ofYearDay(year, 1).atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
