package org.clew.disclosure.account;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.clew.disclosure.codebook.Bands;
import org.clew.disclosure.codebook.Codebook;
import org.clew.disclosure.codebook.Variable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SliceTest {

  private static final Codebook CODEBOOK =
      new Codebook(
          Codebook.Domains.PUBLIC,
          List.of(
              new Variable(
                  "year",
                  List.of("early", "2024", "2025"),
                  Map.of("early", List.of("2022", "2023")),
                  Set.of("n/a"),
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty()),
              new Variable(
                  "work",
                  List.of("farm", "mine"),
                  Map.of(),
                  Set.of(),
                  Optional.of(";"),
                  Optional.empty(),
                  Optional.empty()),
              Variable.of(
                  "since",
                  new Bands(Optional.of("2015"), Optional.of("2024"), Bands.Period.YEAR),
                  Set.of()),
              Variable.without("office", "It is not published."),
              Variable.without("case", "It says who somebody is.")),
          Optional.of("case"),
          List.of());

  @ParameterizedTest
  @CsvSource({"year, 2024", "year, 2023", "year, ' 2025.0'", "office, Lima"})
  void people_are_divided_by_what_a_cell_can_have(String column, String value) {
    assertThatCode(() -> Slice.of(List.of(value)).demandKnown(CODEBOOK, column))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({
    "year, 2026, does not know \"2026\"",
    "year, n/a, does not know",
    "year, early, a group of values",
    "since, 2019, a group of values",
    "work, farm, several values in a cell",
    "case, 17, no column \"case\"",
    "place, QAT, no column \"place\""
  })
  void and_by_nothing_else(String column, String value, String why) {
    assertThatThrownBy(() -> Slice.of(List.of(value)).demandKnown(CODEBOOK, column))
        .isInstanceOf(AccountRefused.class)
        .hasMessageContaining(why);
  }

  @Test
  void everybody_needs_no_column() {
    assertThatCode(() -> Slice.EVERYBODY.demandKnown(CODEBOOK, "place")).doesNotThrowAnyException();
  }
}
