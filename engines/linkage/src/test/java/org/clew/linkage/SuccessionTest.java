package org.clew.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.clew.linkage.Succession.Event;
import org.clew.linkage.Succession.Kind;
import org.clew.linkage.Succession.Part;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Entities of now go on under the ids of before, and what happened says all that happened.
class SuccessionTest {
  private static final int NONE = Succession.NONE;

  private static List<Event> events(Succession succession) {
    List<Event> out = new ArrayList<>();
    succession.each(out::add);
    return out;
  }

  @Test
  void whatIsAsItWasKeepsItsIdWhateverItsNumber() {
    var same = Succession.of(new int[] {0, 0, 1}, new int[] {1, 1, 0});
    assertThat(same.inherited(1)).isZero();
    assertThat(same.inherited(0)).isEqualTo(1);
    assertThat(events(same))
        .containsExactly(
            new Event(Kind.SAME, List.of(new Part(1, 0, 1))),
            new Event(Kind.SAME, List.of(new Part(0, 1, 2))));
  }

  @Test
  void ofTwoThatBecomeOneTheLargerGoesOnAndOfEquallyLargeTheOlder() {
    assertThat(Succession.of(new int[] {0, 1, 1}, new int[] {0, 0, 0}).inherited(0)).isEqualTo(1);
    var equal = Succession.of(new int[] {0, 1}, new int[] {0, 0});
    assertThat(equal.inherited(0)).isZero();
    assertThat(events(equal))
        .containsExactly(new Event(Kind.MERGED, List.of(new Part(0, 0, 1), new Part(1, 0, 1))));
  }

  @Test
  void ofOneThatIsSplitTheLargerPartGoesOnAndTheOtherNeedsAnId() {
    var split = Succession.of(new int[] {0, 0, 0}, new int[] {0, 1, 1});
    assertThat(split.inherited(0)).isEqualTo(NONE);
    assertThat(split.inherited(1)).isZero();
    assertThat(events(split))
        .containsExactly(new Event(Kind.SPLIT, List.of(new Part(0, 0, 1), new Part(0, 1, 2))));
  }

  @Test
  void membersThatCameAndWentAreTold() {
    var came = Succession.of(new int[] {0, 0, 1, NONE, NONE}, new int[] {0, NONE, NONE, 0, 1});
    assertThat(events(came))
        .containsExactly(
            new Event(Kind.GONE, List.of(new Part(1, NONE, 1))),
            new Event(
                Kind.SAME, List.of(new Part(NONE, 0, 1), new Part(0, 0, 1), new Part(0, NONE, 1))),
            new Event(Kind.NEW, List.of(new Part(NONE, 1, 1))));
    assertThat(came.inherited(1)).isEqualTo(NONE);
  }

  @Test
  void aPartThatMovesFromOneToAnotherIsSplitAndMerged() {
    var moved = Succession.of(new int[] {0, 0, 1}, new int[] {0, 1, 1});
    assertThat(moved.inherited(0)).isZero();
    assertThat(moved.inherited(1)).isEqualTo(1);
    assertThat(events(moved))
        .containsExactly(
            new Event(Kind.SPLIT, List.of(new Part(0, 0, 1), new Part(0, 1, 1))),
            new Event(Kind.MERGED, List.of(new Part(0, 1, 1), new Part(1, 1, 1))));
  }

  @Test
  void refusesWhatAreNoTwoPartitionsOfTheSame() {
    assertThatThrownBy(() -> Succession.of(new int[2], new int[3]))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Succession.of(new int[] {-2}, new int[1]))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(events(Succession.of(new int[0], new int[0]))).isEmpty();
    assertThat(events(Succession.of(new int[] {NONE}, new int[] {NONE}))).isEmpty();
  }

  static LongStream seeds() {
    return LongStream.range(0, 200);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void carryingOutTheEventsTurnsWhatWasIntoWhatIs(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int members = random.nextInt(1, 30);
    int[] before = drawn(members, random);
    int[] now = drawn(members, random);
    var succession = Succession.of(before, now);
    int[][] moved = new int[members + 1][members + 1];
    int[][] told = new int[members + 1][members + 1];
    for (int member = 0; member < members; member++) {
      moved[before[member] + 1][now[member] + 1]++;
    }
    moved[0][0] = 0;
    for (Event event : events(succession)) {
      for (Part part : event.parts()) {
        int known = told[part.from() + 1][part.to() + 1];
        assertThat(known == 0 || known == part.members()).isTrue();
        told[part.from() + 1][part.to() + 1] = part.members();
      }
    }
    assertThat(told).isDeepEqualTo(moved);
    int[] inherited = new int[Arrays.stream(now).max().orElse(NONE) + 1];
    Arrays.setAll(inherited, succession::inherited);
    assertThat(Arrays.stream(inherited).filter(id -> id != NONE).distinct().count())
        .isEqualTo(Arrays.stream(inherited).filter(id -> id != NONE).count());
    for (int entity = 0; entity < inherited.length; entity++) {
      leavesNoBetterPair(moved, inherited, entity);
    }
  }

  /// No entity of before and of now would both rather have each other (Gale & Shapley 1962).
  private static void leavesNoBetterPair(int[][] moved, int[] inherited, int entity) {
    int own = inherited[entity] == NONE ? 0 : moved[inherited[entity] + 1][entity + 1];
    for (int before = 0; before + 1 < moved.length; before++) {
      int shared = moved[before + 1][entity + 1];
      int at = NONE;
      for (int other = 0; other < inherited.length; other++) {
        at = inherited[other] == before ? other : at;
      }
      int theirs = at == NONE ? 0 : moved[before + 1][at + 1];
      assertThat(shared > own && shared > theirs).isFalse();
    }
  }

  private static int[] drawn(int members, SplittableRandom random) {
    int[] out = new int[members];
    int entities = random.nextInt(1, members + 1);
    Arrays.setAll(out, _ -> random.nextInt(NONE, entities));
    int[] used = Arrays.stream(out).filter(id -> id != NONE).distinct().sorted().toArray();
    Arrays.setAll(out, i -> out[i] == NONE ? NONE : Arrays.binarySearch(used, out[i]));
    return out;
  }
}
