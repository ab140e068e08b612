package org.clew.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BlockingTest {

  private static final String[] WORDS = {
    "north", "star", "textile", "garment", "export", "union", "green", "river", "apparel", "global"
  };

  /// Firms of words that many share, each with two phones that a few share.
  private static LinkTable firms(int rows) {
    SplittableRandom random = new SplittableRandom(4);
    var out =
        new LinkTable.Builder(List.of(Kind.ORGANISATION_NAME, Kind.PHONE, Kind.PHONE, Kind.PLACE));
    for (int row = 0; row < rows; row++) {
      String name = "";
      for (int i = 0; i < 3; i++) {
        name += WORDS[random.nextInt(WORDS.length)] + " ";
      }
      int first = random.nextInt(rows / 3);
      out.cell(0, name.strip());
      out.cell(1, "+4477009%05d".formatted(first));
      out.cell(2, "+4477009%05d".formatted(first + 1));
      out.cell(3, "Town" + (char) ('A' + random.nextInt(20)));
      out.endRow();
    }
    return out.build();
  }

  @Test
  void noPairIsComparedTwiceHoweverOftenItMeets() {
    Traits traits = new Traits(firms(4_000), "GB", 4_000);
    List<Rule> rules = new Rules(traits, 1).choose();
    assertThat(rules).anyMatch(Rule::isOfWords);
    assertThat(rules).anyMatch(rule -> (rule.uses() & 1 << traits.first(Kind.PHONE)) != 0);
    Pairs one = compare(traits, rules, 1);
    Set<Long> seen = new HashSet<>();
    for (int pair = 0; pair < one.size(); pair++) {
      assertThat(seen.add((long) one.left(pair) << 32 | one.right(pair))).isTrue();
    }
    long counted = 0;
    for (Pairs.Shown each : one.shown()) {
      counted += each.count();
    }
    assertThat(counted).isEqualTo(one.size()).isGreaterThan(4_000);
    Pairs two = compare(traits, rules, 2);
    assertThat(two.size()).isEqualTo(one.size());
    for (int pair = 0; pair < one.size(); pair++) {
      assertThat(two.left(pair)).isEqualTo(one.left(pair));
      assertThat(two.pattern(pair)).isEqualTo(one.pattern(pair));
    }
  }

  private static Pairs compare(Traits traits, List<Rule> rules, int threads) {
    try (Work work = new Work(threads, Progress.NONE)) {
      return new Blocking(traits, rules, work).compare();
    }
  }

  /// People of few names, days and towns, so that many share what a rule looks at.
  private static LinkTable people(int rows) {
    SplittableRandom random = new SplittableRandom(5);
    var out =
        new LinkTable.Builder(
            List.of(Kind.GIVEN_NAME, Kind.FAMILY_NAME, Kind.BIRTH_DATE, Kind.POSTCODE));
    for (int row = 0; row < rows; row++) {
      out.cell(0, "K" + "aeiou".charAt(random.nextInt(5)) + WORDS[random.nextInt(10)]);
      out.cell(1, "D" + "aeiou".charAt(random.nextInt(5)) + WORDS[random.nextInt(10)] + "ov");
      if (random.nextInt(10) > 0) {
        out.cell(2, "19%02d-0%d-1%d".formatted(random.nextInt(60), 1 + row % 9, row % 7));
      }
      out.cell(3, "%05d".formatted(random.nextInt(300)));
      out.endRow();
    }
    return out.build();
  }

  @Test
  void allRowsMeetThatShareARulesKeysInABlockThatIsNotCut() {
    Traits traits = new Traits(people(3_000), "", 3_000);
    List<Rule> rules = new Rules(traits, 1).choose();
    assertThat(rules).noneMatch(Rule::isOfWords).hasSizeGreaterThan(2);
    Set<Long> met = new HashSet<>();
    Pairs found = compare(traits, rules, 1);
    for (int pair = 0; pair < found.size(); pair++) {
      met.add((long) found.left(pair) << 32 | found.right(pair));
    }
    int expected = 0;
    for (int a = 0; a < traits.rows; a++) {
      for (int b = a + 1; b < traits.rows; b++) {
        boolean meets = false;
        for (Rule rule : rules) {
          meets |= share(traits, rule, traits.place(a), traits.place(b));
        }
        expected += meets ? 1 : 0;
        assertThat(!meets || met.contains((long) a << 32 | b)).as("%d and %d", a, b).isTrue();
      }
    }
    assertThat(expected).isGreaterThan(3_000);
  }

  private static boolean share(Traits traits, Rule rule, int a, int b) {
    return rule.meets(a, b)
        && rule.parts.stream().allMatch(part -> Rule.sharesKey(traits, part, a, b));
  }
}
