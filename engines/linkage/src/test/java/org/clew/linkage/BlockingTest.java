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
}
