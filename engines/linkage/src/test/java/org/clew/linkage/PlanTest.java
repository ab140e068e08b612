package org.clew.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// A list in portions beside the same list as a whole.
class PlanTest {
  private static final List<Kind> PEOPLE =
      List.of(Kind.NAME, Kind.BIRTH_DATE, Kind.ADDRESS, Kind.PHONE, Kind.PHONE, Kind.PLACE);
  private static final List<Kind> THINGS = List.of(Kind.TITLE, Kind.NUMBER, Kind.TEXT);

  private static final List<List<String>> ROWS = people(1_500);
  private static final Whole WHOLE = new Whole(PEOPLE, ROWS);

  private static List<List<String>> people(int count) {
    var random = new SplittableRandom(5);
    List<List<String>> rows = new ArrayList<>();
    while (rows.size() < count) {
      String name = Seeded.name(random.nextInt(60)) + " " + Seeded.name(random.nextInt(300));
      String born = "%d-03-%02d".formatted(random.nextInt(1950, 2005), random.nextInt(1, 29));
      String address = random.nextInt(1, 99) + " " + Seeded.name(900 + random.nextInt(90)) + " Rd";
      String phone = "+4477009%05d".formatted(random.nextInt(100_000));
      for (int i = random.nextInt(3); i >= 0; i--) {
        boolean second = random.nextInt(4) == 0;
        rows.add(
            List.of(
                random.nextInt(5) == 0 ? Seeded.slip(name, random) : name,
                random.nextInt(9) == 0 ? "" : born,
                address,
                second ? "" : phone,
                second ? phone : "",
                Seeded.name(5_000 + random.nextInt(20))));
      }
    }
    return rows;
  }

  private static List<List<String>> things(int count) {
    var random = new SplittableRandom(6);
    List<List<String>> rows = new ArrayList<>();
    while (rows.size() < count) {
      String maker = Seeded.name(random.nextInt(30));
      String title =
          "%s %s %s%d"
              .formatted(
                  maker,
                  Seeded.name(random.nextInt(200)),
                  maker.substring(0, 3),
                  random.nextInt(100, 1000));
      String price = "%d.50".formatted(random.nextInt(20, 900));
      for (int i = random.nextInt(3); i >= 0; i--) {
        rows.add(
            List.of(Seeded.slip(title, random), price, title + " with all that belongs to it"));
      }
    }
    return rows;
  }

  /// People of whom some are written in Cyrillic letters.
  private static List<List<String>> acrossScripts(int count) {
    var random = new SplittableRandom(8);
    List<List<String>> rows = new ArrayList<>();
    while (rows.size() < count) {
      String given = Seeded.name(random.nextInt(60));
      String family = Seeded.name(random.nextInt(300));
      String born = "%d-03-%02d".formatted(random.nextInt(1950, 2005), random.nextInt(1, 29));
      for (int i = random.nextInt(3); i >= 0; i--) {
        boolean latin = random.nextInt(3) > 0;
        rows.add(List.of(latin ? given : cyrillic(given), latin ? family : cyrillic(family), born));
      }
    }
    return rows;
  }

  private static String cyrillic(String latin) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < latin.length(); i++) {
      int at = "abdehiklmnorstvz".indexOf(latin.charAt(i));
      out.append(at < 0 ? latin.charAt(i) : "абдехиклмнорствз".charAt(at));
    }
    return out.toString();
  }

  /// A list linked at once, and counted to be linked in portions.
  private static final class Whole {
    private final List<List<String>> forms = new ArrayList<>();
    private final List<Census.Thing> things;
    private final List<Map<String, Integer>> held = new ArrayList<>();
    private final Entities entities;
    private final Census census;

    Whole(List<Kind> kinds, List<List<String>> rows) {
      var table = new LinkTable.Builder(kinds);
      List<NormalForm> normal = kinds.stream().map(kind -> new NormalForm(kind, "GB")).toList();
      for (List<String> row : rows) {
        List<String> own = new ArrayList<>();
        for (int column = 0; column < row.size(); column++) {
          table.cell(column, row.get(column));
          own.add(normal.get(column).of(row.get(column)));
        }
        forms.add(own);
        table.endRow();
      }
      LinkTable built = table.build();
      entities = Batch.dedupe(built, Batch.Settings.of("GB"), List.of(), Progress.NONE);
      things = Census.Thing.of(kinds);
      List<Census.Counted> counted = new ArrayList<>();
      for (Census.Thing thing : things) {
        counted.add(counted(thing, built));
      }
      census = new Census(rows.size(), counted);
    }

    private Census.Counted counted(Census.Thing thing, LinkTable table) {
      Map<String, Integer> values = new HashMap<>();
      int holders = 0;
      for (List<String> row : forms) {
        List<String> said =
            thing.columns().stream().map(row::get).filter(form -> !form.isEmpty()).toList();
        said.forEach(form -> values.merge(form, 1, Integer::sum));
        holders += said.isEmpty() ? 0 : 1;
      }
      held.add(values);
      Map<String, Long> parts = new HashMap<>();
      values.forEach(
          (form, count) ->
              thing.parts(form).forEach(part -> parts.merge(part, (long) count, Long::sum)));
      List<String> headings =
          thing.columns().stream().flatMap(column -> table.headings(column).stream()).toList();
      return new Census.Counted(thing, headings, holders, values.size(), parts);
    }

    Plan plan() {
      return new Plan(entities.model(), census, OptionalDouble.empty());
    }

    Portion portion(Plan plan, int... rows) {
      Portion.Builder out = plan.portion();
      for (int row : rows) {
        int[] counts = new int[forms.get(row).size()];
        for (int thing = 0; thing < things.size(); thing++) {
          for (int column : things.get(thing).columns()) {
            counts[column] = held.get(thing).getOrDefault(forms.get(row).get(column), 0);
          }
        }
        out.row(forms.get(row), counts);
      }
      return out.build();
    }

    int[] all() {
      return IntStream.range(0, forms.size()).toArray();
    }
  }

  private static void demandTheSameWeights(Whole whole) {
    Plan plan = whole.plan();
    assertThat(whole.entities.pairs()).hasSizeGreaterThan(300);
    for (Entities.Pair pair : whole.entities.pairs()) {
      Portion portion = whole.portion(plan, 7, pair.right(), pair.left());
      assertThat(portion.weight(2, 1)).isEqualTo(pair.weight());
    }
    Portion few = whole.portion(plan, IntStream.range(100, 160).toArray());
    for (int first = 0; first < few.rows(); first++) {
      for (int second = first + 1; second < few.rows(); second++) {
        assertThat(few.weight(first, second))
            .isEqualTo(whole.entities.explain(100 + first, 100 + second).weight());
      }
    }
  }

  @Test
  void twoRowsWeighAsInTheWholeList() {
    demandTheSameWeights(WHOLE);
  }

  @Test
  void thingsWeighAsInTheWholeListByWhatIsRareThere() {
    demandTheSameWeights(new Whole(THINGS, things(1_500)));
  }

  @Test
  void namesOfTwoScriptsMeetInPortionsOfOne() {
    Whole both =
        new Whole(
            List.of(Kind.GIVEN_NAME, Kind.FAMILY_NAME, Kind.BIRTH_DATE), acrossScripts(1_500));
    demandTheSameWeights(both);
    Plan plan = both.plan();
    for (Entities.Pair pair : both.entities.pairs()) {
      assertThat(keys(plan, both.portion(plan, pair.left()), 0))
          .containsAnyElementsOf(keys(plan, both.portion(plan, pair.right()), 0));
    }
  }

  @Test
  void allThatIsLinkedMeetsInABlock() {
    Plan plan = WHOLE.plan();
    Portion all = WHOLE.portion(plan, WHOLE.all());
    for (Entities.Pair pair : WHOLE.entities.pairs()) {
      assertThat(keys(plan, all, pair.left())).containsAnyElementsOf(keys(plan, all, pair.right()));
    }
  }

  @Test
  void keysAndCutsAreTheSameInEveryPortion() {
    Plan plan = WHOLE.plan();
    Portion all = WHOLE.portion(plan, WHOLE.all());
    Portion two = WHOLE.portion(plan, 900, 40);
    assertThat(keys(plan, two, 1)).isEqualTo(keys(plan, all, 40));
    for (int rule = 0; rule < plan.ruleCount(); rule++) {
      assertThat(two.cuts(rule, 1)).isEqualTo(all.cuts(rule, 40));
    }
  }

  private static Set<Long> keys(Plan plan, Portion portion, int row) {
    Set<Long> out = new HashSet<>();
    for (int rule = 0; rule < plan.ruleCount(); rule++) {
      for (long key : portion.keys(rule, row)) {
        out.add(key);
      }
    }
    return out;
  }

  @Test
  void linksJoinRowsAsInTheWholeList() {
    Plan plan = WHOLE.plan();
    Portion all = WHOLE.portion(plan, WHOLE.all());
    Portion.Joined joined =
        all.join(
            WHOLE.entities.pairs().reversed().stream()
                .map(pair -> new Portion.Tie(pair.left(), pair.right(), (float) pair.weight()))
                .toList());
    for (int row = 0; row < all.rows(); row++) {
      assertThat(joined.first(row)).isEqualTo(WHOLE.entities.first(row));
      assertThat(joined.weight(row)).isEqualTo(WHOLE.entities.weight(row));
    }
  }

  @Test
  void aModelOfAListThatWasComparedWholeGetsRulesForALongerOne() {
    LinkModel learned = new Whole(PEOPLE, ROWS.subList(0, 400)).entities.model();
    assertThat(learned.rules()).isEmpty();
    Plan plan = new Plan(learned, WHOLE.census, OptionalDouble.of(4));
    assertThat(plan.lacksRules()).isTrue();
    assertThat(plan.threshold()).isEqualTo(4);
    LinkModel longer = plan.withRules(WHOLE.portion(plan, WHOLE.all()), 1);
    assertThat(longer.rules()).isNotEmpty();
    assertThat(longer.columns()).isEqualTo(learned.columns());
    assertThat(new Plan(longer, WHOLE.census, OptionalDouble.empty()).lacksRules()).isFalse();
  }

  @Test
  void aShortListMakesOneBlock() {
    Whole few = new Whole(PEOPLE, ROWS.subList(0, 400));
    assertThat(few.plan().comparesAll()).isTrue();
    assertThat(few.plan().lacksRules()).isFalse();
  }

  @Test
  void aModelOfOtherColumnsIsRefused() {
    LinkModel other = new Whole(THINGS, things(300)).entities.model();
    assertThatThrownBy(() -> new Plan(other, WHOLE.census, OptionalDouble.empty()))
        .isInstanceOf(ModelRefused.class);
  }

  @Test
  void moreRowsThanAModelMayBeLearnedFromAreNoList() {
    assertThatThrownBy(() -> new Census(Census.MOST_ROWS + 1, List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
