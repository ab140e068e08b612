package org.clew.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/// What there is to see of a run.
class FindingsTest {
  private static final int PEOPLE = 1_200;
  private static final Entities LONG = dedupe(people());
  private static final Findings FOUND = LONG.findings();

  private static Entities dedupe(LinkTable table) {
    return Batch.dedupe(table, Batch.Settings.of("GB"), List.of(), Progress.NONE);
  }

  /// Everybody twice, every third in Arabic letters, and ten rows that say a place alone.
  private static LinkTable people() {
    List<LinkRecord> out = new ArrayList<>();
    for (int row = 0; row < PEOPLE * 2; row++) {
      List<Value> values = new ArrayList<>(Seeded.person(row / 2 + 9_000, "").values());
      if (row / 2 % 3 == 0) {
        values.set(0, new Value(Kind.GIVEN_NAME, "محمد"));
        values.set(1, new Value(Kind.FAMILY_NAME, "حداد"));
      }
      out.add(new LinkRecord("", values));
    }
    for (int row = 0; row < 10; row++) {
      out.add(new LinkRecord("", List.of(new Value(Kind.PLACE, "Leeds"))));
    }
    return Tables.of(out);
  }

  @Test
  void countsRowsEntitiesAndPairs() {
    Findings.Overview overview = FOUND.overview();
    int rows = PEOPLE * 2 + 10;
    assertThat(overview.rows()).isEqualTo(rows);
    assertThat(overview.possible()).isEqualTo(rows * (rows - 1.0) / 2);
    assertThat(overview.entities()).isEqualTo(LONG.count());
    assertThat(overview.linked()).isEqualTo(LONG.pairs().size());
    assertThat(overview.together()).isBetween(PEOPLE * 2 - 20, PEOPLE * 2);
    assertThat(overview.right()).isBetween(overview.linked() * 0.9, overview.linked() * 1.01);
    assertThat(overview.from()).isEqualTo(Findings.From.THIS_LIST);
  }

  @Test
  void everyThresholdHasItsPairsAndNeverMoreThanALowerOne() {
    List<Findings.Threshold> all = FOUND.thresholds();
    for (int i = 1; i < all.size(); i++) {
      assertThat(all.get(i).bits()).isEqualTo(all.get(i - 1).bits() + 0.25);
      assertThat(all.get(i).pairs()).isLessThanOrEqualTo(all.get(i - 1).pairs());
      assertThat(all.get(i).right())
          .isLessThanOrEqualTo(all.get(i - 1).right())
          .isLessThanOrEqualTo((double) all.get(i).pairs());
      assertThat(all.get(i).reaching()).isLessThanOrEqualTo(all.get(i - 1).reaching());
    }
    Findings.Threshold chosen =
        all.stream().filter(each -> each.bits() == LONG.threshold()).findFirst().orElseThrow();
    assertThat(chosen.pairs()).isBetween((long) PEOPLE, (long) (PEOPLE * 1.1));
  }

  @Test
  void theRulesAddUpToThePairsThatWereCompared() {
    assertThat(FOUND.rules()).isNotEmpty();
    assertThat(FOUND.rules().stream().mapToLong(Findings.Rule::pairs).sum())
        .isEqualTo(FOUND.overview().compared());
    assertThat(FOUND.rules().stream().mapToDouble(Findings.Rule::matches).sum())
        .isCloseTo(
            FOUND.thresholds().getFirst().right(),
            org.assertj.core.data.Percentage.withPercentage(1));
    assertThat(FOUND.rules()).allSatisfy(rule -> assertThat(rule.keys()).isNotEmpty());
  }

  @Test
  void rowsThatSayTooLittleToBeLinkedAreCounted() {
    assertThat(FOUND.reach().looked()).isEqualTo(FOUND.overview().rows());
    assertThat(FOUND.reach().cannot()).isEqualTo(10);
    assertThat(FOUND.reach().saying())
        .containsExactly(new Findings.Saying(List.of(List.of("place")), 10));
  }

  @Test
  void scriptsOfNamesAreToldApart() {
    assertThat(FOUND.scripts())
        .extracting(Findings.Script::name)
        .containsExactly("Latin", "Arabic", "No name");
    Findings.Script arabic = FOUND.scripts().get(1);
    assertThat(arabic.rows()).isEqualTo(PEOPLE * 2 / 3);
    assertThat(arabic.together()).isGreaterThan(arabic.rows() - 20);
    assertThat(FOUND.scripts().get(2).cannot()).isEqualTo(10);
  }

  @Test
  void columnsSayHowFullTheyAreAndWhatCouldNotBeRead() {
    var rows = new LinkTable.Builder(List.of(Kind.NAME, Kind.BIRTH_DATE));
    String[] born = {"1990-02-03", "", "a long time ago", "1990-02-03"};
    for (String each : born) {
      rows.cell(0, "Amina Haddad");
      rows.cell(1, each);
      rows.endRow();
    }
    Findings.Column column = dedupe(rows.build()).findings().columns().get(1);
    assertThat(column.filled()).isEqualTo(2);
    assertThat(column.unread()).isEqualTo(1);
    assertThat(column.distinct()).isEqualTo(1);
    assertThat(column.commonest()).isEqualTo(2);
    assertThat(column.headings()).containsExactly("birth_date");
    assertThat(column.before()).isEmpty();
    assertThat(column.levels().getFirst().agreement()).isEqualTo(Agreement.EXACT);
  }

  @Test
  void withAModelItSaysHowFullAColumnWasThen() {
    var rows = new LinkTable.Builder(List.of(Kind.NAME));
    rows.cell(0, "Amina Haddad");
    rows.endRow();
    rows.endRow();
    LinkTable half = rows.build();
    Findings again =
        Batch.dedupe(
                half, Batch.Settings.of("").with(dedupe(half).model()), List.of(), Progress.NONE)
            .findings();
    assertThat(again.overview().from()).isEqualTo(Findings.From.A_MODEL);
    assertThat(again.columns().getFirst().before()).isEqualTo(OptionalDouble.of(0.5));
  }

  @Test
  void pairsToLookAtAreExplainedToTheLastBitAndShownOnce() {
    assertThat(FOUND.pairs())
        .isNotEmpty()
        .hasSizeLessThanOrEqualTo(28)
        .allSatisfy(
            pair ->
                assertThat(pair.match().weight())
                    .isEqualTo(LONG.explain(pair.left(), pair.right()).weight()));
    assertThat(FOUND.pairs())
        .extracting(Findings.Pair::why)
        .contains(
            Findings.Pair.Why.STRONGEST,
            Findings.Pair.Why.JUST_LINKED,
            Findings.Pair.Why.JUST_BELOW);
    assertThat(FOUND.pairs().stream().map(pair -> List.of(pair.left(), pair.right())).toList())
        .doesNotHaveDuplicates();
  }

  @Test
  void groupsCountEveryEntityOnceAndShowAFew() {
    Findings.Groups groups = FOUND.groups();
    assertThat(groups.sizes().stream().mapToInt(size -> size.rows() * size.entities()).sum())
        .isEqualTo(FOUND.overview().rows());
    assertThat(groups.sizes().stream().mapToInt(Findings.Size::entities).sum())
        .isEqualTo(LONG.count());
    assertThat(groups.onlyLinks())
        .isEqualTo(
            (int)
                LONG.questions(100_000).stream()
                    .filter(each -> each.why() == Question.Why.ONLY_LINK)
                    .count());
    assertThat(groups.shown()).isNotEmpty();
    for (Findings.Group group : groups.shown()) {
      int rows = group.rows().size();
      assertThat(group.bonds()).hasSize(rows * (rows - 1) / 2);
      int first = LONG.first(group.rows().getFirst().row());
      assertThat(group.rows())
          .allSatisfy(row -> assertThat(LONG.first(row.row())).isEqualTo(first));
    }
  }

  @Test
  void anEntityWhoseRowsSpeakAgainstEachOtherIsCounted() {
    var rows = new LinkTable.Builder(List.of(Kind.NAME, Kind.PHONE, Kind.DOCUMENT));
    for (int row = 0; row < 300; row++) {
      rows.cell(0, row < 3 ? "Amina Haddad" : Seeded.name(row) + " " + Seeded.name(row * 31L));
      rows.cell(1, "07700 9%05d".formatted(row * 7));
      rows.cell(2, "AB%06d".formatted(row * 991));
      rows.endRow();
    }
    var judged =
        List.of(new Judgement("0", "1", Verdict.SAME), new Judgement("1", "2", Verdict.SAME));
    Findings found =
        Batch.dedupe(rows.build(), Batch.Settings.of("GB"), judged, Progress.NONE).findings();
    assertThat(found.groups().looked()).isEqualTo(1);
    assertThat(found.groups().divided()).isEqualTo(1);
    // A person has judged both links: they are not in doubt.
    assertThat(found.groups().onlyLinks()).isZero();
  }

  @Test
  void betweenTwoListsAPairThatLostToABetterOneIsNotMissed() {
    var rows = new LinkTable.Builder(List.of(Kind.NAME, Kind.PHONE));
    for (int row = 0; row < 120; row++) {
      // Every person of the first list stands twice in the second.
      int person = row < 40 ? row : row % 40;
      rows.cell(0, Seeded.name(person) + " " + Seeded.name(person * 31L + 7));
      rows.cell(1, "07700 9%05d".formatted(person * 7));
      rows.endRow();
    }
    Findings.Overview found =
        Batch.between(rows.build(), 40, Batch.Settings.of("GB"), List.of(), Progress.NONE)
            .findings()
            .overview();
    assertThat(found.linked()).isEqualTo(40);
    assertThat(found.matches()).isBetween(30.0, 60.0);
  }

  @Test
  void thereIsSomethingToSeeOfNothing() {
    Findings none = dedupe(Tables.of(List.of())).findings();
    assertThat(none.overview().rows()).isZero();
    assertThat(none.pairs()).isEmpty();
    assertThat(none.groups().shown()).isEmpty();
  }
}
