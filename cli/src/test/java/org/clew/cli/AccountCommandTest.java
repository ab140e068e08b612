package org.clew.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccountCommandTest {

  @TempDir private Path folder;
  private Shell shell = new Shell(Path.of(""));

  @BeforeEach
  void writeTheLists() throws IOException {
    shell = new Shell(folder);
    shell.write("all.csv", list(2023, 2024));
    shell.write("2023.csv", list(2023));
    shell.write("2024.csv", list(2024));
    shell.write("c.json", CODEBOOK);
  }

  private static final String CODEBOOK =
      """
      {"clew_codebook": 1, "domains": "PUBLIC", "person": null, "columns": [
        {"name": "year", "values": ["2022", "2023", "2024", "2025"]},
        {"name": "sex", "values": ["f", "m"]},
        {"name": "place", "values": ["NPL", "QAT"]}]}
      """;

  /// Two hundred people a year.
  private static String list(int... years) {
    var list = new StringBuilder("year,sex,place\n");
    for (int year : years) {
      for (int i = 0; i < 200; i++) {
        list.append(
            "%d,%s,%s\n".formatted(year, i % 3 == 0 ? "m" : "f", i % 5 < 2 ? "NPL" : "QAT"));
      }
    }
    return list.toString();
  }

  private int open(Object... more) {
    return account("open", more);
  }

  private int account(String doing, Object... more) {
    var words = new ArrayList<Object>(List.of("account", doing, "account.json"));
    words.addAll(List.of(more));
    return shell.release(words.toArray());
  }

  private int synth(String list, String out, String epsilon, Object... more) {
    var words =
        new ArrayList<Object>(
            List.of("synth", list, "--codebook", "c.json", "--account", "account.json"));
    words.addAll(List.of("--epsilon", epsilon, "--out", folder.resolve(out).toString()));
    words.addAll(List.of(more));
    return shell.release(words.toArray());
  }

  @Test
  void releases_of_the_same_people_add_up_until_one_is_refused_with_what_still_fits()
      throws IOException {
    open("--epsilon", "2");

    assertThat(synth("all.csv", "first", "1")).isZero();
    assertThat(shell.said())
        .contains("as entry 1", "came to epsilon 0.00; now it is 1.00", "may still be told");
    assertThat(synth("all.csv", "second", "1")).isZero();
    assertThat(shell.said()).contains("came to epsilon 1.00; now it is 1.4");
    assertThat(synth("all.csv", "third", "2")).isEqualTo(3);

    assertThat(shell.said()).contains("Refused", "epsilon 1.3", "would still fit");
    assertThat(shell.file("third")).doesNotExist();
    assertThat(shell.read("second/privacy-report.json"))
        .contains("\"account\": {", "\"entry\": 3", "\"epsilon_told\": 1.4");
    assertThat(shell.read("second/privacy-report.html"))
        .contains("What was told of the same people before", "Before this release");
  }

  @Test
  void releases_of_new_registrations_do_not_add_up() {
    open("--epsilon", "1", "--by", "year");

    assertThat(synth("2023.csv", "first", "1", "--slice", "year=2023")).isZero();
    assertThat(synth("2024.csv", "second", "1", "--slice", "year=2024")).isZero();
    assertThat(synth("all.csv", "third", "0.1")).isEqualTo(3);
    assertThat(synth("2024.csv", "third", "0.1", "--slice", "year=2024")).isEqualTo(3);

    account("show");
    assertThat(shell.answered())
        .contains(
            "People are divided by \"year\"",
            "   1  ",
            "synth of 2023: epsilon 1,",
            "   2  ",
            "entry 1 was written",
            "   3  ",
            "entry 3 was written",
            "Of 2023, 2024: epsilon 1.00 was told with noise; no release with noise fits any more.",
            "Of all others: epsilon 0.00 was told with noise; a release of epsilon 1 (delta 0.0000001)");
    assertThat(shell.said()).contains("registered twice", "An older copy");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          all.csv  | year=2023      | outside the slice
          2023.csv | year=2024      | outside the slice
          2023.csv | year=2031      | does not know "2031"
          2023.csv | year=          | 1 to 200 visible characters
          2023.csv | sex=f          | divides people by "year"
          2023.csv | nation=NPL     | divides people by "year"
          2023.csv | 2023           | takes a column and values
          none.csv | year=2023      | no column "year"
          """)
  void a_list_that_is_not_of_the_slice_is_refused_without_telling_how_many(
      String list, String slice, String why) throws IOException {
    shell.write("none.csv", "sex,place\nf,NPL\n");
    open("--epsilon", "1", "--by", "year");
    String before = shell.read("account.json");

    assertThat(synth(list, "out", "1", "--slice", slice)).isBetween(2, 3);

    assertThat(shell.said()).contains(why).doesNotContain("200 rows", "line");
    assertThat(shell.file("out")).doesNotExist();
    assertThat(shell.read("account.json")).isEqualTo(before);
  }

  @Test
  void what_cannot_be_released_is_not_booked() throws IOException {
    open("--epsilon", "1");
    String before = shell.read("account.json");
    shell.write("few.csv", "year,sex,place\n2023,f,NPL\n");

    assertThat(synth("few.csv", "out", "1")).isEqualTo(3);
    assertThat(shell.said()).contains("fewer than 100 people");
    assertThat(synth("all.csv", "nowhere/out", "1")).isEqualTo(3);
    assertThat(shell.said()).contains("cannot be made");
    assertThat(synth("all.csv", "out", "1", "--test-seed", "1")).isEqualTo(2);
    assertThat(shell.said()).contains("hides nobody");

    assertThat(shell.read("account.json")).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                            | breaks off
          {"clew_codebook": 1}          | no account
          {"clew_account": 9}           | another version
          sex,place                     | not JSON
          """)
  void a_file_that_is_no_account_refuses_every_release(String text, String why) throws IOException {
    shell.write("account.json", text);

    assertThat(synth("all.csv", "out", "1")).isEqualTo(3);
    assertThat(shell.said()).contains(why);
    assertThat(account("show")).isEqualTo(3);
    assertThat(shell.file("out")).doesNotExist();
  }

  @Test
  void an_account_changed_by_hand_refuses_every_release() throws IOException {
    open("--epsilon", "1");
    synth("all.csv", "first", "1");
    String whole = shell.read("account.json");

    for (String changed :
        List.of(
            whole.replace("\"epsilon\": 1,", "\"epsilon\": 9,"),
            whole.replaceFirst("\"rho\": 0.0", "\"rho\": 0.00"),
            whole.substring(0, whole.length() / 2),
            whole + " ",
            whole.replace("\"told\": \"synth\"", "\"told\": \"cells\""))) {
      assertThat(changed).isNotEqualTo(whole);
      shell.write("account.json", changed);

      assertThat(synth("all.csv", "out", "0.1")).isEqualTo(3);
      assertThat(shell.said()).contains("broken");
      assertThat(shell.file("out")).doesNotExist();
    }
  }

  @Test
  void an_older_copy_is_found_out_by_a_later_report_and_by_nothing_else() throws IOException {
    open("--epsilon", "1");
    String older = shell.read("account.json");
    synth("all.csv", "first", "1");
    assertThat(account("show", "--report=first/privacy-report.json")).isZero();
    assertThat(shell.answered()).contains("is entry 1 of this account");

    shell.write("account.json", older);

    assertThat(account("show")).isZero();
    assertThat(account("show", "--report=first/privacy-report.json")).isEqualTo(3);
    assertThat(shell.said()).contains("an older copy");
    assertThat(account("show", "--report=c.json")).isEqualTo(3);
  }

  @Test
  void a_report_that_was_changed_by_hand_is_found_out() throws IOException {
    open("--epsilon", "4");
    assertThat(synth("all.csv", "out", "3")).isZero();
    assertThat(account("show", "--report=out/privacy-report.json")).isZero();
    assertThat(shell.answered()).contains("entry 1 of this account, as it was written");
    String report = shell.read("out/privacy-report.json");

    for (String changed :
        List.of(report.replace("\"epsilon\": 3", "\"epsilon\": 0.1"), report + "\n")) {
      shell.write("changed.json", changed);

      assertThat(account("show", "--report=changed.json")).isEqualTo(3);
      assertThat(shell.said()).contains("CHANGED since it was written");
      assertThat(shell.answered()).isEmpty();
    }
  }

  @Test
  void the_report_of_each_tier_is_known_as_it_was_written() {
    open("--epsilon", "4");
    assertThat(
            shell.release(
                "synth",
                "all.csv",
                "--codebook=c.json",
                "--account=account.json",
                "--tiers=public=1,vetted=4",
                "--out",
                folder.resolve("out").toString()))
        .isZero();

    for (String tier : List.of("public", "vetted")) {
      assertThat(account("show", "--report=out/" + tier + "/privacy-report.json")).isZero();
      assertThat(shell.answered()).contains("entry 1 of this account, as it was written");
    }
  }

  @Test
  void an_account_is_one_file_and_neither_a_folder_nor_a_link() throws IOException {
    open("--epsilon", "1");
    Files.createSymbolicLink(shell.file("link.json"), shell.file("account.json"));
    Files.createDirectory(shell.file("folder.json"));

    for (String place : List.of("link.json", "folder.json", "none.json")) {
      assertThat(shell.release("account", "show", place)).as(place).isEqualTo(3);
    }
    assertThat(shell.release("account", "open", "link.json", "--epsilon", "1")).isEqualTo(3);
    assertThat(shell.release("account", "open", "folder.json", "--epsilon", "1")).isEqualTo(3);
    assertThat(open("--epsilon", "9")).isEqualTo(3);
    assertThat(shell.said()).contains("is not written over");
  }

  @ParameterizedTest
  @CsvSource({
    "--epsilon=-1",
    "--epsilon=0",
    "--epsilon=NaN",
    "--epsilon=Infinity",
    "--epsilon=much",
    "--delta=0.1 --epsilon=1",
    "--delta=-1 --epsilon=1",
    "--delta=0.002 --epsilon=1",
    "--delta=1e-6",
    "--epsilon=1 --by=year --person=year",
    "--epsilon=1 --by="
  })
  void a_limit_that_means_nothing_opens_nothing(String words) {
    assertThat(open((Object[]) words.split(" ", -1))).isEqualTo(2);

    assertThat(shell.file("account.json")).doesNotExist();
  }

  @Test
  void of_a_delta_larger_than_usual_it_is_said_how_many_people_it_is_for() {
    assertThat(open("--epsilon", "1", "--delta", "0.00001")).isZero();

    assertThat(shell.said()).contains("Delta 0.00001 is small enough for 10,000 people in all");
  }

  @Test
  void where_people_have_several_rows_tables_of_rows_are_refused() throws IOException {
    open("--epsilon", "1", "--person", "sex");

    assertThat(synth("all.csv", "out", "1")).isEqualTo(3);
    assertThat(shell.said()).contains("one row of a list", "all rows with the same \"sex\"");
    assertThat(
            shell.release(
                "cells", "all.csv", "--by=place", "--out=t.csv", "--account=account.json"))
        .isEqualTo(3);
    assertThat(shell.said())
        .contains(
            "each row is counted as a person", "people with several rows", "the same \"sex\"");
    assertThat(shell.file("t.csv")).doesNotExist();
    assertThat(
            shell.release(
                "cells",
                "all.csv",
                "--by=place",
                "--person=sex",
                "--out=t.csv",
                "--account=account.json"))
        .isZero();
    assertThat(shell.said()).contains("400 rows of 2 people, by \"sex\"", "as entry 1");
  }

  /// Whoever has rows in two slices is told of in both.
  @Test
  void where_people_have_several_rows_those_of_one_are_in_one_slice() throws IOException {
    shell.write("c.json", CODEBOOK.replace("\"person\": null", "\"person\": \"case\""));
    var list = new StringBuilder("case,year,sex,place\n");
    for (int i = 0; i < 400; i++) {
      list.append("%d,%s,f,NPL\n".formatted(i / 2, i < 200 ? "2023" : "2024"));
    }
    shell.write("apart.csv", list.toString());
    shell.write("across.csv", list + "0,2024,f,NPL\n");
    assertThat(open("--epsilon", "1", "--by", "year", "--person", "case")).isZero();
    assertThat(shell.answered()).contains("TWO LISTS ARE NOT COMPARED");
    String before = shell.read("account.json");

    assertThat(synth("across.csv", "out", "1", "--slice", "year=2023,2024")).isEqualTo(3);
    assertThat(shell.said())
        .contains("across.csv has rows of one person with different values of \"year\"");
    assertThat(synth("across.csv", "out", "1")).isEqualTo(3);
    assertThat(shell.read("account.json")).isEqualTo(before);
    assertThat(shell.file("out")).doesNotExist();

    assertThat(synth("apart.csv", "out", "1", "--slice", "year=2023,2024")).isZero();
    assertThat(shell.said()).contains("has rows with another \"year\" in another list");
  }

  @Test
  void a_row_of_nobody_is_refused_where_rows_are_counted() throws IOException {
    open("--epsilon", "1", "--person", "sex");
    shell.write("nobody.csv", "sex,place\n,QAT\n");

    assertThat(
            shell.release(
                "cells", "nobody.csv", "--by=place", "--out=t.csv", "--account=account.json"))
        .isEqualTo(3);
    assertThat(shell.said()).contains("a row with nothing under \"sex\"");
  }

  @Test
  void a_release_with_noise_names_nothing_that_it_could_be_subtracted_from() throws IOException {
    open("--epsilon", "1");
    String before = shell.read("account.json");

    assertThat(synth("all.csv", "out", "1", "--despite", "3")).isEqualTo(3);

    assertThat(shell.said()).contains("leave out --despite");
    assertThat(shell.read("account.json")).isEqualTo(before);
    assertThat(shell.file("out")).doesNotExist();
  }

  @Test
  void options_of_an_account_need_one() {
    assertThat(shell.release("cells", "all.csv", "--by=sex", "--out=t.csv", "--slice=year=2023"))
        .isEqualTo(2);
    assertThat(shell.release("account")).isEqualTo(2);
    assertThat(shell.release("account", "close", "account.json")).isEqualTo(2);
    assertThat(shell.release("account", "open", "account.json")).isEqualTo(2);
  }

  @Test
  void the_account_is_not_written_over_by_what_is_released() throws IOException {
    open("--epsilon", "1");
    String before = shell.read("account.json");

    assertThat(
            shell.release(
                "cells", "all.csv", "--by=sex", "--out=account.json", "--account=account.json"))
        .isEqualTo(2);
    assertThat(shell.read("account.json")).isEqualTo(before);
  }
}
