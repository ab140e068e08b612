package org.clew.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
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
      return new Blocking(traits, rules, Double.NEGATIVE_INFINITY, work).compare();
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
    Set<Long> met = met(compare(traits, rules, 1));
    List<int[]> blocks = rules.stream().map(rule -> blocks(traits, rule)).toList();
    int expected = 0;
    for (int a = 0; a < traits.rows; a++) {
      for (int b = a + 1; b < traits.rows; b++) {
        int one = a;
        int other = b;
        boolean meets =
            blocks.stream().anyMatch(each -> each[one] >= 0 && each[one] == each[other]);
        expected += meets ? 1 : 0;
        assertThat(!meets || met.contains((long) a << 32 | b)).as("%d and %d", a, b).isTrue();
      }
    }
    assertThat(expected).isGreaterThan(3_000);
  }

  /// By row, the block that it is in under a rule of traits of one column; -1 where it is in none
  /// or in one that is cut.
  private static int[] blocks(Traits traits, Rule rule) {
    Map<List<Integer>, List<Integer>> rows = new HashMap<>();
    for (int row = 0; row < traits.rows; row++) {
      List<Integer> keys = new ArrayList<>();
      for (Rule.Part part : rule.parts) {
        int value = traits.value(part.trait(), row);
        keys.add(value < 0 ? -1 : part.key().of(value));
      }
      if (!keys.contains(-1)) {
        rows.computeIfAbsent(keys, _ -> new ArrayList<>()).add(row);
      }
    }
    int[] out = new int[traits.rows];
    Arrays.fill(out, -1);
    for (List<Integer> block : rows.values()) {
      if (block.size() <= Block.MOST) {
        block.forEach(row -> out[row] = block.getFirst());
      }
    }
    return out;
  }

  /// People of three phones each that some, many and most share, so that one row stands in blocks
  /// that are cut by one trait and by several.
  private static LinkTable sharers(int rows) {
    SplittableRandom random = new SplittableRandom(1);
    var out =
        new LinkTable.Builder(
            List.of(
                Kind.GIVEN_NAME,
                Kind.FAMILY_NAME,
                Kind.PHONE,
                Kind.PHONE,
                Kind.PHONE,
                Kind.PLACE,
                Kind.BIRTH_DATE));
    int[] many = {60, 20, 3};
    for (int row = 0; row < rows; row++) {
      out.cell(0, "K" + vowel(random) + "rim" + vowel(random));
      out.cell(1, "D" + vowel(random) + "mit" + (char) ('a' + random.nextInt(12)) + "ov");
      for (int phone = 0; phone < many.length; phone++) {
        int number = 1_000 * phone + random.nextInt(many[phone]);
        out.cell(2 + phone, "+4477009%05d".formatted(number));
      }
      out.cell(5, "Town" + (char) ('A' + random.nextInt(20)));
      out.cell(6, "19%d-03-12".formatted(80 + random.nextInt(12)));
      out.endRow();
    }
    return out.build();
  }

  private static char vowel(SplittableRandom random) {
    return "aeiou".charAt(random.nextInt(5));
  }

  @Test
  void noPairIsLostWhereARowStandsInSeveralBlocksThatAreCut() {
    Traits traits = new Traits(sharers(12_000), "GB", 12_000);
    Rule second =
        Rule.of(traits, List.of(whole(traits, Kind.GIVEN_NAME), whole(traits, Kind.PLACE)));
    List<Rule> rules = List.of(Rule.of(traits, List.of(whole(traits, Kind.PHONE))), second);
    Set<Long> one = met(compare(traits, rules, 1));
    assertThat(met(compare(traits, rules, 2))).isEqualTo(one);
    int[] blocks = blocks(traits, second);
    int expected = 0;
    for (int a = 0; a < traits.rows; a++) {
      for (int b = a + 1; b < traits.rows; b++) {
        if (blocks[a] >= 0 && blocks[a] == blocks[b]) {
          expected++;
          assertThat(one.contains((long) a << 32 | b)).as("%d and %d", a, b).isTrue();
        }
      }
    }
    assertThat(expected).isGreaterThan(4_000);
  }

  private static Rule.Part whole(Traits traits, Kind kind) {
    return whole(traits, traits.first(kind));
  }

  private static Rule.Part whole(Traits traits, int trait) {
    return new Rule.Part(trait, traits.all.get(trait).likeness.keys().getFirst());
  }

  private static Set<Long> met(Pairs found) {
    Set<Long> met = new HashSet<>();
    for (int pair = 0; pair < found.size(); pair++) {
      met.add((long) found.left(pair) << 32 | found.right(pair));
    }
    return met;
  }

  @Test
  void ofTwoShortListsEachRowMeetsAllOfTheOther() {
    for (int second : new int[] {1, 300, 999}) {
      Traits traits = new Traits(people(1_000), "", second);
      Pairs found = compare(traits, List.of(), 2);
      assertThat(met(found)).hasSize(second * (1_000 - second)).hasSize(found.size());
      for (int pair = 0; pair < found.size(); pair++) {
        assertThat(found.left(pair)).isLessThan(second);
        assertThat(found.right(pair)).isGreaterThanOrEqualTo(second);
      }
    }
  }

  /// As many rows of one person as this make more pairs than there may be under any rule.
  @Test
  void peopleOfWhomThereAreManyRowsAreFound() {
    Entities found =
        Batch.dedupe(copies(1_000, 40), Batch.Settings.of(""), List.of(), Progress.NONE);
    assertThat(found.count()).isEqualTo(1_000);
    assertThat(found.model().rules()).hasSizeBetween(1, 4);
  }

  /// However much evidence there is, and so however high the weight from which pairs are linked.
  @Test
  void rowsThatAreTheSameAreOneEntityWhateverTheThreshold() {
    for (double bits : new double[] {5, 20, 30}) {
      var settings = new Batch.Settings("", OptionalDouble.of(bits), 1, 1);
      Entities found = Batch.dedupe(copies(400, 3), settings, List.of(), Progress.NONE);
      assertThat(found.count()).as("from %s bits", bits).isEqualTo(400);
    }
  }

  private static LinkTable copies(int people, int each) {
    var out =
        new LinkTable.Builder(
            List.of(Kind.GIVEN_NAME, Kind.FAMILY_NAME, Kind.BIRTH_DATE, Kind.PHONE, Kind.POSTCODE));
    for (int row = 0; row < people * each; row++) {
      int one = row % people;
      out.cell(0, Seeded.name(one % 90));
      out.cell(1, Seeded.name(1_000 + one));
      out.cell(2, "19%02d-0%d-1%d".formatted(one % 60, 1 + one % 9, one % 7));
      out.cell(3, "+4477009%05d".formatted(one));
      out.cell(4, "%05d".formatted(one * 37));
      out.endRow();
    }
    return out.build();
  }

  /// It says nothing of anybody, and must not fall.
  @Test
  void aListWithoutColumnsLinksNobody() {
    var rows = new LinkTable.Builder(List.of());
    rows.endRow();
    rows.endRow();
    Entities found = Batch.dedupe(rows.build(), Batch.Settings.of("GB"), List.of(), Progress.NONE);
    assertThat(found.count()).isEqualTo(2);
  }

  @Test
  void weightsAreTheSameKnownOrWorkedOut() {
    for (int rows : new int[] {300, 3_000}) {
      Traits traits = new Traits(people(rows), "GB", rows);
      Pairs pairs = compare(traits, new Rules(traits, 1).choose(), 1);
      try (Work work = new Work(1, Progress.NONE)) {
        Chances chances = Chances.of(traits, pairs, 1, work);
        Weights weights =
            new Weights(traits, new Learning(traits, chances, pairs, List.of()).learn());
        weights.weigh(pairs, work);
        Weights.Scale scale = weights.new Scale();
        var known = new KnownPairs(traits, pairs, weights);
        int met = 0;
        for (int pair = 0; pair < pairs.size(); pair++) {
          int left = pairs.left(pair);
          int right = pairs.right(pair);
          met++;
          assertThat(known.of(right, left))
              .isEqualTo(scale.of(left, right))
              .isEqualTo(weights.of(pair));
        }
        assertThat(met).isGreaterThan(rows / 2);
        SplittableRandom random = new SplittableRandom(6);
        for (int i = 0; i < 2_000; i++) {
          int left = random.nextInt(rows - 1);
          int right = left + 1 + random.nextInt(rows - left - 1);
          known.prefetch(new int[] {left, right});
          assertThat(known.of(left, right)).isEqualTo(scale.of(left, right));
        }
      }
    }
  }
}
