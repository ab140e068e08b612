package org.clew.disclosure.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
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

  private static Slice slice(String... values) {
    return Slice.of(List.of(values));
  }

  @ParameterizedTest
  @CsvSource({
    "2024, 2024.0, true",
    "2024, ' 02024', true",
    "FRA, fra, true",
    "２０２４, 2024, true",
    "٢٠٢٤, 2024, true",
    "GIESSEN, Gießen, true",
    "H̱efa, ẖefa, true",
    "ΟΣ, οσ, true",
    "ı, i, true",
    "2024, 2025, false",
    "FRA, DEU, false"
  })
  void values_are_one_however_they_are_written(String one, String other, boolean same) {
    assertThat(slice(one).overlaps(slice(other))).isEqualTo(same);
    assertThat(slice(one).has(other)).isEqualTo(same);
  }

  /// Else an account could not be read as it was written.
  @Test
  void values_stay_in_the_form_in_which_they_are_kept() {
    List<String> changing = new ArrayList<>();
    for (int c = 0; c < 0x1ffff; c++) {
      String letter = Character.toString(c);
      for (String value : List.of(letter, "a" + letter, letter + "\u0331", "\u0345" + letter)) {
        String one = Slice.inOneForm(value);
        if (!Slice.inOneForm(one).equals(one)) {
          changing.add("U+%04X".formatted(c));
        }
      }
    }
    assertThat(changing).isEmpty();
    Account account =
        Account.open(
                new Account.Opening(
                    UUID.randomUUID(),
                    Instant.EPOCH,
                    Limit.of(1, 1e-6),
                    Optional.empty(),
                    Optional.of("place")))
            .book(
                new Entry.Told(
                    Instant.EPOCH,
                    Kind.SYNTH,
                    slice("H\u0331efa", "J\u030cak", "ΟΣ", "İ", "ẞ"),
                    Promise.DifferentialPrivacy.of(1, 1e-6),
                    Optional.empty(),
                    Optional.empty(),
                    Set.of()));
    assertThat(AccountText.read(AccountText.write(account)).entries()).isEqualTo(account.entries());
  }

  @Test
  void everybody_needs_no_column() {
    assertThatCode(() -> Slice.EVERYBODY.demandKnown(CODEBOOK, "place")).doesNotThrowAnyException();
  }
}
