package org.clew.platform.casework;

import java.time.Instant;
import java.time.LocalDate;
import org.clew.platform.web.Dates;
import org.clew.platform.web.Refused;
import org.jspecify.annotations.Nullable;

/// Whether a day or a moment is of our times: the wall behind the forms, as [Texts] is for texts.
final class Times {

  private Times() {}

  /// @throws Refused when nothing here can have been then, or be due then
  static void allow(String field, @Nullable LocalDate day) {
    if (day != null && !Dates.isNear(day)) {
      throw odd(field);
    }
  }

  /// @throws Refused when nothing here can have been then, or be due then
  static void allow(String field, @Nullable Instant moment) {
    if (moment != null && !Dates.isNear(moment)) {
      throw odd(field);
    }
  }

  private static Refused odd(String field) {
    return new Refused("casework.refused.time", field).at(field);
  }
}
