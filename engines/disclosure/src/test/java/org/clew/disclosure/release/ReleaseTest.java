package org.clew.disclosure.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.clew.disclosure.Progress;
import org.clew.disclosure.codebook.Codebook;
import org.clew.disclosure.codebook.Codebook.Domains;
import org.clew.disclosure.codebook.Codebook.Ruled;
import org.clew.disclosure.codebook.CodebookRefused;
import org.clew.disclosure.codebook.Coding;
import org.clew.disclosure.codebook.Variable;
import org.clew.disclosure.noise.Bits;
import org.clew.disclosure.synthesis.Withheld;
import org.clew.tables.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReleaseTest {

  private static final Terms TERMS = new Terms(1, 1e-6, 3, 10);

  private static Codebook codebook(Domains domains) {
    return new Codebook(
        domains,
        List.of(
            Variable.of("gender", List.of("Woman", "Man")),
            Variable.of("<b>place</b>", List.of("NPL", "QAT", "=cmd|' /C calc'!A0")),
            Variable.of("work", List.of("1")),
            Variable.of("farm", List.of("1")),
            Variable.without("name", "It says who somebody is.")),
        Optional.empty(),
        List.of(new Ruled(Map.of("farm", Set.of("1")), Map.of("work", Set.of("1")))));
  }

  private static Release release(Domains domains, int people, Bits bits) {
    Codebook codebook = codebook(domains);
    var coding = new Coding(codebook);
    Coding.Reader reader = coding.reader(List.of("name", "gender", "<b>place</b>", "work", "farm"));
    var lots = new SplittableRandom(1);
    for (int i = 0; i < people; i++) {
      boolean work = lots.nextInt(3) > 0;
      reader.add(
          i + 2L,
          List.of(
              "Person " + i,
              lots.nextInt(4) > 0 ? "Woman" : "Man",
              lots.nextInt(2) > 0 ? "NPL" : "QAT",
              work ? "1" : "",
              work && lots.nextBoolean() ? "1" : ""));
    }
    return Release.of(codebook, coding, reader.microdata(), TERMS, bits, Progress.NONE);
  }

  @Test
  void a_release_has_rows_counts_and_what_they_are_worth() {
    Release release = release(Domains.PUBLIC, 3_000, Bits.secret());

    assertThat(release.headings()).containsExactly("gender", "<b>place</b>", "work", "farm");
    assertThat(release.size()).isBetween(2_800, 3_200);
    assertThat(release.people().low()).isLessThanOrEqualTo(release.size());
    assertThat(release.aggregates())
        .anySatisfy(
            each -> {
              assertThat(each.selections()).isEqualTo("<b>place</b>:NPL;gender:Woman");
              assertThat(each.count()).isBetween(900L, 1_350L);
            });
    for (int row = 0; row < release.size(); row++) {
      List<String> cells = release.row(row);
      assertThat(cells.get(3).equals("1") && !cells.get(2).equals("1")).isFalse();
    }
  }

  @Test
  void its_report_says_what_is_promised_and_what_is_not() throws Json.Malformed {
    PrivacyReport report = release(Domains.PUBLIC, 3_000, Bits.secret()).report();

    assertThat(report.warnings()).isEmpty();
    var read = (Json.Members) Json.read(report.json());
    var promise = (Json.Members) read.all().get("promise");
    assertThat(promise).isNotNull();
    assertThat(promise.all())
        .containsEntry("epsilon", Json.of(1))
        .containsEntry("neighbours", Json.of("two lists, one of which has one person more"))
        .containsEntry("noise", Json.of("secret"));
    assertThat(report.html())
        .contains(
            "2.7 times", "What is not promised", "discrete gaussian", "codebook that was changed")
        .contains("&lt;b&gt;place&lt;/b&gt;")
        .doesNotContain(
            "<b>place", "TEST RELEASE", "READ OFF", "Person 1", "It says who somebody is");
  }

  @Test
  void each_combination_that_rows_have_is_told_or_counted_among_those_left_out() {
    Release release = release(Domains.PUBLIC, 150, Bits.ofSeed(1));
    PrivacyReport report = release.report();

    Set<List<String>> pairs = new HashSet<>();
    for (int row = 0; row < release.size(); row++) {
      List<String> cells = release.row(row).subList(0, 4);
      for (int one = 0; one < cells.size(); one++) {
        for (int other = one + 1; other < cells.size(); other++) {
          if (!cells.get(one).isEmpty() && !cells.get(other).isEmpty()) {
            pairs.add(List.of(one + ":" + cells.get(one), other + ":" + cells.get(other)));
          }
        }
      }
    }
    Withheld withheld = report.withheld().get(1);
    long told = report.aggregates().stream().filter(each -> each.length() == 2).count();
    assertThat(withheld.length()).isEqualTo(2);
    assertThat(withheld.few() + withheld.unsure()).isPositive();
    assertThat(told + withheld.few() + withheld.unsure()).isEqualTo(pairs.size());
  }

  @Test
  void its_report_says_of_each_table_how_far_the_rows_are_off() {
    PrivacyReport report = release(Domains.PUBLIC, 3_000, Bits.secret()).report();

    assertThat(report.tables())
        .extracting(TableError::columns)
        .contains(List.of("<b>place</b>"), List.of("work", "farm"));
    assertThat(report.tables())
        .allSatisfy(
            each -> {
              assertThat(each.off()).isBetween(0.0, 6.0);
              assertThat(each.sigma()).isPositive();
            });
    assertThat(report.tables()).extracting(TableError::off).anyMatch(off -> off > 0.2);
    assertThat(report.json()).contains("\"rows_off_in_sigma\"", "\"lost_in_noise\"");
  }

  @Test
  void noise_out_of_a_seed_and_values_read_off_the_data_are_said_loudly() {
    PrivacyReport report = release(Domains.READ_OFF, 3_000, Bits.ofSeed(1)).report();

    assertThat(report.json()).contains("TEST RELEASE", "READ OFF THE DATA", "\"noise\": \"seed\"");
    assertThat(report.html()).contains("TEST RELEASE", "READ OFF THE DATA");
  }

  @Test
  void its_files_are_described_for_machines() throws Json.Malformed {
    var read = (Json.Members) Json.read(release(Domains.PUBLIC, 500, Bits.secret()).dataPackage());

    assertThat(read.written())
        .contains("\"synthetic.csv\"", "\"aggregates.tsv\"", "\"enum\": [\"Woman\", \"Man\"]")
        .contains("\"synthetic.parquet\"", "\"=cmd|' /C calc'!A0\"", "\"'=cmd|' /C calc'!A0\"");
  }

  @Test
  void each_row_says_that_noise_is_out_of_a_seed_and_values_were_read_off_the_data() {
    Release release = release(Domains.READ_OFF, 500, Bits.ofSeed(1));

    assertThat(release.marks())
        .containsExactly("TEST_RELEASE_HIDES_NOBODY", "VALUES_READ_OFF_THE_DATA");
    assertThat(release.headings())
        .containsSubsequence("farm", "TEST_RELEASE_HIDES_NOBODY", "VALUES_READ_OFF_THE_DATA");
    assertThat(release.row(3))
        .hasSameSizeAs(release.headings())
        .endsWith("VALUES_READ_OFF_THE_DATA");
    assertThat(release.dataPackage()).contains("\"enum\": [\"VALUES_READ_OFF_THE_DATA\"]");
  }

  @Test
  void of_values_that_were_read_off_the_data_those_that_no_row_has_are_not_told() {
    Release release = release(Domains.READ_OFF, 500, Bits.ofSeed(1));
    List<String> places =
        IntStream.range(0, release.size()).mapToObj(row -> release.row(row).get(1)).toList();

    for (String place : List.of("NPL", "QAT", "=cmd|' /C calc'!A0")) {
      assertThat(release.dataPackage().contains(Json.of(place).written().strip()))
          .isEqualTo(places.contains(place));
    }
  }

  @Test
  void nor_is_how_many_values_there_are() {
    PrivacyReport report = release(Domains.READ_OFF, 500, Bits.ofSeed(1)).report();

    assertThat(report.json()).doesNotContain("\"cells\"");
    assertThat(report.html()).doesNotContain("<th scope=\"col\">Values</th>");
    assertThat(release(Domains.PUBLIC, 500, Bits.ofSeed(1)).report().json()).contains("\"cells\"");
  }

  @Test
  void of_too_few_people_nothing_is_told() {
    assertThatThrownBy(() -> release(Domains.PUBLIC, 99, Bits.secret()))
        .isInstanceOf(CodebookRefused.class)
        .hasMessageContaining("fewer than 100 people");
  }

  @ParameterizedTest
  @CsvSource({
    "-1, 1e-6, 3, 10, Epsilon",
    "0, 1e-6, 3, 10, Epsilon",
    "NaN, 1e-6, 3, 10, Epsilon",
    "25, 1e-6, 3, 10, Epsilon",
    "1, 0, 3, 10, Delta",
    "1, 0.5, 3, 10, Delta",
    "1, 1e-6, 4, 10, 1 to 3 values",
    "1, 1e-6, 3, 0, least count"
  })
  void a_promise_that_means_nothing_is_refused(
      double epsilon, double delta, int longest, int least, String why) {
    assertThatThrownBy(() -> new Terms(epsilon, delta, longest, least))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(why);
  }
}
