package org.clew.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/// Batches: clusters, judgements that bind, contradictions, progress.
class LinkageTest {
  private static final LinkRecord AMINA =
      record("amina", "Amina Haddad", "07700 900188", "1990-04-12");
  private static final LinkRecord AMINA_AGAIN =
      record("amina2", "Haddad, Aminah", "+44 7700 900188", "12/04/1990");
  private static final LinkRecord IVAN =
      record("ivan", "Ivan Petrov", "07700 900777", "1985-01-30");
  private static final LinkRecord IVAN_CYRILLIC =
      record("ivan2", "Иван Петров", "07700 900777", "1985-01-30");

  private static LinkRecord record(String id, String name, String phone, String born) {
    return new LinkRecord(
        id,
        List.of(
            new Value(Kind.NAME, name),
            new Value(Kind.PHONE, phone),
            new Value(Kind.BIRTH_DATE, born)));
  }

  private static Linked dedupe(List<LinkRecord> records, Judgement... judgements) {
    return Linkage.dedupe(
        records, List.of(judgements), Linkage.DEFAULT_THRESHOLD_BITS, "GB", Progress.NONE);
  }

  private static List<List<String>> ids(Linked linked) {
    return linked.clusters().stream().map(Cluster::ids).toList();
  }

  @Test
  void findsWhoIsTheSameAndSaysWhy() {
    Linked linked = dedupe(List.of(IVAN, AMINA, IVAN_CYRILLIC, AMINA_AGAIN));
    assertThat(ids(linked)).containsExactly(List.of("amina", "amina2"), List.of("ivan", "ivan2"));
    assertThat(linked.ending()).isEqualTo(Linked.Ending.DONE);
    Link link = linked.clusters().get(1).links().getFirst();
    assertThat(link.basis()).isEqualTo(Link.Basis.EVIDENCE);
    assertThat(link.match().evidence())
        .extracting(Evidence::agreement)
        .contains(Agreement.SAME_IN_ANOTHER_SCRIPT, Agreement.EXACT);
  }

  @Test
  void aJudgementKeepsApartWhatTheEvidenceWouldJoin() {
    Linked linked =
        dedupe(List.of(AMINA, AMINA_AGAIN), new Judgement("amina2", "amina", Verdict.DIFFERENT));
    assertThat(ids(linked)).containsExactly(List.of("amina"), List.of("amina2"));
    assertThat(linked.links()).hasSize(1);
  }

  @Test
  void aChainOfLinksDoesNotGoRoundAJudgement() {
    LinkRecord third = record("amina3", "Amina Haddad", "07700 900188", "1990-04-12");
    Linked linked =
        dedupe(
            List.of(AMINA, AMINA_AGAIN, third),
            new Judgement("amina", "amina2", Verdict.DIFFERENT));
    assertThat(ids(linked)).noneSatisfy(cluster -> assertThat(cluster).contains("amina", "amina2"));
  }

  @Test
  void aJudgementJoinsWhatTheEvidenceKeepsApart() {
    Linked linked = dedupe(List.of(AMINA, IVAN), new Judgement("ivan", "amina", Verdict.SAME));
    assertThat(ids(linked)).containsExactly(List.of("amina", "ivan"));
    Link link = linked.clusters().getFirst().links().getFirst();
    assertThat(link.basis()).isEqualTo(Link.Basis.JUDGEMENT);
    assertThat(link.match().weight()).isNegative();
  }

  @Test
  void unsureBindsNothing() {
    assertThat(
            ids(
                dedupe(
                    List.of(AMINA, AMINA_AGAIN), new Judgement("amina", "amina2", Verdict.UNSURE))))
        .isEqualTo(ids(dedupe(List.of(AMINA, AMINA_AGAIN))));
  }

  @Test
  void reportsJudgementsThatCannotAllHold() {
    Judgement apart = new Judgement("a", "c", Verdict.DIFFERENT);
    Judgement first = new Judgement("a", "b", Verdict.SAME);
    Judgement second = new Judgement("b", "c", Verdict.SAME);
    Linked linked =
        dedupe(
            List.of(
                record("a", "Ana Ruiz", "07700 900001", "1991-01-01"),
                record("b", "Olga Orlova", "07700 900002", "1992-02-02"),
                record("c", "Li Wei", "07700 900003", "1993-03-03")),
            apart,
            second,
            first,
            new Judgement("a", "nobody", Verdict.SAME));
    assertThat(linked.contradictions())
        .containsExactly(new Contradiction(apart, List.of(first, second)));
    assertThat(ids(linked)).containsExactly(List.of("a", "b", "c"));
  }

  @Test
  void sayingBothOfOnePairIsAContradiction() {
    Linked linked =
        dedupe(
            List.of(AMINA, IVAN),
            new Judgement("amina", "ivan", Verdict.SAME),
            new Judgement("ivan", "amina", Verdict.DIFFERENT));
    assertThat(linked.contradictions()).hasSize(1);
  }

  @Test
  void theOrderOfArrivalChangesNothing() {
    List<LinkRecord> records = new ArrayList<>();
    for (int i = 0; i < 120; i++) {
      records.add(Seeded.person(i / 2, "r" + i));
    }
    Linked once = dedupe(records);
    for (long seed = 0; seed < 4; seed++) {
      Collections.shuffle(records, new Random(seed));
      assertThat(dedupe(records)).isEqualTo(once);
    }
    assertThat(once.clusters()).hasSize(60);
  }

  @Test
  void refusesARepeatedId() {
    assertThatThrownBy(() -> dedupe(List.of(AMINA, AMINA)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("amina");
  }

  @Test
  void nothingInNothingOut() {
    Linked linked = dedupe(List.of());
    assertThat(linked.clusters()).isEmpty();
    assertThat(linked.links()).isEmpty();
  }

  @Test
  void stopsWhenTold() {
    List<LinkRecord> records = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      records.add(Seeded.person(i, "r" + i));
    }
    AtomicLong heard = new AtomicLong();
    Linked linked =
        Linkage.dedupe(
            records,
            List.of(),
            3,
            "GB",
            (done, total) -> {
              heard.set(done);
              return done >= 128 ? Progress.Answer.STOP : Progress.Answer.GO_ON;
            });
    assertThat(linked.ending()).isEqualTo(Linked.Ending.STOPPED);
    assertThat(heard.get()).isLessThan(400);
    assertThat(linked.clusters().stream().flatMap(each -> each.ids().stream())).hasSize(400);
  }

  @Test
  void linksABatchToAnIndexAndChangesNeither() {
    LinkIndex index = new LinkIndex("GB");
    index.put(AMINA);
    index.put(IVAN);
    List<Link> links =
        Linkage.between(List.of(IVAN_CYRILLIC, AMINA_AGAIN), index, 3, 5, Progress.NONE);
    assertThat(links).extracting(Link::left).containsExactly("ivan2", "amina2");
    assertThat(links).extracting(Link::right).containsExactly("ivan", "amina");
    assertThat(index.size()).isEqualTo(2);
  }
}
