package org.clew.disclosure.codebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.IntFunction;
import org.clew.disclosure.Microdata;
import org.clew.disclosure.codebook.Codebook.Domains;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BandsTest {

  private static final Bands AGES = bands("18", "5", "80");

  /// @param bottom a hyphen for none
  private static Bands bands(String bottom, String width, String top) {
    return new Bands(bound(bottom), bound(top), Bands.Width.of(width));
  }

  private static Optional<String> bound(String written) {
    return written.equals("-") ? Optional.empty() : Optional.of(written);
  }

  @ParameterizedTest
  @CsvSource({
    "18, 5, 80, 17, <18",
    "18, 5, 80, 18, 18--22",
    "18, 5, 80, 22.9, 18--22",
    "18, 5, 80, 79, 78--79",
    "18, 5, 80, 80, 80+",
    "18, 5, 80, 1e9, none",
    "18, 5, 80, 999999999, 80+",
    "18, 5, 80, -3, <18",
    "18, 1, 80, 43.5, 43",
    "-, 5, 80, 3, 0--4",
    "-, 5, -, -3, -5 to -1",
    "0.5, 0.25, 2, 0.8, 0.75 to under 1",
    "18, 5, 80, unknown, none",
    "18, 5, 80, '=1+1', none",
    "18, 5, 80, '1,5', none",
    "2015, year, 2024, 2019-07-14, 2019",
    "2015, year, 2024, 2014-12-31, <2015",
    "2015, year, 2024, 2024-01-01 10:00, 2024+",
    "2015, quarter, 2024, 2019-07-14T09:00, 2019-Q3",
    "2015-07, month, 2024, 2019-07-14, 2019-07",
    "2015, month, 2024, 2019, none",
    "2015, year, 2024, 14/07/2019, none",
    "2015, year, 2024, 2019-13-01, none",
    "-, year, -, 0001-01-01, 0001"
  })
  void aCellIsToldAsItsBand(String bottom, String width, String top, String cell, String told) {
    assertThat(bands(bottom, width, top).value(cell).orElse("none")).isEqualTo(told);
  }

  @Test
  void theBandsCanBeListed() {
    assertThat(bands("0", "10", "35").values())
        .containsExactly("<0", "0--9", "10--19", "20--29", "30--34", "35+");
    assertThat(bands("2022", "year", "2024").values())
        .containsExactly("<2022", "2022", "2023", "2024+");
    assertThat(bands("2023-Q3", "quarter", "2024").values())
        .containsExactly("<2023-Q3", "2023-Q3", "2023-Q4", "2024+");
  }

  @Test
  void widerBandsAreMadeOfWholeOnes() {
    var random = new Random(4);
    for (Bands bands : List.of(AGES, bands("18", "1", "80"), bands("-", "2.5", "-"))) {
      for (Bands wider : bands.wider()) {
        for (int i = 0; i < 200; i++) {
          String cell = Integer.toString(random.nextInt(-20, 120));
          String told = bands.value(cell).orElseThrow();
          assertThat(bands.value(told, wider)).isEqualTo(wider.value(cell).orElseThrow());
        }
      }
    }
    Bands months = bands("2015", "month", "2024");
    assertThat(months.wider())
        .extracting(each -> each.width().written())
        .containsExactly("quarter", "year");
    assertThat(months.value("2019-07", months.wider().getFirst())).isEqualTo("2019-Q3");
    assertThat(bands("2015-02", "month", "2024").wider()).isEmpty();
    assertThat(AGES.value("unknown", AGES.wider().getFirst())).isEqualTo("unknown");
  }

  @ParameterizedTest
  @CsvSource({
    "80, 5, 18, is not below",
    "18, 0, 80, above 0",
    "18, -5, 80, above 0",
    "18, wide, 80, 'month, quarter or year'",
    "young, 5, 80, begin and end with one",
    "18, year, 80, begin and end with one",
    "2015-02, quarter, 2024, is not where a quarter begins",
    "0, 0.001, 100, Make them wider",
    "-, 5, 80, need a bottom and a top"
  })
  void bandsThatAreNoneAreRefused(String bottom, String width, String top, String why) {
    assertThatThrownBy(() -> bands(bottom, width, top).values())
        .isInstanceOf(CodebookRefused.class)
        .hasMessageContaining(why);
  }

  @Nested
  class InACodebook {

    private final Codebook book =
        new Codebook(
            Domains.PUBLIC,
            List.of(
                Variable.of("age", AGES, Set.of("unknown")),
                Variable.of("since", bands("2015", "year", "2024"), Set.of())),
            Optional.empty(),
            List.of());

    @Test
    void theyAreReadAsTheyWereWritten() {
      assertThat(CodebookText.read(CodebookText.write(book))).isEqualTo(book);
      assertThat(
              CodebookText.read(
                  """
                  {"clew_codebook": 1, "domains": "PUBLIC", "columns": [
                    {"name": "age", "bands": {"bottom": 18, "width": 5, "top": 80}, "nothing": ["unknown"]},
                    {"name": "since", "bands": {"bottom": "2015", "width": "year", "top": "2024"}}]}
                  """))
          .isEqualTo(book);
    }

    @Test
    void cellsBecomeTheirBands() {
      var coding = new Coding(book);
      Coding.Reader reader = coding.reader(List.of("age", "since"));
      reader.add(2, List.of("43", "2019-07-14"));
      reader.add(3, List.of("97", "unknown"));
      reader.add(4, List.of("unknown", ""));
      reader.add(5, List.of("18--22", "2024+"));

      assertThatThrownBy(reader::microdata)
          .hasMessageContaining("\"since\" has a value the codebook does not know in 1 row")
          .hasMessageContaining("line 3");
    }

    @Test
    void whatWasMadeWithThemIsReadAgain() {
      var coding = new Coding(book);
      Coding.Reader reader = coding.reader(List.of("age", "since"));
      reader.add(2, List.of("43", "2019-07-14"));
      reader.add(3, List.of("43--47", "2019"));
      reader.add(4, List.of("unknown", ""));
      Microdata people = reader.microdata();

      assertThat(coding.cells(people, 0)).containsExactly("43--47", "2019");
      assertThat(coding.cells(people, 1)).containsExactly("43--47", "2019");
      assertThat(coding.cells(people, 2)).containsExactly("", "");
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        textBlock =
            """
            {"bottom": 18, "top": 80}                                  | "width" is missing
            {"width": 5, "top": 80}                                    | need a bottom and a top
            {"bottom": 18, "width": 5, "top": 80, "by": 1}             | "by" is not known
            {"bottom": 18, "width": 5, "top": 80}, "values": ["1"]     | Take one
            {"bottom": 18, "width": 5, "top": 80}, "separator": ";"    | one a cell
            18                                                         | in braces
            """)
    void bandsThatCannotBeUsedAreRefused(String bands, String why) {
      String text =
          "{\"clew_codebook\": 1, \"domains\": \"PUBLIC\", \"columns\": [{\"name\": \"a\", \"bands\": "
              + bands
              + "}]}";
      assertThatThrownBy(() -> CodebookText.read(text))
          .isInstanceOf(CodebookRefused.class)
          .hasMessageContaining(why);
    }
  }

  @Nested
  class InADraft {

    private static Variable drafted(IntFunction<String> cell) {
      var draft = new CodebookDraft(List.of("it", "kept"));
      for (int i = 0; i < 1_000; i++) {
        draft.add(List.of(cell.apply(i), "x"));
      }
      return draft.draft().variables().getFirst();
    }

    @Test
    void manyNumbersAreTakenTogether() {
      Variable ages = drafted(i -> i % 40 == 0 ? "unknown" : Integer.toString(14 + i * 7 % 61));
      assertThat(ages.values()).startsWith("<15", "15--19", "20--24").endsWith("70--74", "75+");
      assertThat(ages.nothing()).containsExactly("unknown");
    }

    @Test
    void soAreSumsOfMoneyThatNearlyEachHasOfTheirOwn() {
      Variable owed = drafted(i -> i * 37 % 1_000 + "." + (i % 90 + 10));
      assertThat(owed.values()).hasSizeBetween(5, 12).endsWith("1000+");
    }

    @Test
    void soAreDays() {
      Variable since = drafted(i -> "%d-%02d-%02d".formatted(2016 + i % 8, 1 + i % 12, 1 + i % 28));
      assertThat(since.values()).startsWith("<2016", "2016").endsWith("2022", "2023+");
    }

    @Test
    void aNumberThatNearlyEachRowHasOfItsOwnSaysWhoSomebodyIs() {
      assertThat(drafted(i -> Integer.toString(10_000 + i)).leftOut()).isPresent();
    }

    @Test
    void fewNumbersAreListedAndSoAreTheYearsOfAGeneration() {
      assertThat(drafted(i -> Integer.toString(i % 12)).bands()).isEmpty();
      assertThat(drafted(i -> Integer.toString(1995 + i % 30)).values()).hasSize(30);
    }
  }
}
