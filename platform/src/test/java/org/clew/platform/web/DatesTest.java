package org.clew.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatesTest {

  @Test
  void daysAndMomentsOfOurTimesAreRead() {
    assertThat(Dates.day(" 2026-03-12 ")).contains(LocalDate.of(2026, 3, 12));
    assertThat(Dates.day("1900-01-01")).isPresent();
    assertThat(Dates.moment("2026-03-12T14:05")).contains(Instant.parse("2026-03-12T14:05:00Z"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "soon",
        "2026-02-30",
        "0000-01-01",
        "1899-12-31",
        "2201-01-01",
        "9999-12-31",
        "+5874898-01-01",
        "-999999999-01-01"
      })
  void whatIsNoDayOfOursIsNone(String written) {
    assertThat(Dates.day(written)).isEmpty();
    assertThat(Dates.moment(written + "T00:00")).isEmpty();
  }
}
