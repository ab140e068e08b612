package org.clew.linkage.psi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.clew.linkage.psi.Sides.RANDOM;
import static org.clew.linkage.psi.Sides.SALT;
import static org.clew.linkage.psi.Sides.changed;
import static org.clew.linkage.psi.Sides.key;
import static org.clew.linkage.psi.Sides.known;
import static org.clew.linkage.psi.Sides.offer;
import static org.clew.linkage.psi.Sides.references;
import static org.clew.linkage.psi.Sides.refused;
import static org.clew.linkage.psi.Sides.rows;
import static org.clew.linkage.psi.Sides.sent;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.clew.linkage.ExactKey;
import org.clew.linkage.ExactKey.Way;
import org.clew.linkage.Progress;
import org.clew.linkage.psi.MessageRefused.Why;
import org.clew.linkage.psi.PrivateMatching.Revealing;
import org.clew.linkage.psi.Sides.Counted;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrivateMatchingTest {

  /// Two lists of fictional phones and documents, and what plain comparison says of them.
  private record Lists(List<List<ExactKey>> left, List<List<ExactKey>> right) {

    static Lists seeded(long seed) {
      var random = new Random(seed);
      return new Lists(rows(random), rows(random));
    }

    private static List<List<ExactKey>> rows(Random random) {
      return IntStream.range(0, 60 + random.nextInt(60))
          .mapToObj(
              _ ->
                  random
                      .ints(1L + random.nextInt(3), 0, 700)
                      .distinct()
                      .mapToObj(number -> key(number))
                      .toList())
          .toList();
    }

    /// Own rows that share a key with any row of the other list, and by which ways.
    static List<Set<Way>> plain(List<List<ExactKey>> own, List<List<ExactKey>> theirs) {
      Set<ExactKey> there = theirs.stream().flatMap(List::stream).collect(Collectors.toSet());
      return own.stream()
          .map(
              keys ->
                  keys.stream()
                      .filter(there::contains)
                      .map(ExactKey::way)
                      .collect(Collectors.toSet()))
          .toList();
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void bothSidesLearnWhatPlainComparisonWouldSay(long seed) {
    Lists lists = Lists.seeded(seed);
    Counted counted = Counted.of(lists.left(), lists.right());
    Cardinality left = counted.offerer().cardinality();
    Cardinality right = counted.responder().cardinality();
    assertThat(left.own()).isEqualTo(right.theirs()).isPositive();
    assertThat(left.theirs()).isEqualTo(right.own());
    List<Set<Way>> expectedLeft = Lists.plain(lists.left(), lists.right());
    List<Set<Way>> expectedRight = Lists.plain(lists.right(), lists.left());

    Bytes consent = sent(PrivateMatching.consent(counted.offerer()));
    var opened = (Revealing.Opened) PrivateMatching.reveal(counted.responder(), consent);
    var first = (Revealing.Known) PrivateMatching.reveal(counted.offerer(), opened.message());
    var last =
        (Revealing.Known) PrivateMatching.reveal(opened.run(), first.message().orElseThrow());
    assertThat(ways(first, lists.left().size())).isEqualTo(expectedLeft);
    assertThat(ways(last, lists.right().size())).isEqualTo(expectedRight);
    assertThat(last.message()).isEmpty();
    assertThat(references(first)).isEqualTo(references(last));
  }

  @Test
  void aRecordCountsOnceHoweverManyOfItsKeysMatch() {
    List<List<ExactKey>> people =
        IntStream.range(0, 30)
            .mapToObj(i -> List.of(key(i), new ExactKey(Way.EMAIL, i + "@example.org")))
            .toList();
    Cardinality cardinality = Counted.of(people, people).offerer().cardinality();
    assertThat(cardinality).isEqualTo(new Cardinality(30, 30));
  }

  @Test
  void aKeyOfSeveralRowsIsAskedOnceAndShownForEach() {
    List<List<ExactKey>> left = new ArrayList<>(rows(0, 30));
    left.add(List.of(key(3)));
    Counted counted = Counted.of(left, rows(3, 33));
    assertThat(counted.offerer().cardinality()).isEqualTo(new Cardinality(27, 27));
    assertThat(known(counted).rows()).extracting(MatchedRow::row).contains(3, 30).doesNotContain(0);
  }

  @Test
  void keysOfDifferentWaysAreNeverTakenForEachOther() {
    List<List<ExactKey>> phones = texts(Way.PHONE);
    List<List<ExactKey>> documents = texts(Way.DOCUMENT);
    assertThat(Counted.of(phones, documents).offerer().cardinality())
        .isEqualTo(new Cardinality(0, 0));
  }

  private static List<List<ExactKey>> texts(Way way) {
    return IntStream.range(0, 30).mapToObj(i -> List.of(new ExactKey(way, "0000" + i))).toList();
  }

  @Test
  void itMakesNoDifferenceWhoMasksFirst() {
    byte[][] point = Masking.points(new byte[][] {Masking.message(key(7))});
    Bytes a = Bytes.of(RANDOM.bytes(32));
    Bytes b = Bytes.of(RANDOM.bytes(32));
    assertThat(Masking.masked(a, Masking.masked(b, point)))
        .isDeepEqualTo(Masking.masked(b, Masking.masked(a, point)))
        .isNotEqualTo(point);
  }

  @Nested
  class WhatTheOtherSideSees {

    @Test
    void isTheSizeClassAndNotTheSize() {
      List<Integer> sizes =
          IntStream.of(20, 30, 64).mapToObj(records -> offer(rows(0, records)).size()).toList();
      assertThat(new HashSet<>(sizes)).hasSize(1);
      assertThat(offer(rows(0, 129)).size()).isEqualTo(offer(rows(0, 144)).size());
      assertThat(offer(rows(0, 144)).size()).isLessThan(offer(rows(0, 145)).size());
    }

    @Test
    void isNeverMuchLargerThanTheList() {
      IntStream.of(64, 65, 100, 1_000, 2_500, 10_000, 99_999, 200_000)
          .forEach(
              records ->
                  assertThat(MatchLimits.slots(records))
                      .isBetween(records, Math.max(64, records + records / 8)));
    }

    @Test
    void isAsManyKeysForEveryRecord() {
      List<List<ExactKey>> uneven = new ArrayList<>(rows(0, 40));
      uneven.set(5, List.of(key(900), key(901), key(902)));
      Table table = Message.decode(offer(uneven)).tables().getFirst();
      assertThat(table.keys()).isEqualTo(3);
      assertThat(table.slots()).isEqualTo(64);
      assertThat(table.isDistinct()).isTrue();
    }

    @Test
    void neverRepeatsFromRunToRun() {
      Table once = Message.decode(offer(rows(0, 40))).tables().getFirst();
      Table again = Message.decode(offer(rows(0, 40))).tables().getFirst();
      assertThat(again.slotsByValue().keySet())
          .doesNotContainAnyElementsOf(once.slotsByValue().keySet());
    }

    @Test
    void comesBackInAnotherOrderWithEachRecordsKeysTogether() {
      Counted counted = Counted.of(rows(0, 60), rows(30, 90));
      Table sent = counted.responder().hidden().theirs();
      Table returned = counted.offerer().returned().table();
      assertThat(returned.isShuffleOf(sent)).isTrue();
      assertThat(returned.bytes()).isNotEqualTo(sent.bytes());
    }

    @Test
    void doesNotEvenHoldTheTagsAsPoints() {
      assertThat(Message.decode(Counted.of(rows(0, 60), rows(30, 90)).response()).tables())
          .extracting(Table::width)
          .containsExactly(16, 32);
    }

    @Test
    void bindsTheListButDoesNotShowIt() {
      PrivateSet set = PrivateSet.of(rows(0, 40));
      List<List<ExactKey>> turned = new ArrayList<>(rows(0, 40)).reversed();
      assertThat(PrivateSet.of(turned).commitment(SALT)).isEqualTo(set.commitment(SALT));
      assertThat(PrivateSet.of(rows(0, 41)).commitment(SALT)).isNotEqualTo(set.commitment(SALT));
      assertThat(set.commitment(Bytes.of(RANDOM.bytes(32)))).isNotEqualTo(set.commitment(SALT));
    }
  }

  @Nested
  class Kept {

    @Test
    void aRunIsReadAgainAsItWas() {
      var offer = PrivateMatching.offer(PrivateSet.of(rows(0, 40)), SALT, RANDOM, Progress.NONE);
      var response =
          PrivateMatching.respond(
              PrivateSet.of(rows(20, 60)), SALT, sent(offer), RANDOM, Progress.NONE);
      var offered = (Run.Offered) again(offer.run());
      var responded = (Run.Responded) again(response.run());
      var finished = PrivateMatching.finish(offered, sent(response), RANDOM, Progress.NONE);
      var end = PrivateMatching.finish(responded, sent(finished));
      var counted = (Run.Counted) again(finished.run());
      assertThat(counted.cardinality()).isEqualTo(new Cardinality(20, 20));
      assertThat(offered.id()).isEqualTo(responded.id()).hasSize(32);
      Bytes consent = sent(PrivateMatching.consent(counted));
      assertThat(PrivateMatching.reveal((Run.Counted) again(end.run()), consent))
          .isInstanceOf(Revealing.Opened.class);
    }

    @Test
    void theScalarIsForgottenOnceItIsNotNeeded() {
      var offer = PrivateMatching.offer(PrivateSet.of(rows(0, 40)), SALT, RANDOM, Progress.NONE);
      var response =
          PrivateMatching.respond(
              PrivateSet.of(rows(0, 40)), SALT, sent(offer), RANDOM, Progress.NONE);
      var finished = PrivateMatching.finish(offer.run(), sent(response), RANDOM, Progress.NONE);
      assertThat(RunFile.encoded(finished.run()).hex()).doesNotContain(offer.run().scalar().hex());
    }

    @Test
    void noValueOfARecordIsInIt() {
      var offer = PrivateMatching.offer(PrivateSet.of(rows(0, 40)), SALT, RANDOM, Progress.NONE);
      String kept = new String(RunFile.encoded(offer.run()).array(), StandardCharsets.ISO_8859_1);
      assertThat(kept).doesNotContain("+44").doesNotContain("1550");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 10, 17, 100, 3_000})
    void aDamagedRunIsRefused(int length) {
      var offer = PrivateMatching.offer(PrivateSet.of(rows(0, 40)), SALT, RANDOM, Progress.NONE);
      byte[] cut = Arrays.copyOf(RunFile.encoded(offer.run()).array(), length);
      refused(
          Why.DAMAGED, () -> RunFile.decode(Bytes.of(cut.length < 3_000 ? cut : changed(cut, 2))));
    }

    private static Run again(Run run) {
      Run again = RunFile.decode(RunFile.encoded(run));
      assertThat(again.theirCommitment()).isEqualTo(run.theirCommitment());
      return again;
    }
  }

  @Nested
  class Revealed {

    private final Counted counted = Counted.of(rows(0, 40), rows(30, 70));

    @Test
    void consentAloneShowsNothing() {
      Message consent = Message.decode(sent(PrivateMatching.consent(counted.offerer())));
      assertThat(consent.tables()).isEmpty();
    }

    @Test
    void bothMayConsentAtOnce() {
      var left = PrivateMatching.consent(counted.offerer());
      var right = PrivateMatching.consent(counted.responder());
      var leftOpened = (Revealing.Opened) PrivateMatching.reveal(left.run(), sent(right));
      var rightOpened = (Revealing.Opened) PrivateMatching.reveal(right.run(), sent(left));
      var known = (Revealing.Known) PrivateMatching.reveal(leftOpened.run(), rightOpened.message());
      assertThat(known.rows()).hasSize(10);
      assertThat(known.message()).isEmpty();
      assertThat(PrivateMatching.reveal(rightOpened.run(), leftOpened.message()))
          .isInstanceOf(Revealing.Known.class);
    }

    @Test
    void whoAgreedAndWasAgreedWithCannotBeginAnew() {
      Bytes consent = sent(PrivateMatching.consent(counted.offerer()));
      var opened = (Revealing.Opened) PrivateMatching.reveal(counted.responder(), consent);
      refused(Why.OUT_OF_TURN, () -> PrivateMatching.consent(opened.run()));
    }

    @Test
    void aMatchHasOneNameOnBothSidesAndAnotherInEveryRun() {
      Counted again = Counted.of(rows(0, 40), rows(30, 70));
      assertThat(references(known(counted)))
          .hasSize(10)
          .allMatch(name -> name.matches("[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}"))
          .doesNotContainAnyElementsOf(references(known(again)));
    }
  }

  @Test
  void whoStopsItGetsNothing() {
    assertThatThrownBy(
            () ->
                PrivateMatching.offer(
                    PrivateSet.of(rows(0, 40)), SALT, RANDOM, (_, _) -> Progress.Answer.STOP))
        .isInstanceOf(CancellationException.class);
  }

  @Test
  void progressGoesFromNothingToAll() {
    var heard = new ArrayList<Long>();
    Progress progress =
        (done, total) -> {
          heard.add(done);
          assertThat(done).isLessThanOrEqualTo(total);
          return Progress.Answer.GO_ON;
        };
    Bytes offer = offer(rows(0, 600));
    PrivateMatching.respond(PrivateSet.of(rows(0, 600)), SALT, offer, RANDOM, progress);
    assertThat(heard).isSorted().hasSizeGreaterThan(2).last().isEqualTo(1_280L);
  }

  private static List<Set<Way>> ways(Revealing.Known known, int rows) {
    List<Set<Way>> ways = new ArrayList<>(Collections.nCopies(rows, Set.of()));
    known.rows().forEach(row -> ways.set(row.row(), row.by()));
    return ways;
  }
}
