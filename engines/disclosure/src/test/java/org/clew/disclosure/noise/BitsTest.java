package org.clew.disclosure.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BitsTest {

  @Test
  void come_again_with_the_same_seed_and_with_no_other() {
    Bits one = Bits.ofSeed(7);
    Bits same = Bits.ofSeed(7);
    Bits other = Bits.ofSeed(8);

    long[] first = LongStream.range(0, 5_000).map(_ -> one.next()).toArray();

    assertThat(LongStream.range(0, 5_000).map(_ -> same.next()).toArray()).isEqualTo(first);
    assertThat(LongStream.range(0, 5_000).map(_ -> other.next()).toArray()).isNotEqualTo(first);
  }

  @Test
  void say_whether_they_hide_anything() {
    assertThat(Bits.secret().source()).isEqualTo(Bits.Source.SECRET);
    assertThat(Bits.ofSeed(1).source()).isEqualTo(Bits.Source.SEED);
    assertThat(Bits.secret().next()).isNotEqualTo(Bits.secret().next());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 7, 1000, (1L << 31) + 1, 3L << 60})
  void are_below_a_bound_evenly(long bound) {
    Bits bits = Bits.ofSeed(3);
    int draws = 60_000;
    int low = 0;
    double sum = 0;
    for (int i = 0; i < draws; i++) {
      long drawn = bits.below(bound);
      assertThat(drawn).isBetween(0L, bound - 1);
      low += drawn < (bound + 1) / 2 ? 1 : 0;
      sum += (double) drawn / bound;
    }

    long half = (bound + 1) / 2;
    double middle = (bound - 1) / 2.0 / bound;
    assertThat((double) low / draws).isCloseTo((double) half / bound, within(3 / Math.sqrt(draws)));
    assertThat(sum / draws).isCloseTo(middle, within(2 / Math.sqrt(draws)));
  }

  @Test
  void have_no_place_below_nothing() {
    assertThatThrownBy(() -> Bits.secret().below(0)).isInstanceOf(IllegalArgumentException.class);
  }
}
