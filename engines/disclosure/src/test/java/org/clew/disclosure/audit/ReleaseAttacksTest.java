package org.clew.disclosure.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.clew.disclosure.MadeUp;
import org.clew.disclosure.Microdata;
import org.clew.disclosure.Progress;
import org.clew.disclosure.Stopped;
import org.clew.disclosure.StructuralZeros;
import org.clew.disclosure.Zcdp;
import org.clew.disclosure.audit.Attack.Kind;
import org.clew.disclosure.noise.Bits;
import org.clew.disclosure.synthesis.Synthetic;
import org.junit.jupiter.api.Test;

class ReleaseAttacksTest {

  private static final Microdata PEOPLE = MadeUp.people(3_000, 1);
  private static final Mechanism REAL =
      Mechanism.synthesis(StructuralZeros.NONE, Zcdp.rho(1, 1e-6));
  private static final Mechanism CARELESS =
      (people, bits, progress) -> {
        Synthetic made = REAL.make(people, bits, progress);
        return new Synthetic(people, made.measurements(), made.error(), made.expected());
      };

  private static ReleaseAttacks of(Mechanism mechanism, Microdata people, List<Integer> known) {
    return ReleaseAttacks.of(mechanism, people, known, Bits.ofSeed(1), Progress.NONE);
  }

  /// People who are all different from one another.
  private static Microdata motley() {
    int[] sizes = {9, 9, 9, 9, 9, 9};
    var lots = new SplittableRandom(1);
    short[][] columns = new short[sizes.length][2_000];
    for (short[] column : columns) {
      for (int row = 0; row < column.length; row++) {
        column[row] = (short) (1 + lots.nextInt(8));
      }
    }
    return new Microdata(sizes, columns, 2_000);
  }

  @Test
  void what_works_on_the_people_released_works_as_well_on_others() {
    ReleaseAttacks found = of(REAL, PEOPLE, List.of());

    assertThat(found.people()).isEqualTo(1_500);
    assertThat(found.of(Kind.WHOLE_ROW).getFirst().low()).isLessThan(0);
    assertThat(found.of(Kind.VALUES_TOGETHER).getFirst().low()).isLessThan(0);
    assertThat(found.of(Kind.LINKAGE).getFirst().low()).isLessThan(0);
    assertThat(found.of(Kind.INFERENCE)).hasSize(PEOPLE.width());
    assertThat(found.beyondChance()).hasSizeLessThanOrEqualTo(1);
  }

  @Test
  void rows_that_are_the_people_themselves_are_found_out_by_each_attack() {
    ReleaseAttacks found = of(CARELESS, motley(), List.of(0, 1, 2, 3));

    Attack rows = found.of(Kind.WHOLE_ROW).getFirst();
    assertThat(rows.released().share()).isEqualTo(1);
    assertThat(rows.control().share()).isLessThan(0.1);
    assertThat(found.of(Kind.VALUES_TOGETHER).getFirst().low()).isGreaterThan(0.3);
    assertThat(found.of(Kind.LINKAGE).getFirst())
        .satisfies(
            linkage -> {
              assertThat(linkage.columns()).containsExactly(0, 1, 2, 3);
              assertThat(linkage.low()).isGreaterThan(0.2);
            });
    assertThat(found.beyondChance()).extracting(Attack::kind).contains(Kind.INFERENCE);
  }

  @Test
  void columns_that_give_most_away_are_found_where_none_are_named() {
    ReleaseAttacks found = of(CARELESS, motley(), List.of());

    assertThat(found.of(Kind.LINKAGE).getFirst().low()).isGreaterThan(0.2);
  }

  /// Newcombe's own example (1998, table II a): 56 of 70 and 48 of 80, there from Wilson's
  /// intervals 0.0524 to 0.3339; Clopper and Pearson's are a little wider.
  @Test
  void an_excess_has_an_interval() {
    var attack = new Attack(Kind.LINKAGE, List.of(), new Rate(56, 70), new Rate(48, 80));

    assertThat(attack.excess()).isCloseTo(0.2, within(1e-9));
    assertThat(attack.low()).isBetween(0.03, 0.0524);
    assertThat(attack.high()).isBetween(0.3339, 0.36);
  }

  @Test
  void whoever_listens_can_stop_it() {
    assertThatThrownBy(
            () ->
                ReleaseAttacks.of(
                    REAL, PEOPLE, List.of(), Bits.ofSeed(1), (_, _) -> Progress.Answer.STOP))
        .isInstanceOf(Stopped.class);
  }
}
