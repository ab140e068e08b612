package org.clew.disclosure.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.clew.disclosure.Microdata;
import org.clew.disclosure.Progress;
import org.clew.disclosure.Scope;
import org.clew.disclosure.codebook.Codebook;
import org.clew.disclosure.codebook.Codebook.Domains;
import org.clew.disclosure.codebook.Codebook.Ruled;
import org.clew.disclosure.codebook.CodebookRefused;
import org.clew.disclosure.codebook.Coding;
import org.clew.disclosure.codebook.Variable;
import org.clew.disclosure.noise.Bits;
import org.clew.disclosure.release.Tiers.Tier;
import org.clew.disclosure.synthesis.Spent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TiersTest {

  private static final Codebook CODEBOOK =
      new Codebook(
          Domains.PUBLIC,
          List.of(
              Variable.of("sex", List.of("f", "m")),
              Variable.of("place", List.of("A", "B", "C", "D", "E", "F", "G")),
              Variable.of("work", List.of("1")),
              Variable.of("farm", List.of("1"))),
          Optional.empty(),
          List.of(new Ruled(Map.of("farm", Set.of("1")), Map.of("work", Set.of("1")))));

  private static final Coding CODING = new Coding(CODEBOOK);
  private static final Microdata PEOPLE = people(4_000);

  private static Microdata people(int count) {
    Coding.Reader reader = CODING.reader(List.of("sex", "place", "work", "farm"));
    var lots = new SplittableRandom(1);
    for (int i = 0; i < count; i++) {
      int place = (int) (7 * Math.pow(lots.nextDouble(), 2));
      boolean work = lots.nextInt(10) > place;
      reader.add(
          i + 2L,
          List.of(
              lots.nextInt(4 + place) > 2 ? "f" : "m",
              "ABCDEFG".substring(place, place + 1),
              work ? "1" : "",
              work && lots.nextBoolean() ? "1" : ""));
    }
    return reader.microdata();
  }

  private static Tier tier(String name, double epsilon) {
    return new Tier(name, new Terms(epsilon, 1e-6, 3, 10));
  }

  private static final Tiers TIERS =
      new Tiers(List.of(tier("partner", 8), tier("public", 0.2), tier("vetted", 2)));

  private static List<Release> made(long seed) {
    return Release.of(CODEBOOK, CODING, PEOPLE, TIERS, Bits.ofSeed(seed), Progress.NONE);
  }

  private static double rho(Release release) {
    return release.report().made().measurements().rho();
  }

  @Test
  void each_tier_keeps_its_own_promise_and_all_together_that_of_the_highest() {
    List<Release> tiers = made(1);

    assertThat(tiers)
        .extracting(each -> each.report().terms().epsilon())
        .containsExactly(0.2, 2.0, 8.0);
    assertThat(tiers)
        .allSatisfy(each -> assertThat(rho(each)).isLessThanOrEqualTo(each.report().terms().rho()));
    List<Spent> below = List.of();
    for (Release tier : tiers) {
      // What a tier is made from is what those below are made from, and more: nothing else is told.
      List<Spent> spent = tier.report().made().measurements().spent();
      assertThat(spent.subList(0, below.size())).isEqualTo(below);
      assertThat(spent.size()).isGreaterThan(below.size());
      below = spent;
    }
  }

  @Test
  void the_lowest_is_what_a_release_of_its_own_would_be() {
    Release alone =
        Release.of(
            CODEBOOK, CODING, PEOPLE, new Terms(0.2, 1e-6, 3, 10), Bits.ofSeed(1), Progress.NONE);

    assertThat(made(1).getFirst().aggregates()).isEqualTo(alone.aggregates());
  }

  /// Half the sum of differences of shares of place by sex by work, over five seeds.
  @Test
  void higher_tiers_are_nearer_to_the_people() {
    double[] distances = new double[3];
    for (int seed = 1; seed <= 5; seed++) {
      List<Release> tiers = made(seed);
      for (int i = 0; i < 3; i++) {
        distances[i] += distance(tiers.get(i).microdata()) / 5;
      }
    }

    assertThat(distances[1]).isLessThan(distances[0] / 2);
    assertThat(distances[2]).isLessThan(distances[1]);
  }

  private static double distance(Microdata rows) {
    Scope scope = Scope.of(CODING.sizes(), 0, 1, 2);
    int[] there = scope.count(PEOPLE);
    int[] here = scope.count(rows);
    double sum = 0;
    for (int cell = 0; cell < there.length; cell++) {
      sum += Math.abs((double) there[cell] / PEOPLE.rows() - (double) here[cell] / rows.rows());
    }
    return sum / 2;
  }

  @Test
  void no_tier_has_what_nobody_can_be() {
    for (Release tier : made(2)) {
      for (int row = 0; row < tier.size(); row++) {
        List<String> cells = tier.row(row);
        assertThat(cells.get(3).equals("1") && !cells.get(2).equals("1")).isFalse();
      }
    }
  }

  @Test
  void its_report_says_who_else_is_told_and_what() {
    PrivacyReport report = made(1).get(1).report();

    assertThat(report.html())
        .contains(
            "This is the tier vetted of one release in 3: public (epsilon 0.2), vetted (epsilon 2),"
                + " partner (epsilon 8).",
            "All tiers together tell no more of anybody than the promise of the highest, epsilon 8");
    assertThat(report.json()).contains("\"tier\": {", "\"name\": \"vetted\"", "\"epsilon\": 2");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          public=1                         | 2 to 5 tiers
          a=1,b=2,c=3,d=4,e=5,f=6          | 2 to 5 tiers
          public=1,public=2                | Two tiers are called public
          public=1,vetted=1                | told the same
          public=1,vetted=1.0000001         | told the same
          public=1,../up=2                 | is named by small letters
          public=1,Vetted=2                | is named by small letters
          public=1,=2                      | is named by small letters
          public=1,vetted=30               | Epsilon is from
          """)
  void tiers_that_make_no_sense_are_refused(String said, String why) {
    assertThatThrownBy(
            () -> {
              List<Tier> tiers = new ArrayList<>();
              Stream.of(said.split(",", -1))
                  .map(each -> each.split("=", -1))
                  .forEach(each -> tiers.add(tier(each[0], Double.parseDouble(each[1]))));
              new Tiers(tiers);
            })
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(why);
  }

  @Test
  void all_have_one_delta_and_enough_people() {
    assertThatThrownBy(
            () -> new Tiers(List.of(tier("a", 1), new Tier("b", new Terms(2, 1e-7, 3, 10)))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("one delta");
    assertThatThrownBy(
            () -> Release.of(CODEBOOK, CODING, people(99), TIERS, Bits.ofSeed(1), Progress.NONE))
        .isInstanceOf(CodebookRefused.class);
  }
}
