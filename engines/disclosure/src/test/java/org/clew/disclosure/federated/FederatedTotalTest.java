package org.clew.disclosure.federated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.util.List;
import org.clew.disclosure.Microdata;
import org.clew.disclosure.Progress;
import org.clew.disclosure.Zcdp;
import org.clew.disclosure.noise.Bits;
import org.clew.disclosure.release.Release;
import org.clew.disclosure.release.Terms;
import org.clew.disclosure.synthesis.Measured;
import org.clew.disclosure.synthesis.Measurements;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FederatedTotalTest {

  private static Measurements total(Round round, List<byte[]> contributions) {
    var total = new Total(round);
    contributions.forEach(total::add);
    return total.measurements();
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 4, 10})
  void the_sum_is_the_counts_of_all_lists_with_all_noise(int members) {
    var coalition = new Coalition(members, 500);
    Round round = Coalition.round(coalition.plan(4));
    Microdata pooled = coalition.pooled();

    Measurements measured = total(round, coalition.contributions(round));

    for (Measured table : measured.all()) {
      int[] there = table.scope().count(pooled);
      for (int cell = 0; cell < there.length; cell++) {
        assertThat((double) table.noisy(cell))
            .isCloseTo(there[cell], within(6 * Math.sqrt(table.variance())));
      }
    }
    assertThat(measured.tables()).hasSize(6 + 15);
    assertThat(measured.checks()).isNotEmpty();
  }

  @Test
  void the_noise_on_the_sum_has_the_variance_that_intervals_are_made_from() {
    var coalition = new Coalition(5, 20);
    Plan plan =
        Planning.of(
            Coalition.codebook(),
            coalition.members(),
            coalition.agreed(1),
            List.of(List.of("a", "b", "c"), List.of("a", "b", "d"), List.of("a", "b", "e")),
            Bits.ofSeed(1));
    Microdata pooled = coalition.pooled();

    double sum = 0;
    int cells = 0;
    for (long run = 0; run < 20; run++) {
      var total = new Total(Coalition.round(plan));
      for (int member = 0; member < 5; member++) {
        total.add(
            Total.contribution(
                Coalition.round(plan),
                coalition.keys(member),
                coalition.list(member),
                Bits.ofSeed(1_000 * run + member),
                Progress.NONE));
      }
      for (Measured table : total.measurements().all()) {
        int[] there = table.scope().count(pooled);
        for (int cell = 0; cell < there.length; cell++) {
          double off = table.noisy(cell) - there[cell];
          sum += off * off / table.variance();
          cells++;
        }
      }
    }

    // The sum of squares of as many normal numbers: five standard deviations are a chance of one in
    // a million and a half.
    assertThat(cells).isGreaterThan(10_000);
    assertThat(sum / cells).isCloseTo(1, within(5 * Math.sqrt(2.0 / cells)));
  }

  @Test
  void one_members_file_looks_like_random_numbers() {
    var coalition = new Coalition(3, 500);
    Round round = Coalition.round(coalition.plan(1));

    assertThat(coalition.members())
        .allSatisfy(
            member ->
                assertRandom(
                    words(coalition.contribution(round, coalition.members().indexOf(member)))));
  }

  @Test
  void the_sum_without_one_member_looks_like_random_numbers() {
    var coalition = new Coalition(4, 500);
    Round round = Coalition.round(coalition.plan(1));
    long[] sum = new long[1 + round.cells()];
    for (int member = 0; member < 3; member++) {
      long[] words = words(coalition.contribution(round, member));
      for (int i = 0; i < sum.length; i++) {
        sum[i] += words[i];
      }
    }

    assertRandom(sum);
  }

  /// Which is why a round that came to nothing counts as told.
  @Test
  void whoever_has_the_missing_members_keys_has_the_noisy_sum_of_the_others() {
    var coalition = new Coalition(4, 500);
    Round round = Coalition.round(coalition.plan(1));
    long[] sum = new long[1 + round.cells()];
    Contribution.mask(round, coalition.members().get(3), coalition.keys(3), sum, () -> {});
    for (int member = 0; member < 3; member++) {
      long[] words = words(coalition.contribution(round, member));
      for (int i = 0; i < sum.length; i++) {
        sum[i] += words[i];
      }
    }

    assertThat(sum[0]).isEqualTo(3);
    double deviation = Math.sqrt(3 * round.plan().groups().getFirst().variance() / 16.0);
    int[] there = round.scopes(0).getFirst().count(coalition.list(0));
    for (int member = 1; member < 3; member++) {
      int[] more = round.scopes(0).getFirst().count(coalition.list(member));
      for (int cell = 0; cell < there.length; cell++) {
        there[cell] += more[cell];
      }
    }
    for (int cell = 0; cell < there.length; cell++) {
      assertThat((double) sum[1 + cell]).isCloseTo(there[cell], within(6 * deviation));
    }
  }

  private static long[] words(byte[] contribution) {
    int length = contribution.length - Contribution.HEAD_BYTES - Keys.SIGNATURE_BYTES;
    long[] words = new long[length / Long.BYTES];
    ByteBuffer.wrap(contribution, Contribution.HEAD_BYTES, length).asLongBuffer().get(words);
    return words;
  }

  /// Each bit is as often set as not, and bytes are as frequent as one another (chi-square of 255
  /// degrees, up to a chance of about one in a million).
  private static void assertRandom(long[] words) {
    assertThat(words).hasSizeGreaterThan(500);
    int[] bits = new int[Long.SIZE];
    int[] bytes = new int[256];
    for (long word : words) {
      for (int bit = 0; bit < bits.length; bit++) {
        bits[bit] += (int) ((word >>> bit) & 1);
      }
      for (int from = 0; from < Long.SIZE; from += Byte.SIZE) {
        bytes[(int) ((word >>> from) & 0xff)]++;
      }
    }
    for (int set : bits) {
      assertThat(set - words.length / 2.0)
          .isCloseTo(0, within(5.5 * Math.sqrt(words.length / 4.0)));
    }
    double expected = words.length * 8 / 256.0;
    double square = 0;
    for (int seen : bytes) {
      square += (seen - expected) * (seen - expected) / expected;
    }
    assertThat(square).isCloseTo(255, within(5.5 * Math.sqrt(2 * 255)));
  }

  @Test
  void what_is_promised_is_kept_by_what_honest_members_add_alone() {
    var coalition = new Coalition(10, 20);
    for (double epsilon : new double[] {0.01, 1, 12, 20}) {
      Round round = Coalition.round(coalition.plan(epsilon));
      double perfect = 0;
      for (Plan.Group group : round.plan().groups()) {
        double variance = group.variance() / 16.0 * round.plan().honest();
        perfect += group.tables().size() / (2 * variance);
      }

      assertThat(Zcdp.epsilon(round.rho(), 1e-7)).isLessThanOrEqualTo(epsilon * (1 + 1e-6));
      assertThat(round.rho()).isGreaterThanOrEqualTo(perfect);
      assertThat(round.rhoOfOne()).isCloseTo(perfect * 6, within(perfect * 1e-9));
      if (epsilon <= 1) {
        assertThat(round.rho()).isLessThan(perfect * 1.01);
      }
    }
  }

  @Test
  void a_person_in_two_lists_needs_twice_the_deviation() {
    var coalition = new Coalition(4, 20);
    var twice = new Planning.Agreement(1, 1e-7, 3, 2);
    Plan one = coalition.plan(1);
    Plan two =
        Planning.of(Coalition.codebook(), coalition.members(), twice, List.of(), Bits.ofSeed(1));

    assertThat((double) two.groups().getFirst().variance())
        .isCloseTo(4.0 * one.groups().getFirst().variance(), within(8.0));
  }

  @Test
  void rows_and_counts_are_made_from_the_sum_as_from_one_list() {
    var coalition = new Coalition(3, 700);
    Round round = Coalition.round(coalition.plan(8));
    Measurements measured = total(round, coalition.contributions(round));

    Release release =
        Release.from(
            Coalition.codebook(),
            round.coding(),
            measured,
            new Terms(8, 1e-7, 3, 10),
            round.lists(),
            Bits.ofSeed(1),
            Progress.NONE);

    assertThat(release.size()).isBetween(2_000, 2_200);
    assertThat(release.aggregates()).isNotEmpty();
    assertThat(release.report().json())
        .contains("distributed discrete gaussian", "in 1 of the 3 lists at most")
        .contains("\"organisations_taken_to_add_noise\": 2");
    assertThat(release.report().html()).contains("3 lists that nobody has together");
  }

  @Test
  void the_same_people_and_bits_give_the_same_file() {
    var coalition = new Coalition(3, 50);
    Round round = Coalition.round(coalition.plan(1));

    assertThat(coalition.contribution(round, 1)).isEqualTo(coalition.contribution(round, 1));
  }

  @Test
  void another_round_of_the_same_members_has_other_masks() {
    var coalition = new Coalition(3, 50);
    Plan plan = coalition.plan(1);
    Plan other =
        new Plan(
            "00".repeat(16),
            plan.codebook(),
            plan.members(),
            plan.honest(),
            plan.mostOrganisations(),
            plan.epsilon(),
            plan.delta(),
            plan.groups());
    long[] one = words(coalition.contribution(Coalition.round(plan), 0));
    long[] two = words(coalition.contribution(Coalition.round(other), 0));
    long[] difference = new long[one.length];
    for (int i = 0; i < one.length; i++) {
      difference[i] = one[i] - two[i];
    }

    assertRandom(difference);
  }
}
