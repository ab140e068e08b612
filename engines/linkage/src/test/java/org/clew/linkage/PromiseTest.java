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

  /// One pair in so many is looked at.
  private static final int SOME = 10;

  /// Nothing is so hopeless that it is passed over.
  private static final double NEVER = Double.NEGATIVE_INFINITY;

  /// A list that is long enough for pairs to be passed over.
  private static final List<List<String>> PEOPLE = people(100_000, 8);

  private static final Traits TRAITS = traits(KINDS, PEOPLE, PEOPLE.size());
  private static final List<Rule> RULES = rules(TRAITS);
  private static final Pairs ALL = compare(TRAITS, RULES, NEVER);
  private static final Pairs COMPARED = compare(TRAITS, RULES, 0);

  /// People of whom some are there twice, one in so many of their cells mistyped and one left out.
  private static List<List<String>> people(int count, int oneIn) {
    SplittableRandom random = new SplittableRandom(8);
    List<List<String>> out = new ArrayList<>();
    while (out.size() < count) {
      List<String> one =
          List.of(
              Seeded.name(random.nextInt(900)),
              Seeded.name(1000 + random.nextInt(9_000)),
              "%d-%02d-%02d"
                  .formatted(
                      1950 + random.nextInt(55), 1 + random.nextInt(12), 1 + random.nextInt(28)),
              Seeded.name(50_000 + random.nextInt(300)),
              "%05d".formatted(random.nextInt(6_000) * 16),
              "+4477009%05d".formatted(random.nextInt(100_000)));
      out.add(one);
      if (random.nextInt(3) == 0) {
        out.add(one.stream().map(cell -> written(cell, random, oneIn)).toList());
      }
    }
    return out;
  }

  private static String written(String cell, SplittableRandom random, int oneIn) {
    return switch (random.nextInt(oneIn)) {
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
    Set<Long> passedOver = rows(ALL);
    assertThat(passedOver.containsAll(rows(COMPARED))).isTrue();
    assertThat(COMPARED.size()).isLessThan(ALL.size() * 3 / 4);
    passedOver.removeAll(rows(COMPARED));
    assertMissesFew(table(KINDS, PEOPLE), passedOver);
  }

  /// Most cells are empty, so that what two rows share is little and yet enough.
  @Test
  void allAreComparedWhereLinksWouldBeMissed() {
    SplittableRandom random = new SplittableRandom(3);
    List<List<String>> sparse =
        people(100_000, 4).stream()
            .map(row -> row.stream().map(each -> random.nextInt(5) < 2 ? each : "").toList())
            .toList();
    Traits traits = traits(KINDS, sparse, sparse.size());
    Set<Long> passedOver = rows(compare(traits, rules(traits), NEVER));
    passedOver.removeAll(rows(compare(traits, rules(traits), 0)));
    assertThat(passedOver).isNotEmpty();
    assertMissesFew(table(KINDS, sparse), passedOver);
  }

  private static void assertMissesFew(LinkTable table, Set<Long> passedOver) {
    Entities found = Batch.dedupe(table, Batch.Settings.of("GB"), List.of(), Progress.NONE);
    Set<Long> linked = new HashSet<>();
    found.pairs().forEach(pair -> linked.add((long) pair.left() << 32 | pair.right()));
    double threshold = found.model().balance().threshold();
    long missed = 0;
    for (long pair : passedOver) {
      if (pair % SOME != 0) {
        continue;
      }
      boolean isOne = found.explain((int) (pair >>> 32), (int) pair).weight() >= threshold;
      missed += isOne && !linked.contains(pair) ? 1 : 0;
    }
    assertThat(linked).hasSizeGreaterThan(3_000);
    assertThat(SOME * missed).isLessThan(linked.size() / 200);
  }

  @Test
  void oneOfThoseThatPromiseNothingIsComparedAndCountsForSixteen() {
    long counted = 0;
    for (Pairs.Shown each : COMPARED.shown()) {
      counted += each.count();
    }
    long stoodFor = 0;
    for (int pair = 0; pair < COMPARED.size(); pair++) {
      stoodFor += COMPARED.standsFor(pair);
    }
    assertThat((double) counted).isBetween(0.98 * ALL.size(), 1.02 * ALL.size());
    assertThat(stoodFor).isEqualTo(counted);
  }

  @Test
  void aLowerThresholdPassesOverLess() {
    int some = compare(TRAITS, RULES, -3).size();
    assertThat(some).isGreaterThan(COMPARED.size()).isLessThan(ALL.size());
    assertThat(compare(TRAITS, RULES, 10).size()).isEqualTo(COMPARED.size());
  }

  @Test
  void nothingOfAShortListIsPassedOver() {
    List<List<String>> people = people(8_000, 8);
    Traits traits = traits(KINDS, people, people.size());
    List<Rule> rules = rules(traits);
    assertThat(compare(traits, rules, 0).size()).isEqualTo(compare(traits, rules, NEVER).size());
  }

  /// Two pairs meet by a common given name and a place; the family names of one are a slip apart.
  @Test
  void rowsThatShareOnlyWhatTheyMeetByAreComparedWhereTheyLookAlike() {
    List<List<String>> people = new ArrayList<>(PEOPLE);
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
    List<List<String>> people = new ArrayList<>(PEOPLE);
    Traits traits = traits(KINDS, people, people.size() / 2);
    List<Rule> rules = rules(traits);
    assertThat(compare(traits, rules, 0).size()).isEqualTo(compare(traits, rules, NEVER).size());
  }

  @Test
  void nothingIsPassedOverWhereKeysDoNotTellAllThatIsSaid() {
    List<List<String>> people = new ArrayList<>(PEOPLE);
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
