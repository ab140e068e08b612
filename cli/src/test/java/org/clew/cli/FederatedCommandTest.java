package org.clew.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class FederatedCommandTest extends ThreeLists {

  @Test
  void three_lists_become_one_release_whose_counts_are_those_of_all_within_noise()
      throws IOException {
    assertThat(plan()).isZero();
    for (String member : MEMBERS) {
      assertThat(contribute(member)).as(shell.said()).isZero();
      assertThat(shell.said()).contains("counts as told");
    }

    assertThat(total("harbour.clew", "lantern.clew", "bridge.clew")).as(shell.said()).isZero();

    Map<String, Long> told = new TreeMap<>();
    written("aggregates.tsv")
        .lines()
        .map(line -> line.split("\t", -1))
        .filter(cells -> !cells[0].equals("selections"))
        .forEach(cells -> told.put(cells[0], Long.parseLong(cells[1])));
    assertThat(told.get("record_count")).isBetween(1_440L, 1_560L);
    assertThat(pooled).hasSizeGreaterThan(8);
    pooled.forEach(
        (selections, count) ->
            assertThat(told.get(selections)).as(selections).isBetween(count - 70L, count + 70L));
    assertThat(written("synthetic.csv")).startsWith("sex,place,work\r\n").doesNotContain("Person");
    assertThat(written("privacy-report.json"))
        .contains("\"organisations\": 3", "\"epsilon\": 4", "\"warnings\": []");
    assertThat(written("privacy-report.html")).contains("3 lists that nobody has together");
  }

  @Test
  void what_a_member_sends_and_what_is_told_of_it_has_no_count_in_it() throws IOException {
    plan();
    contribute("harbour");

    byte[] sent = Files.readAllBytes(folder.resolve("harbour.clew"));
    assertThat(new String(sent, StandardCharsets.ISO_8859_1)).doesNotContain("Person", "NPL");
    // As a number by itself: a name of a folder or a fingerprint may have these digits in it.
    assertThat(shell.said() + shell.answered())
        .doesNotContainPattern("\\b400\\b")
        .doesNotContain("Person", "NPL");
  }

  @Test
  void only_the_owner_may_read_the_keys() throws IOException {
    assertThat(
            PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("harbour"))))
        .isEqualTo("rwx------");
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(folder.resolve("harbour/keys"))))
        .isEqualTo("rw-------");
    assertThat(shell.read("harbour.json"))
        .doesNotContain(
            Files.readString(folder.resolve("harbour/keys"))
                .lines()
                .toList()
                .get(1)
                .split(" ", -1)[1]);

    Files.setPosixFilePermissions(
        folder.resolve("harbour/keys"), PosixFilePermissions.fromString("rw-r--r--"));
    plan();
    assertThat(
            shell.release(
                "federated",
                "check",
                "plan.json",
                "--codebook",
                "c.json",
                "--state",
                at("harbour")))
        .isEqualTo(3);
    assertThat(shell.said()).contains("chmod 600");
  }

  @Test
  void who_joins_again_hands_out_the_same_keys() throws IOException {
    Files.move(folder.resolve("harbour.json"), folder.resolve("before.json"));

    assertThat(join("harbour")).isZero();

    assertThat(shell.read("harbour.json")).isEqualTo(shell.read("before.json"));
  }

  @Test
  void a_round_that_came_to_nothing_counts_as_told_and_the_next_comes_on_top() throws IOException {
    shell.release("account", "open", at("account"), "--epsilon", "7");
    plan();
    contribute("harbour", check("harbour"), "harbour.clew", "--account", at("account"));
    contribute("bridge");

    assertThat(total("harbour.clew", "bridge.clew")).isEqualTo(3);
    assertThat(shell.said())
        .contains("The lantern is missing", "counts as told", "in the next comes on top");
    Files.delete(folder.resolve("plan.json"));
    plan();
    assertThat(contribute("harbour", check("harbour"), "again.clew", "--account", at("account")))
        .as(shell.said())
        .isZero();

    shell.release("account", "show", at("account"));
    assertThat(shell.answered())
        .containsPattern("(?s) 1  .*federated of everybody.* 3  .*federated of everybody")
        .doesNotContain("epsilon 4.00 was told");
  }

  @Test
  void each_member_books_what_its_own_people_pay() throws IOException {
    shell.release("account", "open", at("account"), "--epsilon", "5");
    plan();

    assertThat(contribute("harbour", check("harbour"), "harbour.clew", "--account", at("account")))
        .as(shell.said())
        .isZero();

    assertThat(shell.said()).contains("Booked in");
    assertThat(shell.release("account", "show", at("account"))).isZero();
    assertThat(shell.answered()).contains("federated");
    Files.delete(folder.resolve("plan.json"));
    plan();
    assertThat(contribute("harbour", check("harbour"), "again.clew", "--account", at("account")))
        .isEqualTo(3);
    assertThat(folder.resolve("again.clew")).doesNotExist();
  }

  @Test
  void tables_can_be_named() throws IOException {
    shell.write("tables.txt", "sex;place\n\n place ; work ;sex\n");

    assertThat(plan("--epsilon", "4", "--most-organisations", "2", "--tables", at("tables.txt")))
        .as(shell.said())
        .isZero();

    assertThat(shell.answered())
        .contains("1 pair of columns", "1 triple of columns", "in 2 of the 3 lists");
    assertThat(shell.read("plan.json")).contains("\"most_organisations\": 2");
    Files.delete(folder.resolve("plan.json"));
    shell.write("tables.txt", "sex;name\n");
    assertThat(plan("--epsilon", "4", "--most-organisations", "2", "--tables", at("tables.txt")))
        .isEqualTo(3);
    assertThat(shell.said()).contains("no column \"name\"");
  }

  @Test
  void words_that_say_nothing_are_answered_with_what_there_is() {
    assertThat(shell.release("federated")).isEqualTo(2);
    assertThat(shell.release("federated", "sum")).isEqualTo(2);
    assertThat(shell.said().toLowerCase(Locale.ROOT)).contains("join, plan, check");
  }
}
