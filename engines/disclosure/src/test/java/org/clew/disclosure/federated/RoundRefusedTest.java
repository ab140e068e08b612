package org.clew.disclosure.federated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.AbstractThrowableAssert;
import org.clew.disclosure.Progress;
import org.clew.disclosure.Stopped;
import org.clew.disclosure.codebook.Codebook;
import org.clew.disclosure.codebook.Variable;
import org.clew.disclosure.federated.Planning.Agreement;
import org.clew.disclosure.noise.Bits;
import org.clew.disclosure.synthesis.Spent.Step;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoundRefusedTest {

  private final Coalition coalition = new Coalition(4, 50);
  private final Plan plan = coalition.plan(1);
  private final Round round = Coalition.round(plan);

  private static AbstractThrowableAssert<?, ?> refused(Runnable what) {
    return assertThatThrownBy(what::run).isInstanceOf(RoundRefused.class);
  }

  @Nested
  class A_contribution {

    private Total total = new Total(round);

    @Test
    void that_is_missing_is_named_and_no_number_is_told() {
      total.add(coalition.contribution(round, 0));
      total.add(coalition.contribution(round, 3));

      refused(total::measurements)
          .hasMessageContaining("Lantern House")
          .hasMessageContaining("Bridge Legal Aid")
          .hasMessageNotContaining("Harbour");
    }

    @Test
    void is_taken_once() {
      total.add(coalition.contribution(round, 0));

      refused(() -> total.add(coalition.contribution(round, 0)))
          .hasMessageContaining("two contributions of Harbour Helpline");
    }

    @Test
    void of_another_round_is_refused() {
      Round earlier = Coalition.round(with(plan, "ab".repeat(16)));

      refused(() -> total.add(coalition.contribution(earlier, 0)))
          .hasMessageContaining("another round");
    }

    @Test
    void made_for_another_plan_of_the_round_is_refused() {
      Plan twisted = with(coalition.plan(4), plan.round());

      refused(() -> total.add(coalition.contribution(Coalition.round(twisted), 0)))
          .hasMessageContaining("another plan of this round")
          .hasMessageContaining("by voice");
    }

    @Test
    void of_somebody_outside_the_plan_is_refused() {
      byte[] contribution = coalition.contribution(round, 0);
      Arrays.fill(contribution, 60, 92, (byte) 7);

      refused(() -> total.add(contribution)).hasMessageContaining("nobody in this plan");
    }

    @Test
    void in_anothers_name_is_refused() {
      byte[] contribution = coalition.contribution(round, 0);
      byte[] other = coalition.contribution(round, 1);
      System.arraycopy(other, 60, contribution, 60, 32);

      refused(() -> total.add(contribution)).hasMessageContaining("Lantern House was cut off");
    }

    @ParameterizedTest
    @ValueSource(ints = {9, 92, 95, 96, 500, -64, -1})
    void that_was_changed_anywhere_is_refused(int at) {
      byte[] contribution = coalition.contribution(round, 2);
      contribution[at < 0 ? contribution.length + at : at] ^= 1;

      refused(() -> total.add(contribution)).hasMessageContaining("cut off or changed");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 8, 11, 95, 96, 160, 2_000})
    void that_was_cut_off_is_refused(int length) {
      refused(() -> total.add(Arrays.copyOf(coalition.contribution(round, 2), length)));
    }

    @Test
    void with_something_behind_it_is_refused() {
      byte[] contribution = coalition.contribution(round, 2);

      refused(() -> total.add(Arrays.copyOf(contribution, contribution.length + 8)));
    }

    @Test
    void of_another_version_says_so() {
      byte[] contribution = coalition.contribution(round, 2);
      contribution[8] = 2;

      refused(() -> total.add(contribution)).hasMessageContaining("version 2");
    }

    @Test
    void with_other_keys_than_those_of_the_plan_is_found_by_the_sum() {
      for (int member = 0; member < 3; member++) {
        total.add(coalition.contribution(round, member));
      }
      var lost =
          new SecretKeys(
              new Keys.Pair(Keys.X25519.fresh().secret(), coalition.keys(3).exchange().open()),
              coalition.keys(3).signature());
      total.add(Total.contribution(round, lost, coalition.list(3), Bits.ofSeed(1), Progress.NONE));

      refused(total::measurements).hasMessageContaining("do not cancel out");
    }

    @Test
    void that_counts_other_rows_in_some_tables_is_found_by_the_sum() {
      for (int member = 0; member < 3; member++) {
        total.add(coalition.contribution(round, member));
      }
      long[] words = new long[1 + round.cells()];
      words[0] = 1;
      Arrays.fill(words, 1, 20, 1_000_000);
      SecretKeys keys = coalition.keys(3);
      Contribution.mask(round, round.own(keys), keys, words, () -> {});
      total.add(Contribution.encoded(round, round.own(keys), keys, words));

      refused(total::measurements).hasMessageContaining("contradict one another");
    }

    @Test
    void can_be_stopped() {
      assertThatThrownBy(
              () ->
                  Total.contribution(
                      round,
                      coalition.keys(0),
                      coalition.list(0),
                      Bits.ofSeed(1),
                      (_, _) -> Progress.Answer.STOP))
          .isInstanceOf(Stopped.class);
    }
  }

  private static Plan with(Plan plan, String round) {
    return new Plan(
        round,
        plan.codebook(),
        plan.members(),
        plan.honest(),
        plan.mostOrganisations(),
        plan.epsilon(),
        plan.delta(),
        plan.groups());
  }

  @Nested
  class A_plan {

    private Plan planned(List<Member> members, Agreement agreed) {
      return Planning.of(Coalition.codebook(), members, agreed, List.of(), Bits.ofSeed(1));
    }

    @Test
    void reads_as_it_was_written() {
      assertThat(Plan.read(Coalition.file(plan))).isEqualTo(plan);
    }

    @Test
    void of_two_is_refused_because_each_would_learn_the_others_counts() {
      refused(() -> planned(coalition.members().subList(0, 2), new Agreement(1, 1e-7, 1, 1)))
          .hasMessageContaining("3 members at least");
    }

    @Test
    void has_no_member_twice() {
      List<Member> members = new ArrayList<>(coalition.members());
      members.add(coalition.keys(0).member("Harbour again"));

      refused(() -> planned(members, coalition.agreed(1))).hasMessageContaining("one key");
      members.set(4, SecretKeys.fresh().member("Harbour Helpline"));
      refused(() -> planned(members, coalition.agreed(1))).hasMessageContaining("one name");
    }

    @ParameterizedTest
    @CsvSource({
      "0, 1e-7, 3, 1, Epsilon",
      "0.001, 1e-7, 3, 1, Epsilon",
      "21, 1e-7, 3, 1, Epsilon",
      "-1, 1e-7, 3, 1, Epsilon",
      "NaN, 1e-7, 3, 1, Epsilon",
      "1, 0, 3, 1, Delta",
      "1, 0.1, 3, 1, Delta",
      "1, 1e-7, 0, 1, knows what it added",
      "1, 1e-7, 4, 1, knows what it added",
      "1, 1e-7, 3, 0, in 1 list at least",
      "1, 1e-7, 3, 5, of all members"
    })
    void promises_what_can_be_kept(
        double epsilon, double delta, int honest, int lists, String why) {
      refused(() -> planned(coalition.members(), new Agreement(epsilon, delta, honest, lists)))
          .hasMessageContaining(why);
    }

    @Test
    void with_less_noise_than_it_promises_is_refused() {
      List<Plan.Group> quiet =
          plan.groups().stream()
              .map(group -> new Plan.Group(group.step(), group.variance() / 2, group.tables()))
              .toList();

      refused(() -> Coalition.round(groups(quiet))).hasMessageContaining("noise is too small");
    }

    private Plan groups(List<Plan.Group> groups) {
      return new Plan(plan.round(), plan.codebook(), plan.members(), 3, 1, 1, plan.delta(), groups);
    }

    @Test
    void counts_each_column_and_no_column_that_is_not_there() {
      List<Plan.Group> all = plan.groups();
      refused(() -> Coalition.round(groups(all.subList(1, 2)))).hasMessageContaining("column");

      List<Plan.Group> more = new ArrayList<>(all.subList(0, 1));
      more.add(new Plan.Group(Step.PAIRS, 1L << 30, List.of(List.of(0, 6))));
      refused(() -> Coalition.round(groups(more))).hasMessageContaining("does not have");
    }

    @Test
    void names_no_table_twice() {
      List<Plan.Group> more = new ArrayList<>(plan.groups());
      more.set(2, new Plan.Group(Step.CHECKING, 1L << 30, List.of(List.of(0, 1))));

      refused(() -> groups(more)).hasMessageContaining("a table twice");
    }

    @ParameterizedTest
    @CsvSource({"1 0", "0 0", "-1 0", "0"})
    void has_tables_of_columns_in_rising_order(String columns) {
      List<Integer> table = Arrays.stream(columns.split(" ", -1)).map(Integer::valueOf).toList();

      refused(() -> new Plan.Group(Step.PAIRS, 100, List.of(table)));
    }

    @Test
    void is_for_one_codebook() {
      Codebook other =
          new Codebook(
              Codebook.Domains.PUBLIC,
              List.of(Variable.of("a", List.of("x"))),
              Optional.empty(),
              List.of());

      refused(() -> Round.of(Coalition.file(plan), other)).hasMessageContaining("another codebook");
    }

    @Test
    void is_not_made_with_values_read_off_one_list() {
      Codebook draft =
          new Codebook(
              Codebook.Domains.READ_OFF,
              Coalition.codebook().variables(),
              Optional.empty(),
              List.of());

      refused(
              () ->
                  Planning.of(
                      draft, coalition.members(), coalition.agreed(1), List.of(), Bits.ofSeed(1)))
          .hasMessageContaining("everybody knows");
    }

    @Test
    void without_ones_own_key_is_refused() {
      refused(() -> round.own(SecretKeys.fresh()))
          .hasMessageContaining("own key is not in the plan");
    }

    @Test
    void with_a_key_that_lays_masks_open_is_refused() {
      List<Member> members = new ArrayList<>(coalition.members());
      members.set(1, new Member("Lantern House", "00".repeat(32), "11".repeat(32)));
      Plan bad = planned(members, coalition.agreed(1));

      refused(() -> coalition.contribution(Coalition.round(bad), 0))
          .hasMessageContaining("Lantern House would lay masks open");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          "[]",
          "{}",
          "\u0000",
          "{\"clew_federated_plan\": 2}",
          "{\"clew_federated_plan\": 1, \"round\": 3}",
          "{\"clew_codebook\": 1}"
        })
    void that_is_none_is_refused(String text) {
      refused(() -> Plan.read(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void that_is_no_text_is_refused() {
      refused(() -> Plan.read(new byte[] {(byte) 0xff, (byte) 0xfe}));
    }

    @Test
    void takes_tables_that_somebody_named() {
      Plan named =
          Planning.of(
              Coalition.codebook(),
              coalition.members(),
              coalition.agreed(1),
              List.of(List.of("b", "a"), List.of("a", "b", "c")),
              Bits.ofSeed(1));

      assertThat(named.groups().stream().map(Plan.Group::step))
          .containsExactly(Step.COLUMNS, Step.PAIRS, Step.TRIPLES, Step.CHECKING);
      assertThat(named.groups().get(1).tables()).containsExactly(List.of(0, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "a;a", "a;nobody", "a;b;c;d", ";"})
    void takes_no_table_that_is_none(String names) {
      refused(
          () ->
              Planning.of(
                  Coalition.codebook(),
                  coalition.members(),
                  coalition.agreed(1),
                  List.of(List.of(names.split(";", -1))),
                  Bits.ofSeed(1)));
    }
  }

  @Nested
  class A_member {

    @Test
    void reads_as_it_was_written() {
      Member member = coalition.members().getFirst();

      assertThat(Member.read(member.written())).isEqualTo(member);
      assertThat(member.written()).doesNotContain(coalition.keys(0).exchange().secret());
    }

    @Test
    void keeps_its_keys() {
      SecretKeys kept = SecretKeys.decode(coalition.keys(0).encoded());

      assertThat(kept.member("Harbour Helpline")).isEqualTo(coalition.members().getFirst());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "clew-federated-keys 1\n", "clew-federated-keys 1\na\nb\n"})
    void with_damaged_keys_is_told_what_to_do(String kept) {
      refused(() -> SecretKeys.decode(kept.getBytes(StandardCharsets.US_ASCII)))
          .hasMessageContaining("planned anew");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", " Harbour", "Har\u0007bour", "Har\nbour", "Har\u202ebour"})
    void has_a_name_that_can_be_read_out(String name) {
      refused(() -> coalition.keys(0).member(name));
      refused(() -> coalition.keys(0).member("a".repeat(81)));
    }
  }
}
