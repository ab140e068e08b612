package org.clew.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/// What is refused, and how it is said.
class FederatedRefusalsTest extends ThreeLists {

  private void refused(int exit, String... sentences) {
    assertThat(exit).isEqualTo(3);
    assertThat(shell.said()).contains(sentences);
    assertThat(folder.resolve("out")).doesNotExist();
  }

  private List<String> answering(String fingerprint, String out) {
    return List.of(
        "release",
        "federated",
        "contribute",
        at("harbour.csv"),
        "--plan",
        at("plan.json"),
        "--codebook",
        at("c.json"),
        "--fingerprint",
        fingerprint,
        "--state",
        at("harbour"),
        "--out",
        at(out));
  }

  @Test
  void to_tell_a_number_while_somebody_is_missing() {
    plan();
    contribute("harbour");
    contribute("bridge");

    refused(total("harbour.clew", "bridge.clew"), "The contribution of The lantern is missing");
  }

  @Test
  void to_take_a_contribution_twice() {
    plan();
    contribute("harbour");

    refused(total("harbour.clew", "harbour.clew"), "two contributions of The harbour");
  }

  @Test
  void to_take_one_of_an_earlier_round() throws IOException {
    plan();
    contribute("harbour");
    Files.delete(folder.resolve("plan.json"));
    plan();

    refused(total("harbour.clew"), "another round");
  }

  @Test
  void to_answer_a_round_twice() throws IOException {
    plan();
    contribute("harbour");
    byte[] first = Files.readAllBytes(folder.resolve("harbour.clew"));

    assertThat(contribute("harbour", check("harbour"), "again.clew")).isEqualTo(3);
    assertThat(shell.said()).contains("a round is answered once");
    assertThat(folder.resolve("again.clew")).doesNotExist();

    assertThat(contribute("harbour", check("harbour"), "harbour.clew")).isEqualTo(3);
    assertThat(Files.readAllBytes(folder.resolve("harbour.clew"))).isEqualTo(first);
  }

  @Test
  void to_answer_a_round_twice_though_two_commands_do_so_at_once() throws Exception {
    for (int i = 0; i < 3; i++) {
      Files.deleteIfExists(folder.resolve("plan.json"));
      plan();
      String told = check("harbour");
      String ending = i + ".clew";
      var together = new CyclicBarrier(2);
      try (var commands = Executors.newVirtualThreadPerTaskExecutor()) {
        List<Future<Integer>> exits = new ArrayList<>();
        for (String out : List.of("one" + ending, "other" + ending)) {
          exits.add(
              commands.submit(
                  () -> {
                    together.await();
                    return new Shell(folder).run(answering(told, out));
                  }));
        }
        assertThat(List.of(exits.getFirst().get(), exits.getLast().get()))
            .containsExactlyInAnyOrder(0, 3);
      }
      assertThat(shell.names()).filteredOn(name -> name.endsWith(ending)).hasSize(1);
    }
    assertThat(folder.resolve("harbour/answered").toFile().list()).hasSize(3);
  }

  @Test
  void to_answer_a_round_again_that_was_answered_but_could_not_be_written() throws IOException {
    plan();
    String told = check("harbour");
    assertThat(shell.run(answering(told, "nowhere/harbour.clew"))).isEqualTo(3);
    assertThat(folder.resolve("harbour/answered")).isEmptyDirectory();
    assertThat(shell.run(answering(told, "harbour.clew"))).isZero();
    Files.delete(folder.resolve("harbour.clew"));

    assertThat(shell.run(answering(told, "harbour.clew"))).isEqualTo(3);
    assertThat(shell.said()).contains("a round is answered once");
  }

  @Test
  void to_answer_where_nobody_knows_any_more_what_was_answered() throws IOException {
    plan();
    String told = check("harbour");
    Files.delete(folder.resolve("harbour/answered"));

    assertThat(shell.run(answering(told, "harbour.clew"))).isEqualTo(3);
    assertThat(shell.said()).contains("which rounds were answered", "Join anew");
    Files.delete(folder.resolve("harbour.json"));
    assertThat(join("harbour")).isEqualTo(3);
    assertThat(folder.resolve("harbour/answered")).doesNotExist();
    assertThat(folder.resolve("harbour.clew")).doesNotExist();
  }

  @Test
  void to_answer_a_plan_whose_keys_somebody_exchanged() throws IOException {
    plan();
    String told = check("lantern");
    Files.delete(folder.resolve("plan.json"));
    Files.delete(folder.resolve("bridge.json"));
    shell.release(
        "federated", "join", "--name", "The bridge", "--out", "bridge.json", "--state", at("m"));
    plan();

    assertThat(contribute("harbour", told, "harbour.clew")).isEqualTo(3);
    assertThat(shell.said()).contains("not the one that the others have");
    assertThat(folder.resolve("harbour.clew")).doesNotExist();
  }

  @Test
  void to_answer_without_a_fingerprint_or_with_another() {
    plan();

    String right = check("harbour");
    String wrong = "0000 ".repeat(8).strip();
    assertThat(contribute("harbour", wrong, "harbour.clew")).isEqualTo(3);
    assertThat(shell.said()).contains("not the one that the others have").doesNotContain(right);
    assertThat(
            shell.release(
                "federated",
                "check",
                "plan.json",
                "--codebook",
                "c.json",
                "--fingerprint",
                wrong,
                "--state",
                at("harbour")))
        .isEqualTo(3);
    assertThat(shell.said() + shell.answered()).doesNotContain(right);
    int exit =
        shell.release(
            "federated",
            "contribute",
            "harbour.csv",
            "--plan",
            "plan.json",
            "--codebook",
            "c.json",
            "--state",
            at("harbour"),
            "--out",
            at("harbour.clew"));
    assertThat(exit).isEqualTo(2);
    assertThat(shell.said()).contains("by voice");
  }

  @Test
  void to_answer_for_somebody_who_is_not_in_the_plan() {
    plan();
    join("outsider");
    String told = check("harbour");
    assertThat(
            shell.release(
                "federated",
                "contribute",
                "harbour.csv",
                "--plan",
                "plan.json",
                "--codebook",
                "c.json",
                "--fingerprint",
                told,
                "--state",
                at("outsider"),
                "--out",
                at("o.clew")))
        .isEqualTo(3);
    assertThat(shell.said()).contains("own key is not in the plan");
  }

  @Test
  void to_answer_with_lost_keys() throws IOException {
    plan();
    String told = check("harbour");
    Files.delete(folder.resolve("harbour/keys"));

    assertThat(contribute("harbour", told, "harbour.clew")).isEqualTo(3);
    assertThat(shell.said()).contains("join anew");
  }

  @Test
  void to_count_under_another_codebook() throws IOException {
    plan();
    String told = check("harbour");
    shell.write("c.json", shell.read("c.json").replace("\"QAT\"", "\"QAT\", \"USA\""));

    assertThat(contribute("harbour", told, "harbour.clew")).isEqualTo(3);
    assertThat(shell.said()).contains("another codebook");
  }

  @Test
  void to_count_a_handful_of_people_and_says_early_how_many_there_must_be() throws IOException {
    plan();
    shell.write("harbour.csv", "name,sex,place,work\n" + "Amina,f,NPL,farm\n".repeat(9));
    assertThat(contribute("harbour")).isEqualTo(3);
    assertThat(shell.said()).contains("fewer than 10 people");
    assertThat(folder.resolve("harbour.clew")).doesNotExist();

    shell.write("harbour.csv", "name,sex,place,work\n" + "Amina,f,NPL,farm\n".repeat(10));
    assertThat(contribute("harbour")).isZero();
    assertThat(shell.said()).contains("100 people on all lists together");
  }

  @Test
  void to_take_options_that_have_no_effect() {
    plan();
    assertThat(contribute("harbour", check("harbour"), "harbour.clew", "--delta", "0.1"))
        .isEqualTo(2);
    assertThat(shell.said()).contains("contribute takes no --delta");
    assertThat(folder.resolve("harbour/answered")).isEmptyDirectory();
    assertThat(plan("--epsilon", "1", "--most-organisations", "1", "--longest", "2")).isEqualTo(2);
  }

  @Test
  void to_count_a_list_that_is_not_as_the_codebook_says() throws IOException {
    plan();
    shell.write("harbour.csv", "name,sex,place,work\nAmina,f,ATL,farm\n");

    assertThat(contribute("harbour")).isEqualTo(3);
    assertThat(shell.said()).contains("harbour.csv", "line 2").doesNotContain("ATL", "Amina");
    assertThat(folder.resolve("harbour.clew")).doesNotExist();
    assertThat(folder.resolve("harbour/answered")).isEmptyDirectory();
  }

  @Test
  void to_plan_for_two_or_twice_for_one_or_with_a_draft() throws IOException {
    assertThat(
            shell.release(
                "federated",
                "plan",
                "harbour.json",
                "lantern.json",
                "--codebook",
                "c.json",
                "--epsilon",
                "1",
                "--most-organisations",
                "1",
                "--out",
                "plan.json"))
        .isEqualTo(3);
    assertThat(shell.said()).contains("3 members at least");

    shell.write("bridge.json", shell.read("lantern.json"));
    assertThat(plan()).isEqualTo(3);
    assertThat(shell.said()).contains("Two members have one name");

    shell.write("c.json", shell.read("c.json").replace("PUBLIC", "READ_OFF"));
    assertThat(plan()).isEqualTo(3);
    assertThat(shell.said()).contains("everybody knows");
    assertThat(folder.resolve("plan.json")).doesNotExist();
  }

  @Test
  void to_plan_without_a_word_on_people_in_several_lists() {
    assertThat(plan("--epsilon", "1")).isEqualTo(2);
    assertThat(shell.said()).contains("--most-organisations");
    assertThat(plan("--epsilon", "0", "--most-organisations", "1")).isEqualTo(2);
    assertThat(plan("--epsilon", "50", "--most-organisations", "1")).isEqualTo(2);
    assertThat(plan("--epsilon", "1", "--most-organisations", "4")).isEqualTo(3);
    assertThat(plan("--epsilon", "1", "--most-organisations", "1", "--honest", "3")).isEqualTo(3);
  }

  @Test
  void to_take_a_file_of_another_kind() throws IOException {
    plan();
    shell.write("a.clew", "name,sex\n");
    refused(total("a.clew"), "a.clew", "no contribution");
    Files.write(folder.resolve("a.clew"), new byte[1 << 20]);
    refused(total("a.clew"), "larger than any contribution");
    refused(total("nowhere.clew"), "There is no file");
    shell.write("plan.json", shell.read("c.json"));
    refused(total("a.clew"), "plan.json");
  }

  @Test
  void to_go_on_when_somebody_stopped_it() {
    plan();
    String told = check("harbour");
    List<String> words = answering(told, "harbour.clew");

    assertThat(shell.stopped(words)).isEqualTo(4);
    assertThat(folder.resolve("harbour.clew")).doesNotExist();
    assertThat(shell.run(words)).isZero();
  }
}
