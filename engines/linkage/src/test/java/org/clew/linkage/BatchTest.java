package org.clew.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Lists: entities, judgements that bind, contradictions, the same result on any number of threads.
class BatchTest {
  private static final LinkRecord AMINA = row("Amina Haddad", "07700 900188", "1990-04-12");
  private static final LinkRecord AMINA_AGAIN =
      row("Haddad, Aminah", "+44 7700 900188", "12/04/1990");
  private static final LinkRecord IVAN = row("Ivan Petrov", "07700 900777", "1985-01-30");
  private static final LinkRecord IVAN_CYRILLIC = row("Иван Петров", "07700 900777", "1985-01-30");

  private static LinkRecord row(String name, String phone, String born) {
    return new LinkRecord(
        "",
        List.of(
            new Value(Kind.NAME, name),
            new Value(Kind.PHONE, phone),
            new Value(Kind.BIRTH_DATE, born)));
  }

  private static Entities dedupe(List<LinkRecord> rows, Judgement... judgements) {
    return Batch.dedupe(
        Tables.of(rows), Batch.Settings.of("GB"), List.of(judgements), Progress.NONE);
  }

  private static int[] firsts(Entities entities, int rows) {
    return IntStream.range(0, rows).map(entities::first).toArray();
  }

  @Test
  void findsWhoIsTheSameAndSaysWhy() {
    Entities found = dedupe(List.of(IVAN, AMINA, IVAN_CYRILLIC, AMINA_AGAIN));
    assertThat(firsts(found, 4)).containsExactly(0, 1, 0, 1);
    assertThat(found.ending()).isEqualTo(Entities.Ending.DONE);
    assertThat(found.count()).isEqualTo(2);
    assertThat(found.explain(0, 2).evidence())
        .extracting(Evidence::agreement)
        .contains(Agreement.EXACT);
  }

  @Test
  void betweenAListAndAnEmptyOneNothingIsLinked() {
    LinkTable table = Tables.of(List.of(AMINA, AMINA_AGAIN, IVAN));
    for (int second : List.of(0, 3)) {
      Entities found =
          Batch.between(table, second, Batch.Settings.of("GB"), List.of(), Progress.NONE);
      assertThat(firsts(found, 3)).containsExactly(0, 1, 2);
      assertThat(found.pairs()).isEmpty();
      assertThat(found.model().from().pairs()).isZero();
    }
  }

  @Test
  void aThresholdIsANumberOfBits() {
    for (double bits : List.of(Double.NaN, Double.POSITIVE_INFINITY, -1001.0)) {
      assertThatThrownBy(() -> new Batch.Settings("GB", OptionalDouble.of(bits), 1, 1))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void aRowMayHaveASecondPhoneAndNoFirst() {
    var rows = new LinkTable.Builder(List.of(Kind.NAME, Kind.PHONE, Kind.PHONE));
    for (String phone : List.of("+447700900188", "+447700900189", "+447700900777")) {
      rows.cell(0, "Amina Haddad");
      rows.cell(2, phone);
      rows.endRow();
    }
    Entities found = Batch.dedupe(rows.build(), Batch.Settings.of("GB"), List.of(), Progress.NONE);
    assertThat(found.explain(0, 1).evidence())
        .extracting(Evidence::agreement)
        .contains(Agreement.CLOSE_SPELLING);
  }

  @Test
  void theWeightIsPriorAndFieldsToTheLastBit() {
    List<LinkRecord> rows = people(400, 7);
    Entities found = dedupe(rows);
    assertThat(found.pairs()).isNotEmpty();
    for (Entities.Pair pair : found.pairs()) {
      Match match = found.explain(pair.left(), pair.right());
      double sum = match.prior();
      for (Evidence evidence : match.evidence()) {
        sum += evidence.bits();
      }
      assertThat(match.weight()).isEqualTo(sum).isEqualTo(pair.weight());
      assertThat(pair.weight()).isGreaterThanOrEqualTo(found.threshold());
      assertThat(found.explain(pair.right(), pair.left()).weight()).isEqualTo(sum);
    }
  }

  @Test
  void aJudgementKeepsApartWhatTheEvidenceWouldJoin() {
    Entities found =
        dedupe(List.of(AMINA, AMINA_AGAIN), new Judgement("1", "0", Verdict.DIFFERENT));
    assertThat(firsts(found, 2)).containsExactly(0, 1);
    assertThat(found.pairs()).hasSize(1);
  }

  @Test
  void aChainOfLinksDoesNotGoRoundAJudgement() {
    Entities found =
        dedupe(List.of(AMINA, AMINA_AGAIN, AMINA), new Judgement("0", "1", Verdict.DIFFERENT));
    assertThat(found.first(1)).isNotEqualTo(found.first(0));
  }

  @Test
  void aJudgementJoinsWhatTheEvidenceKeepsApart() {
    Entities found = dedupe(List.of(AMINA, IVAN), new Judgement("1", "0", Verdict.SAME));
    assertThat(firsts(found, 2)).containsExactly(0, 0);
    assertThat(found.weight(0).orElseThrow()).isNegative();
  }

  @Test
  void unsureBindsNothingAndSoDoJudgementsOfOtherRows() {
    Entities found =
        dedupe(
            List.of(AMINA, IVAN),
            new Judgement("0", "1", Verdict.UNSURE),
            new Judgement("0", "7", Verdict.SAME),
            new Judgement("0", "nobody", Verdict.SAME));
    assertThat(firsts(found, 2)).containsExactly(0, 1);
  }

  @Test
  void reportsJudgementsThatCannotAllHold() {
    Judgement apart = new Judgement("0", "2", Verdict.DIFFERENT);
    Judgement first = new Judgement("0", "1", Verdict.SAME);
    Judgement second = new Judgement("1", "2", Verdict.SAME);
    Entities found =
        dedupe(
            List.of(
                row("Ana Ruiz", "07700 900001", "1991-01-01"),
                row("Olga Orlova", "07700 900002", "1992-02-02"),
                row("Li Wei", "07700 900003", "1993-03-03")),
            apart,
            second,
            first);
    assertThat(found.contradictions())
        .containsExactly(new Contradiction(apart, List.of(first, second)));
    assertThat(firsts(found, 3)).containsExactly(0, 0, 0);
  }

  @Test
  void betweenLinksEachRowOnceAndNoneWithinAList() {
    List<LinkRecord> rows = List.of(AMINA, AMINA_AGAIN, IVAN, AMINA, IVAN_CYRILLIC);
    Entities found =
        Batch.between(Tables.of(rows), 3, Batch.Settings.of("GB"), List.of(), Progress.NONE);
    assertThat(firsts(found, 5)).containsExactly(0, 1, 2, 0, 2);
    assertThat(found.pairs()).hasSize(2);
  }

  @Test
  void theThreadsChangeNothing() {
    LinkTable table = Tables.of(people(3_000, 11));
    Entities one = linked(table, 1);
    Entities four = linked(table, 4);
    assertThat(firsts(four, 3_000)).isEqualTo(firsts(one, 3_000));
    assertThat(four.pairs()).isEqualTo(one.pairs());
    assertThat(four.threshold()).isEqualTo(one.threshold());
  }

  private static Entities linked(LinkTable table, int threads) {
    var settings = new Batch.Settings("GB", OptionalDouble.empty(), 5, threads);
    return Batch.dedupe(table, settings, List.of(), Progress.NONE);
  }

  @Test
  void whatIsWrittenTwiceWithSlipsIsFoundInALongList() {
    Entities found = dedupe(people(3_000, 13));
    int together = 0;
    for (int row = 0; row < 3_000; row += 2) {
      together += found.first(row) == found.first(row + 1) ? 1 : 0;
    }
    assertThat(together).isGreaterThan(1_450);
    assertThat(found.count()).isGreaterThan(1_450);
  }

  /// Each person twice, the second time with a slip in one of the values.
  private static List<LinkRecord> people(int rows, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<LinkRecord> out = new ArrayList<>();
    for (int row = 0; row < rows; row += 2) {
      LinkRecord person = Seeded.person(seed * 100_003 + row, "");
      List<Value> values = new ArrayList<>(person.values());
      int at = random.nextInt(values.size());
      Value slipped = values.get(at);
      values.set(at, new Value(slipped.kind(), Seeded.slip(slipped.text(), random)));
      out.add(person);
      out.add(new LinkRecord("", values));
    }
    return out;
  }

  @Test
  void oneGiantBlockAndColumnsThatSayNothingEndSoon() {
    LinkTable.Builder rows =
        new LinkTable.Builder(List.of(Kind.FAMILY_NAME, Kind.COUNTRY, Kind.PLACE, Kind.TEXT));
    for (int row = 0; row < 20_000; row++) {
      rows.cell(0, "Haddad");
      rows.cell(1, "GB");
      rows.endRow();
    }
    Entities found = Batch.dedupe(rows.build(), Batch.Settings.of(""), List.of(), Progress.NONE);
    assertThat(found.count()).isBetween(1, 20_000);
  }

  @Test
  void nothingInNothingOut() {
    assertThat(dedupe(List.of()).count()).isZero();
    assertThat(dedupe(List.of(AMINA)).count()).isEqualTo(1);
  }

  @Test
  void stopsWhenTold() {
    Entities found =
        Batch.dedupe(
            Tables.of(people(3_000, 17)),
            Batch.Settings.of("GB"),
            List.of(),
            (done, _) -> done >= 1 ? Progress.Answer.STOP : Progress.Answer.GO_ON);
    assertThat(found.ending()).isEqualTo(Entities.Ending.STOPPED);
    assertThat(found.count()).isEqualTo(3_000);
  }

  @Test
  void takesAtLeastOneThread() {
    assertThatThrownBy(() -> new Batch.Settings("", OptionalDouble.empty(), 1, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void distancesAreThoseOfTheTable() {
    Kernels kernels = new Kernels();
    SplittableRandom random = new SplittableRandom(3);
    for (int i = 0; i < 5_000; i++) {
      String a = word(random);
      String b = random.nextInt(3) == 0 ? word(random) : Seeded.slip(a, random);
      for (int most = 1; most <= 3; most++) {
        assertThat(kernels.edits(a, b, most) <= most)
            .as("%s %s %d", a, b, most)
            .isEqualTo(Spelling.within(a, b, most));
        Texts texts = new Texts();
        assertThat(kernels.edits(texts, texts.code(a), texts.code(b), most) <= most)
            .as("%s %s %d", a, b, most)
            .isEqualTo(Spelling.within(a, b, most));
      }
      assertThat(jaroWinkler(a, a)).isEqualTo(1);
    }
    assertThat(jaroWinkler("martha", "marhta")).isEqualTo(0.9611, within(1e-4));
    assertThat(jaroWinkler("dixon", "dicksonx")).isEqualTo(0.8133, within(1e-4));
  }

  private static double jaroWinkler(String a, String b) {
    Texts texts = new Texts();
    return new Kernels().jaroWinkler(texts, texts.code(a), texts.code(b));
  }

  private static org.assertj.core.data.Offset<Double> within(double most) {
    return org.assertj.core.data.Offset.offset(most);
  }

  private static String word(SplittableRandom random) {
    char[] letters = new char[random.nextInt(1, 12)];
    for (int i = 0; i < letters.length; i++) {
      letters[i] = (char) ('a' + random.nextInt(4));
    }
    return new String(letters);
  }
}
