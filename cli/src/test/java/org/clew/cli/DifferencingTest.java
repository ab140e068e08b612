package org.clew.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Somebody holds last month's release and this month's, and knows one thing: in between, one
/// person was registered. What do they learn of that person, and does an account keep it from being
/// told?
class DifferencingTest {

  /// Ten rows of each kind but of the new person's, of which there are nine before.
  private static final String NEW_PERSON = "f,north,domestic";

  @TempDir private Path folder;
  private Shell shell = new Shell(Path.of(""));

  @BeforeEach
  void writeTheLists() throws IOException {
    shell = new Shell(folder);
    var list = new StringBuilder("sex,region,form\n");
    for (String sex : List.of("f", "m")) {
      for (String region : List.of("north", "south")) {
        for (String form : List.of("domestic", "farm", "sexual")) {
          String row = "%s,%s,%s".formatted(sex, region, form);
          list.append((row + "\n").repeat(row.equals(NEW_PERSON) ? 29 : 30));
        }
      }
    }
    shell.write("before.csv", list.toString());
    shell.write("after.csv", list + NEW_PERSON + "\n");
    shell.release("account", "open", "account.json", "--epsilon", "1");
  }

  private int aggregate(String list, String out, Object... more) {
    return command(more, "aggregate", list, "--k", "10", "--out", folder.resolve(out));
  }

  private int command(Object[] more, Object... words) {
    List<Object> all = new ArrayList<>(List.of(words));
    all.addAll(List.of(more));
    return shell.release(all.toArray());
  }

  /// What stands in one file and not in the other.
  private List<String> subtracted(String before, String after) throws IOException {
    List<String> left = new ArrayList<>(Files.readAllLines(folder.resolve(after)));
    Files.readAllLines(folder.resolve(before)).forEach(left::remove);
    return left;
  }

  @Test
  void of_counts_rounded_to_tens_what_rose_is_all_of_the_new_person() throws IOException {
    aggregate("before.csv", "before.tsv");
    aggregate("after.csv", "after.tsv");

    var learned = new TreeSet<String>();
    for (String line : subtracted("before.tsv", "after.tsv")) {
      if (!line.startsWith("record_count")) {
        learned.addAll(List.of(line.substring(0, line.indexOf('\t')).split(";", -1)));
      }
    }

    assertThat(learned).containsExactly("form:domestic", "region:north", "sex:f");
  }

  @Test
  void of_tables_without_small_cells_the_one_cell_that_grew_is_the_new_person() throws IOException {
    command(new Object[0], "cells", "before.csv", "--by", "sex,region,form", "--out=b.csv");
    command(new Object[0], "cells", "after.csv", "--by", "sex,region,form", "--out=a.csv");

    assertThat(subtracted("b.csv", "a.csv").stream().filter(line -> !line.contains("(all)")))
        .containsExactly("f,north,domestic,30,30,30");
  }

  @Test
  void of_ten_anonymous_rows_the_one_that_came_is_the_new_person() throws IOException {
    for (String each : List.of("before", "after")) {
      command(
          new Object[] {"--sensitive", "form", "--out=%s-10.csv".formatted(each)},
          "kanon",
          "generalise",
          each + ".csv",
          "--k",
          "10",
          "--quasi",
          "sex,region");
    }

    assertThat(subtracted("before-10.csv", "after-10.csv")).containsExactly(NEW_PERSON);
  }

  @Test
  void an_account_lets_one_of_them_out_and_no_second_of_any_kind() {
    Object[] booked = {"--account", "account.json"};
    assertThat(aggregate("before.csv", "before.tsv", booked)).isZero();
    assertThat(shell.said()).contains("no limit holds for what it tells");

    assertThat(aggregate("after.csv", "after.tsv", booked)).isEqualTo(3);
    assertThat(shell.said()).contains("subtracts one from the other", "that person", "--despite 1");
    assertThat(command(booked, "cells", "after.csv", "--by", "sex", "--out=a.csv")).isEqualTo(3);
    assertThat(
            command(
                booked, "kanon", "generalise", "after.csv", "--k=10", "--quasi=sex", "--out=a.csv"))
        .isEqualTo(3);

    assertThat(shell.file("after.tsv")).doesNotExist();
    assertThat(shell.file("a.csv")).doesNotExist();
  }

  @Test
  void whoever_has_made_sure_names_what_was_told_before_and_that_is_kept() throws IOException {
    aggregate("before.csv", "before.tsv", "--account", "account.json");

    assertThat(aggregate("after.csv", "x.tsv", "--account", "account.json", "--despite", "2"))
        .isEqualTo(3);
    assertThat(aggregate("after.csv", "x.tsv", "--account", "account.json", "--despite", "one"))
        .isEqualTo(2);
    assertThat(aggregate("after.csv", "after.tsv", "--account", "account.json", "--despite", "1"))
        .isZero();

    assertThat(shell.said()).contains("in a release without noise before (entries 1)");
    shell.release("account", "show", "account.json");
    assertThat(shell.answered())
        .contains(
            "aggregate of everybody: without noise, of 10 people or more",
            "CAN BE SUBTRACTED, unless somebody made sure, from entries 1");
  }

  /// The newcomer is the only one in the west: the draft of the second month knows it, and no noise
  /// hides it. Reports tell nothing of how many values there are; rows that have it would.
  @Test
  void of_two_drafts_a_value_that_is_new_is_the_new_persons_and_an_account_refuses_drafts()
      throws IOException {
    shell.write("after.csv", shell.read("before.csv") + "f,west,farm\n");
    for (String month : List.of("before", "after")) {
      shell.release("codebook", month + ".csv", "--out", month + ".json");
      assertThat(synth(month, month)).isZero();
    }
    assertThat(shell.read("before.json")).doesNotContain("west");
    assertThat(shell.read("after.json")).contains("west");
    assertThat(shell.read("after/privacy-report.json")).doesNotContain("\"cells\"");
    String account = shell.read("account.json");

    for (String month : List.of("before", "after")) {
      assertThat(synth(month, "booked", "--account", "account.json")).isEqualTo(3);
      assertThat(shell.said())
          .contains("READ OFF the list", "more than is booked", "\"domains\": \"PUBLIC\"");
    }
    assertThat(shell.file("booked")).doesNotExist();
    assertThat(shell.read("account.json")).isEqualTo(account);

    String agreed = shell.read("before.json").replace("READ_OFF", "PUBLIC");
    shell.write("before.json", agreed.replace("\"south\"", "\"south\", \"west\", \"east\""));
    shell.write("after.json", shell.read("before.json"));
    assertThat(synth("before", "first", "--account", "account.json")).isZero();
    assertThat(synth("after", "second", "--account", "account.json")).isZero();
    assertThat(regions("first")).isEqualTo("5").isEqualTo(regions("second"));
  }

  private int synth(String month, String out, Object... more) {
    return command(
        more,
        "synth",
        month + ".csv",
        "--codebook",
        month + ".json",
        "--epsilon=0.5",
        "--out",
        folder.resolve(out));
  }

  /// How many values of a region there are, an empty cell among them, as a report tells it.
  private String regions(String out) throws IOException {
    Matcher found =
        Pattern.compile("\\[\"region\"\\][^}]*?\"cells\": (\\d+)")
            .matcher(shell.read(out + "/privacy-report.json"));
    assertThat(found.find()).isTrue();
    return found.group(1);
  }

  /// With noise, what rises is by lot: the new person's row in about half of twelve releases, and
  /// so does every other.
  @Test
  void with_noise_what_rises_is_by_lot() throws IOException {
    shell.release("codebook", "before.csv", "--out", "c.json");
    Map<String, Long> rose = new HashMap<>();
    for (int run = 0; run < 12; run++) {
      Map<String, Integer> before = noisy("before.csv", "before" + run);
      noisy("after.csv", "after" + run)
          .forEach(
              (row, count) -> {
                if (count > before.getOrDefault(row, 0)) {
                  rose.merge(row, 1L, Long::sum);
                }
              });
    }

    long ofNewPerson = Optional.ofNullable(rose.remove(NEW_PERSON)).orElse(0L);
    assertThat(rose).hasSize(11);
    assertThat(ofNewPerson).isBetween(2L, 10L);
  }

  private Map<String, Integer> noisy(String list, String out) throws IOException {
    shell.release(
        "synth",
        list,
        "--codebook",
        "c.json",
        "--epsilon",
        "0.5",
        "--test-seed",
        Integer.toString(out.hashCode()),
        "--out",
        folder.resolve(out));
    Map<String, Integer> counts = new HashMap<>();
    List<String> lines = Files.readAllLines(folder.resolve(out).resolve("synthetic.csv"));
    for (String line : lines.subList(1, lines.size())) {
      List<String> cells = List.of(line.split(",", -1)).subList(0, 3);
      if (!cells.contains("")) {
        counts.merge(String.join(",", cells), 1, Integer::sum);
      }
    }
    return counts;
  }
}
