package org.clew.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/// What a person is asked to judge.
class QuestionsTest {
  private static final String[] NAMES = {"Amina Haddad", "Jonas Berg", "Rosa Quispe", "Li Wei"};

  /// Two groups of three of one name, one sharing a phone, the other a document; a row of each
  /// shares an e-mail with one of the other.
  private static LinkTable chained() {
    var rows = new LinkTable.Builder(List.of(Kind.NAME, Kind.PHONE, Kind.PLACE, Kind.DOCUMENT));
    for (int row = 0; row < 6; row++) {
      rows.cell(0, "Amina Haddad");
      rows.cell(row < 3 ? 1 : 3, row < 3 ? "07700 900188" : "AB 123456");
      if (row == 2 || row == 3) {
        rows.cell(2, "Leeds");
      }
      rows.endRow();
    }
    for (int row = 6; row < 200; row++) {
      rows.cell(0, Seeded.name(row) + " " + Seeded.name(row * 31L));
      rows.cell(1, "07700 9%05d".formatted(row * 7));
      rows.cell(2, Seeded.name(row * 17L));
      rows.endRow();
    }
    return rows.build();
  }

  private static Entities dedupe(LinkTable table, double threshold, Judgement... judged) {
    var settings = new Batch.Settings("GB", OptionalDouble.of(threshold), 1, 1);
    return Batch.dedupe(table, settings, List.of(judged), Progress.NONE);
  }

  @Test
  void aLinkThatAloneHoldsTwoGroupsTogetherIsWorthAllPairsAcross() {
    double across = dedupe(chained(), 60).explain(0, 5).weight();
    Entities found = dedupe(chained(), across + 2);
    assertThat(found.first(5)).isEqualTo(found.first(0));
    Question bridge =
        found.questions(100).stream()
            .filter(each -> each.left() == 2 && each.right() == 3)
            .findFirst()
            .orElseThrow();
    assertThat(bridge.why()).isEqualTo(Question.Why.ONLY_LINK);
    assertThat(bridge.leftRows()).isEqualTo(3);
    assertThat(bridge.rightRows()).isEqualTo(3);
    double wrong = 3 / (1 + Math.pow(2, bridge.weight()));
    assertThat(bridge.worth()).isEqualTo(wrong * 9);
  }

  @Test
  void pairsUnderTheThresholdAreAskedTheLikeliestFirst() {
    List<Question> asked = dedupe(people(), 60).questions(50);
    assertThat(asked).isNotEmpty();
    assertThat(asked).allSatisfy(each -> assertThat(each.why()).isEqualTo(Question.Why.JUST_BELOW));
    assertThat(asked)
        .isSortedAccordingTo((a, b) -> Double.compare(b.worth(), a.worth()))
        .hasSizeLessThanOrEqualTo(50);
  }

  @Test
  void noPairIsAskedTwiceAndNoneThatWasJudged() {
    Entities before = dedupe(chained(), 60);
    Question first = before.questions(1).getFirst();
    for (Verdict verdict : Verdict.values()) {
      var judged =
          new Judgement(String.valueOf(first.right()), String.valueOf(first.left()), verdict);
      List<Question> after = dedupe(chained(), 60, judged).questions(1_000);
      assertThat(after)
          .as(verdict.name())
          .noneMatch(each -> each.left() == first.left() && each.right() == first.right());
      assertThat(after.stream().map(each -> List.of(each.left(), each.right())).toList())
          .doesNotHaveDuplicates();
    }
  }

  @Test
  void whatFollowsFromJudgementsIsNotAsked() {
    var same = new Judgement("0", "1", Verdict.SAME);
    var different = new Judgement("1", "3", Verdict.DIFFERENT);
    List<Question> asked = dedupe(chained(), 60, same, different).questions(1_000);
    assertThat(asked).noneMatch(each -> each.left() == 0 && each.right() == 3);
  }

  @Test
  void betweenTwoListsARowThatFitsAsWellIsAskedAbout() {
    var rows = new LinkTable.Builder(List.of(Kind.NAME, Kind.PHONE));
    List<String> names = new ArrayList<>(List.of(NAMES));
    names.add("Amina Haddad");
    for (int row = 0; row < names.size(); row++) {
      rows.cell(0, names.get(row));
      rows.cell(1, row == 0 || row == 4 ? "07700 900188" : "07700 90022" + row);
      rows.endRow();
    }
    rows.cell(0, "Amina Haddad");
    rows.cell(1, "07700 900188");
    rows.endRow();
    Entities found =
        Batch.between(rows.build(), 4, Batch.Settings.of("GB"), List.of(), Progress.NONE);
    assertThat(found.questions(10))
        .anySatisfy(
            each -> {
              assertThat(each.why()).isEqualTo(Question.Why.RIVAL);
              assertThat(each.worth()).isBetween(0.3, 0.5);
            });
  }

  @Test
  void theThreadsChangeNothing() {
    var one = new Batch.Settings("GB", OptionalDouble.empty(), 5, 1);
    var four = new Batch.Settings("GB", OptionalDouble.empty(), 5, 4);
    LinkTable table = people();
    assertThat(Batch.dedupe(table, four, List.of(), Progress.NONE).questions(500))
        .isEqualTo(Batch.dedupe(table, one, List.of(), Progress.NONE).questions(500));
  }

  private static LinkTable people() {
    List<LinkRecord> out = new ArrayList<>();
    for (int row = 0; row < 2_000; row++) {
      out.add(Seeded.person(row / 2, ""));
    }
    return Tables.of(out);
  }
}
