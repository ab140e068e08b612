package org.clew.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What must hold for any records, tried over seeds.
class InvariantsTest {
  private final LinkIndex index = new LinkIndex("GB");

  @BeforeEach
  void fill() {
    for (int i = 0; i < 120; i++) {
      index.put(Seeded.person(i, "p" + i));
    }
  }

  static LongStream seeds() {
    return LongStream.range(0, 30);
  }

  private static LinkRecord slipped(long seed, String id) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Value> values = new ArrayList<>();
    for (Value value : Seeded.person(seed, id).values()) {
      switch (random.nextInt(4)) {
        case 0 -> {}
        case 1 -> values.add(new Value(value.kind(), Seeded.slip(value.text(), random)));
        default -> values.add(value);
      }
    }
    return new LinkRecord(id, values);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theWeightIsPriorAndFieldsToTheLastBit(long seed) {
    for (Match match : index.query(slipped(seed, "asked").values(), 20)) {
      double sum = match.prior();
      for (Evidence evidence : match.evidence()) {
        sum += evidence.bits();
      }
      double backwards = 0;
      for (Evidence evidence : match.evidence().reversed()) {
        backwards += evidence.bits();
      }
      assertThat(match.weight()).isEqualTo(sum).isEqualTo(backwards + match.prior());
      assertThat(match.probability()).isBetween(0.0, 1.0);
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theOrderOfTheRecordsChangesNothing(long seed) {
    LinkRecord asked = slipped(seed, "a");
    index.put(asked);
    LinkRecord other = slipped(seed + 1, "b");
    index.put(other);
    LinkRecord held = Seeded.person(seed, "p" + seed);
    assertThat(weight(asked, "b")).isEqualTo(weight(other, "a"));
    assertThat(weight(asked, held.id())).isEqualTo(weight(held, "a"));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theOrderOfTheValuesChangesNothing(long seed) {
    List<Value> values = new ArrayList<>(slipped(seed, "a").values());
    List<Match> one = index.query(values, 10);
    Collections.shuffle(values, new Random(seed));
    assertThat(index.query(values, 10)).isEqualTo(one);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void anAgreeingFieldRaisesTheWeightAndADifferingOneLowersIt(long seed) {
    List<Value> whole = Seeded.person(seed, "x").values();
    List<Value> part = whole.subList(0, whole.size() - 1);
    List<Value> differing = new ArrayList<>(part);
    differing.add(new Value(Kind.DOCUMENT, "ZZ" + (90_000_000 + seed * 7919)));
    String id = "p" + seed;
    double base = index.compare(part, id).orElseThrow().weight();
    assertThat(index.compare(whole, id).orElseThrow().weight()).isGreaterThan(base);
    assertThat(index.compare(differing, id).orElseThrow().weight()).isLessThan(base);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void exactBeatsCloseBeatsDifferent(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (Value value : Seeded.person(seed, "x").values()) {
      String id = "p" + seed;
      double exact = weight(value, id);
      double close = weight(new Value(value.kind(), Seeded.slip(value.text(), random)), id);
      double different = weight(new Value(value.kind(), unlike(value.kind())), id);
      assertThat(exact).as("%s", value).isGreaterThanOrEqualTo(close).isGreaterThan(different);
      assertThat(close).as("%s", value).isGreaterThanOrEqualTo(different);
    }
  }

  private double weight(LinkRecord asked, String id) {
    return index.compare(asked, id).orElseThrow().weight();
  }

  private double weight(Value asked, String id) {
    return index.compare(List.of(asked), id).orElseThrow().weight();
  }

  private static String unlike(Kind kind) {
    return switch (kind) {
      case PHONE -> "+34 600 11 22 33 ";
      case BIRTH_DATE -> "2020-11-30";
      case ADDRESS -> "7 Zyzzyva Quay";
      default -> "Wxyzzyq";
    };
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void compareGivesWhatQueryGives(long seed) {
    LinkRecord inside = slipped(seed, "inside");
    index.put(inside);
    for (Match match : index.query(inside, 10)) {
      assertThat(index.compare(inside, match.id())).contains(match);
    }
    List<Value> outside = slipped(seed + 3, "outside").values();
    for (Match match : index.query(outside, 10)) {
      assertThat(index.compare(outside, match.id())).contains(match);
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aSlippedRecordFindsItsOriginal(long seed) {
    LinkRecord asked = slipped(seed, "asked");
    if (asked.values().size() >= 4) {
      assertThat(index.query(asked, 10)).extracting(Match::id).contains("p" + seed);
    }
  }
}
