package org.clew.disclosure.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.clew.disclosure.Zcdp;
import org.clew.disclosure.account.Account.Opening;
import org.clew.tables.Json;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccountTest {

  private static final double DELTA = 1e-6;
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final UUID ID = UUID.fromString("11111111-2222-4333-8444-555555555555");

  private static Account account(double epsilon, Optional<String> by) {
    return Account.open(new Opening(ID, NOW, Limit.of(epsilon, DELTA), Optional.empty(), by));
  }

  /// People are divided by the year in which they were registered.
  private static Account byYear(double epsilon) {
    return account(epsilon, Optional.of("year"));
  }

  private static Entry.Told noisy(double epsilon, Slice slice) {
    return told(Kind.SYNTH, slice, Promise.DifferentialPrivacy.of(epsilon, DELTA), Set.of());
  }

  private static Entry.Told counts(Slice slice, Integer... despite) {
    return told(Kind.AGGREGATE, slice, new Promise.WithoutNoise(10), Set.of(despite));
  }

  private static Entry.Told told(Kind kind, Slice slice, Promise promise, Set<Integer> despite) {
    return new Entry.Told(NOW, kind, slice, promise, Optional.empty(), Optional.empty(), despite);
  }

  private static Slice year(String... years) {
    return Slice.of(List.of(years));
  }

  @Nested
  class WhatWasToldOfTheSamePeople {

    @Test
    void adds_up_in_rho_and_not_in_epsilon() {
      Account account =
          account(4, Optional.empty())
              .book(noisy(1, Slice.EVERYBODY))
              .book(noisy(1, Slice.EVERYBODY));

      assertThat(account.told(Slice.EVERYBODY)).isEqualTo(2 * Zcdp.rho(1, DELTA));
      assertThat(account.epsilonTold(Slice.EVERYBODY)).isBetween(1.4, 1.5);
    }

    @Test
    void may_come_to_the_limit_and_not_beyond() {
      Account full = account(1, Optional.empty()).book(noisy(1, Slice.EVERYBODY));

      assertThat(full.left(Slice.EVERYBODY)).isZero();
      assertThatThrownBy(() -> full.book(noisy(0.01, Slice.EVERYBODY)))
          .isInstanceOf(AccountRefused.class)
          .hasMessageContaining("Left: rho 0")
          .hasMessageContaining("Nothing more fits");
    }

    @Test
    void is_refused_with_what_would_still_fit_and_that_fits() {
      Account account = account(2, Optional.empty()).book(noisy(1.5, Slice.EVERYBODY));

      double fitting = account.fitting(Slice.EVERYBODY, DELTA).orElseThrow();
      assertThatThrownBy(() -> account.book(noisy(1.5, Slice.EVERYBODY)))
          .isInstanceOf(AccountRefused.class)
          .hasMessageContaining("epsilon %s would still fit".formatted(fitting));
      assertThat(account.book(noisy(fitting, Slice.EVERYBODY)).left(Slice.EVERYBODY))
          .isBetween(0.0, 0.01 * Zcdp.rho(2, DELTA));
      assertThatThrownBy(() -> account.book(noisy(fitting + 0.01, Slice.EVERYBODY)))
          .isInstanceOf(AccountRefused.class);
    }

    /// Twenty releases of a third of the limit, in whatever order: each person is in some of them.
    @Test
    void never_comes_to_more_than_the_limit_for_anybody() {
      Account account = byYear(3);
      List<Slice> slices =
          List.of(year("2021"), year("2022"), year("2021", "2023"), Slice.EVERYBODY);
      for (int i = 0; i < 20; i++) {
        try {
          account = account.book(noisy(1 + i % 3 / 4.0, slices.get(i * 7 % 4)));
        } catch (AccountRefused _) {
          // What fits is booked, and what does not is not.
        }
      }

      for (String each : List.of("2021", "2022", "2023", "1999")) {
        double sum = 0;
        for (Account.Numbered entry : account.entries()) {
          var told = (Entry.Told) entry.entry();
          sum += told.slice().has(each) ? told.rho() : 0;
        }
        assertThat(sum).as(each).isPositive().isLessThanOrEqualTo(Zcdp.rho(3, DELTA));
        assertThat(account.told(year(each))).isCloseTo(sum, within(1e-12));
      }
    }
  }

  @Nested
  class Slices {

    @Test
    void of_different_people_do_not_add_up() {
      Account account = byYear(1);
      for (int year = 2015; year < 2026; year++) {
        account = account.book(noisy(1, year(String.valueOf(year))));
      }

      assertThat(account.told(Slice.EVERYBODY)).isEqualTo(Zcdp.rho(1, DELTA));
      assertThat(account.left(year("2026"))).isEqualTo(Zcdp.rho(1, DELTA));
    }

    @Test
    void add_up_with_what_was_told_of_everybody() {
      Account account = byYear(2).book(noisy(1, Slice.EVERYBODY)).book(noisy(1, year("2024")));

      assertThat(account.told(year("2024"))).isEqualTo(2 * Zcdp.rho(1, DELTA));
      assertThat(account.told(year("2025"))).isEqualTo(Zcdp.rho(1, DELTA));
      assertThat(account.told(Slice.EVERYBODY)).isEqualTo(2 * Zcdp.rho(1, DELTA));
    }

    @Test
    void of_everybody_must_fit_for_whoever_was_told_most_of() {
      Account account = byYear(1).book(noisy(1, year("2024")));

      assertThatThrownBy(() -> account.book(noisy(0.5, Slice.EVERYBODY)))
          .isInstanceOf(AccountRefused.class);
      assertThatThrownBy(() -> account.book(noisy(0.5, year("2023", "2024"))))
          .isInstanceOf(AccountRefused.class);
      assertThat(account.book(noisy(0.5, year("2023"))).entries()).hasSize(2);
    }

    @Test
    void need_a_value_and_an_account_that_divides_people() {
      assertThatThrownBy(() -> Slice.of(List.of())).isInstanceOf(AccountRefused.class);
      assertThatThrownBy(() -> year(" ")).isInstanceOf(AccountRefused.class);
      assertThatThrownBy(() -> year("2024\u001b[2J")).isInstanceOf(AccountRefused.class);
      assertThatThrownBy(() -> year("2024\u202e")).isInstanceOf(AccountRefused.class);
      assertThatThrownBy(() -> account(1, Optional.empty()).book(noisy(1, year("2024"))))
          .isInstanceOf(AccountRefused.class)
          .hasMessageContaining("does not divide people");
    }
  }

  @Nested
  class ReleasesWithoutNoise {

    @Test
    void are_told_once_of_the_same_people_since_two_can_be_subtracted() {
      Account account = byYear(1).book(counts(year("2023", "2024")));

      assertThatThrownBy(() -> account.book(counts(year("2024"))))
          .isInstanceOf(AccountRefused.class)
          .hasMessageContaining("subtracts one from the other")
          .hasMessageContaining("--despite 1");
      assertThatThrownBy(() -> account.book(counts(Slice.EVERYBODY)))
          .isInstanceOf(AccountRefused.class);
      assertThat(account.book(counts(year("2025"))).entries()).hasSize(2);
    }

    @Test
    void are_told_once_more_where_somebody_names_each_earlier_one() {
      Account account = byYear(1).book(counts(year("2023"))).book(counts(year("2024")));

      assertThatThrownBy(() -> account.book(counts(Slice.EVERYBODY, 1)))
          .isInstanceOf(AccountRefused.class)
          .hasMessageContaining("entries 2");
      assertThatThrownBy(() -> account.book(counts(year("2024"), 1, 2)))
          .isInstanceOf(AccountRefused.class)
          .hasMessageContaining("Entry 1 is no release without noise of any of these people");
      assertThat(account.book(counts(Slice.EVERYBODY, 1, 2)).entries()).hasSize(3);
    }

    @Test
    void are_nothing_that_a_release_with_noise_names() {
      Account account = byYear(1).book(counts(Slice.EVERYBODY));
      Entry.Told told =
          told(Kind.SYNTH, Slice.EVERYBODY, Promise.DifferentialPrivacy.of(0.1, DELTA), Set.of(1));

      assertThatThrownBy(() -> account.book(told))
          .isInstanceOf(AccountRefused.class)
          .hasMessageContaining("leave out --despite");
    }

    @Test
    void cost_no_rho_and_do_not_forbid_noise() {
      Account account = byYear(1).book(counts(Slice.EVERYBODY));

      assertThat(account.told(Slice.EVERYBODY)).isZero();
      Account after = account.book(noisy(1, year("2024")));
      assertThat(new Booked(account, after).sentences())
          .anyMatch(each -> each.contains("in a release without noise before (entries 1)"));
      assertThat(after.book(counts(year("2030"), 1)).entries()).hasSize(3);
    }
  }

  @Nested
  class OnePerson {

    @Test
    void is_the_same_in_all_releases_of_an_account() {
      var several =
          new Entry.Told(
              NOW,
              Kind.SYNTH,
              Slice.EVERYBODY,
              Promise.DifferentialPrivacy.of(1, DELTA),
              Optional.of("case"),
              Optional.empty(),
              Set.of());

      assertThatThrownBy(() -> account(1, Optional.empty()).book(several))
          .isInstanceOf(AccountRefused.class)
          .hasMessageContaining("one row of a list")
          .hasMessageContaining("all rows with the same \"case\"");
    }

    @Test
    void is_not_what_people_are_divided_by() {
      assertThatThrownBy(
              () ->
                  new Opening(
                      ID, NOW, Limit.of(1, DELTA), Optional.of("case"), Optional.of("case")))
          .isInstanceOf(AccountRefused.class);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "-1, 1e-6",
    "0, 1e-6",
    "NaN, 1e-6",
    "Infinity, 1e-6",
    "25, 1e-6",
    "1, 0",
    "1, 0.5",
    "1, 0.002",
    "1, -1"
  })
  void a_limit_that_means_nothing_is_refused(double epsilon, double delta) {
    assertThatThrownBy(() -> Limit.of(epsilon, delta)).isInstanceOf(AccountRefused.class);
  }

  @Nested
  class Written {

    private final Account account =
        byYear(4)
            .book(noisy(1, year("2024")))
            .written(new Entry.Written(NOW, 1, Map.of("synthetic.csv", "ab")))
            .book(counts(year("2024")))
            .book(counts(year("2024"), 3))
            .written(new Entry.Written(NOW, 4, Map.of("--out", "cd")));

    @Test
    void is_read_as_it_was_and_says_what_broke_off() {
      Account read = AccountText.read(AccountText.write(account));

      assertThat(read.entries()).isEqualTo(account.entries());
      assertThat(read.opening()).isEqualTo(account.opening());
      assertThat(read.writing(1)).isPresent();
      assertThat(read.writing(3)).isEmpty();
      assertThatThrownBy(() -> read.written(new Entry.Written(NOW, 1, Map.of())))
          .isInstanceOf(AccountRefused.class);
      assertThatThrownBy(() -> read.written(new Entry.Written(NOW, 2, Map.of())))
          .isInstanceOf(AccountRefused.class);
    }

    /// Each line, taken out or changed by one sign, is found out.
    @Test
    void no_line_can_be_changed_by_hand() {
      List<String> lines = AccountText.write(account).lines().toList();
      for (int i = 0; i < lines.size(); i++) {
        String line = lines.get(i);
        for (String other :
            List.of("", line.replace('1', '2'), line.replace('a', 'b'), line + " ", line + line)) {
          if (!other.equals(line)) {
            List<String> changed = new ArrayList<>(lines);
            changed.set(i, other);
            assertThatThrownBy(() -> AccountText.read(String.join("\n", changed) + "\n"))
                .as(other)
                .isInstanceOf(AccountRefused.class);
          }
        }
      }
    }

    @Test
    void no_entry_can_be_taken_out_at_any_place() {
      String text = AccountText.write(account);
      List<Integer> starts = new ArrayList<>();
      for (int at = text.indexOf("    {\n"); at >= 0; at = text.indexOf("    {\n", at + 1)) {
        starts.add(at);
      }
      assertThat(starts).hasSize(5);
      for (int i = 0; i < 5; i++) {
        int end = i < 4 ? starts.get(i + 1) : text.indexOf("\n  ],");
        String without = text.substring(0, starts.get(i)) + text.substring(end);
        String mended = i < 4 ? without : without.replace("},\n\n  ],", "}\n  ],");
        assertThatThrownBy(() -> AccountText.read(mended)).isInstanceOf(AccountRefused.class);
      }
    }

    @Test
    void an_older_copy_is_whole_in_itself_and_found_out_by_what_a_report_says() {
      Account older = byYear(4).book(noisy(1, year("2024")));
      Account later = older.book(noisy(1, year("2024")));
      Witness witness = new Booked(older, later).witness();

      Account replayed = AccountText.read(AccountText.write(older));
      assertThat(replayed.has(witness)).isFalse();
      assertThat(AccountText.read(AccountText.write(later)).has(witness)).isTrue();
      assertThat(later.book(noisy(1, year("2025"))).has(witness)).isTrue();
      assertThat(replayed.book(noisy(0.5, year("2024"))).has(witness)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          "{",
          "[]",
          "null",
          "{}",
          "{\"clew_codebook\": 1}",
          "{\"clew_account\": 2}",
          "{\"clew_account\": 1}",
          "{\"clew_account\": 1, \"id\": \"x\"}",
          "a,b\n1,2\n"
        })
    void what_is_no_account_is_refused(String text) {
      assertThatThrownBy(() -> AccountText.read(text)).isInstanceOf(AccountRefused.class);
    }

    @Test
    void holds_no_more_of_people_than_their_slice() {
      assertThat(AccountText.write(account))
          .contains("\"slice\": [\"2024\"]", "\"told\": \"aggregate\"", "\"least\": 10")
          .doesNotContain("name", "rows", "people");
    }
  }

  @Test
  void a_report_is_a_witness_of_what_was_booked() {
    Account before = byYear(4);
    Account after = before.book(noisy(1, year("2024")));
    var booked = new Booked(before, after);
    String report = new Json.Members(Map.of("account", booked.json())).written();

    assertThat(Witness.read(report)).isEqualTo(booked.witness());
    assertThatThrownBy(() -> Witness.read("{\"account\": 1}")).isInstanceOf(AccountRefused.class);
    assertThatThrownBy(() -> Witness.read("<html>")).isInstanceOf(AccountRefused.class);
  }

  @Test
  void what_was_booked_is_said_in_words() {
    Account before = byYear(2).book(noisy(1, Slice.EVERYBODY));
    var booked = new Booked(before, before.book(noisy(1, year("2024"))));

    assertThat(String.join(" ", booked.sentences()))
        .contains(
            "together tell no more of anybody than epsilon 2 (delta 1 in 1,000,000)",
            "came to epsilon 1.00; now it is 1.4",
            "may still be told",
            "registered twice");
  }
}
