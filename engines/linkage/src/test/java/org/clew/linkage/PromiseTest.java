package org.clew.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PromiseTest {
  private static final List<Kind> KINDS =
      List.of(
          Kind.GIVEN_NAME,
          Kind.FAMILY_NAME,
          Kind.BIRTH_DATE,
          Kind.PLACE,
          Kind.POSTCODE,
          Kind.PHONE);

  /// Nothing is so hopeless that it is passed over.
  private static final double NEVER = Double.NEGATIVE_INFINITY;

  /// People of whom some are there twice, written with slips and gaps.
  private static List<List<String>> people(int count) {
    SplittableRandom random = new SplittableRandom(8);
    List<List<String>> out = new ArrayList<>();
    while (out.size() < count) {
      List<String> one =
          List.of(
              Seeded.name(random.nextInt(150)),
              Seeded.name(1000 + random.nextInt(2_000)),
              "%d-%02d-%02d"
                  .formatted(
                      1950 + random.nextInt(55), 1 + random.nextInt(12), 1 + random.nextInt(28)),
              Seeded.name(5000 + random.nextInt(40)),
              "%05d".formatted(random.nextInt(2_000) * 17),
              "+4477009%05d".formatted(random.nextInt(100_000)));
      out.add(one);
      if (random.nextInt(3) == 0) {
        out.add(one.stream().map(cell -> written(cell, random)).toList());
      }
    }
    return out;
  }

  private static String written(String cell, SplittableRandom random) {
    return switch (random.nextInt(8)) {
      case 0 -> "";
      case 1 -> Seeded.slip(cell, random);
      default -> cell;
    };
  }

  private static Traits traits(List<Kind> kinds, List<List<String>> rows, int second) {
    return new Traits(table(kinds, rows), "GB", second);
  }

  private static LinkTable table(List<Kind> kinds, List<List<String>> rows) {
    var out = new LinkTable.Builder(kinds);
    for (List<String> row : rows) {
      for (int column = 0; column < kinds.size(); column++) {
        out.cell(column, row.get(column));
      }
      out.endRow();
    }
    return out.build();
  }

  private static Pairs compare(Traits traits, List<Rule> rules, double threshold) {
    try (Work work = new Work(1, Progress.NONE)) {
      return new Blocking(traits, rules, threshold, work).compare();
    }
  }

  private static Set<Long> rows(Pairs pairs) {
    Set<Long> out = new HashSet<>();
    for (int pair = 0; pair < pairs.size(); pair++) {
      out.add((long) pairs.left(pair) << 32 | pairs.right(pair));
    }
    return out;
  }

  private static List<Rule> rules(Traits traits) {
    return new Rules(traits, 1).choose();
  }

  @Test
  void whatIsPassedOverWouldNotHaveBeenLinked() {
    List<List<String>> people = people(20_000);
    Traits traits = traits(KINDS, people, people.size());
    List<Rule> rules = rules(traits);
    Set<Long> all = rows(compare(traits, rules, NEVER));
    Set<Long> compared = rows(compare(traits, rules, 0));
    assertThat(all).containsAll(compared);
    assertThat(compared.size()).isLessThan(all.size() * 3 / 4);

    Entities linked =
        Batch.dedupe(table(KINDS, people), Batch.Settings.of("GB"), List.of(), Progress.NONE);
    all.removeAll(compared);
    long lost =
        all.stream()
            .filter(pair -> linked.explain((int) (pair >>> 32), (int) (long) pair).weight() >= 0)
            .count();
    assertThat(linked.pairs()).hasSizeGreaterThan(3_000);
    assertThat(lost).isLessThan(linked.pairs().size() / 500);
  }

  @Test
  void oneOfThoseThatPromiseNothingIsComparedAndCountsForSixteen() {
    List<List<String>> people = people(20_000);
    Traits traits = traits(KINDS, people, people.size());
    List<Rule> rules = rules(traits);
    int all = compare(traits, rules, NEVER).size();
    Pairs compared = compare(traits, rules, 0);
    long counted = 0;
    for (Pairs.Shown each : compared.shown()) {
      counted += each.count();
    }
    assertThat((double) counted).isBetween(0.97 * all, 1.03 * all);
    assertThat(counted).isGreaterThan(compared.size());
  }

  @Test
  void aLowerThresholdPassesOverLess() {
    List<List<String>> people = people(8_000);
    Traits traits = traits(KINDS, people, people.size());
    List<Rule> rules = rules(traits);
    int most = compare(traits, rules, NEVER).size();
    int some = compare(traits, rules, -5).size();
    int least = compare(traits, rules, 0).size();
    assertThat(least).isLessThan(some);
    assertThat(some).isLessThan(most);
    assertThat(compare(traits, rules, 10).size()).isEqualTo(least);
  }

  /// Two pairs meet by a common given name and a place; the family names of one are a slip apart.
  @Test
  void rowsThatShareOnlyWhatTheyMeetByAreComparedWhereTheyLookAlike() {
    List<List<String>> people = people(8_000);
    int first = people.size();
    String given = people.getFirst().get(0);
    String place = people.getFirst().get(3);
    people.add(List.of(given, "Gundrik", "1988-02-29", place, "00001", "+447700999001"));
    people.add(List.of(given, "Gundirk", "1971-07-06", place, "00201", "+447700999402"));
    people.add(List.of(given, "Wolczak", "1944-02-29", place, "00401", "+447700999803"));
    people.add(List.of(given, "Smethe", "1963-08-17", place, "00601", "+447700999204"));
    Traits traits = traits(KINDS, people, people.size());
    List<Rule> rules =
        List.of(
            Rule.of(traits, List.of(whole(traits, Kind.GIVEN_NAME), whole(traits, Kind.PLACE))));
    Set<Long> compared = rows(compare(traits, rules, 0));
    assertThat(compared).contains((long) first << 32 | (first + 1));
    assertThat(compared).doesNotContain((long) (first + 2) << 32 | (first + 3));
    assertThat(rows(compare(traits, rules, NEVER)))
        .contains((long) (first + 2) << 32 | (first + 3));
  }

  private static Rule.Part whole(Traits traits, Kind kind) {
    int trait = traits.first(kind);
    return new Rule.Part(trait, traits.all.get(trait).likeness.keys().getFirst());
  }

  @Test
  void nothingIsPassedOverBetweenTwoLists() {
    List<List<String>> people = people(8_000);
    Traits traits = traits(KINDS, people, people.size() / 2);
    List<Rule> rules = rules(traits);
    assertThat(compare(traits, rules, 0).size()).isEqualTo(compare(traits, rules, NEVER).size());
  }

  @Test
  void nothingIsPassedOverWhereKeysDoNotTellAllThatIsSaid() {
    List<List<String>> people = people(8_000);
    List<Kind> twoPhones = new ArrayList<>(KINDS);
    twoPhones.set(4, Kind.PHONE);
    Traits phones = traits(twoPhones, people, people.size());
    assertThat(compare(phones, rules(phones), 0).size())
        .isEqualTo(compare(phones, rules(phones), NEVER).size());
    List<Kind> addresses = new ArrayList<>(KINDS);
    addresses.set(3, Kind.ADDRESS);
    Traits words = traits(addresses, people, people.size());
    List<Rule> keyed = rules(words).stream().filter(rule -> !rule.isOfWords()).toList();
    assertThat(compare(words, keyed, 0).size()).isEqualTo(compare(words, keyed, NEVER).size());
  }

  @Test
  void namesMayBeAlikeByTheirLettersOrBecauseTheyAreKnownToBe() {
    assertThat(near("mohammed", "muhammad")).isTrue();
    assertThat(near("katherine", "catherina")).isTrue();
    assertThat(near("john", "elizabeth")).isFalse();
    int pet = Outline.of(Likeness.letters("bob"), true, false);
    assertThat(Outline.areNear(pet, Outline.of(Likeness.letters("robert"), true, false))).isTrue();
    assertThat(Outline.areNear(pet, Outline.of(Likeness.letters("winifred"), false, false)))
        .isFalse();
    int open = Outline.of(Likeness.letters("j"), false, true);
    assertThat(Outline.areNear(open, Outline.of(Likeness.letters("winifred"), false, false)))
        .isTrue();
  }

  private static boolean near(String a, String b) {
    return Outline.areNear(
        Outline.of(Likeness.letters(a), false, false),
        Outline.of(Likeness.letters(b), false, false));
  }
}
