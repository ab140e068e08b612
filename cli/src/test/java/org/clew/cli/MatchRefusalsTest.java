package org.clew.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What match refuses, and with which exit code.
class MatchRefusalsTest extends TwoSides {

  @Test
  void aMessageChangedCutOffOversizeOrMissing() throws IOException {
    exchange();
    byte[] result = Files.readAllBytes(at("result"));
    byte[] changed = result.clone();
    changed[300] ^= 4;
    Files.write(at("bad"), changed);
    finishRefused("changed on its way");
    Files.write(at("bad"), Arrays.copyOf(result, 1_000));
    finishRefused("cut off");
    Files.write(at("bad"), new byte[0]);
    finishRefused("no message");
    changed = result.clone();
    changed[8] = 9;
    Files.write(at("bad"), changed);
    finishRefused("version 9");
    try (var large = new RandomAccessFile(at("bad").toFile(), "rw")) {
      large.setLength((128L << 20) + 1);
    }
    finishRefused("larger");
    Files.delete(at("bad"));
    finishRefused("no file");
    assertThat(run("finish", at("result"), "--state", at("b"))).isZero();
  }

  private void finishRefused(String why) {
    assertThat(run("finish", at("bad"), "--state", at("b"))).isEqualTo(3);
    assertThat(said()).contains(why);
  }

  @Test
  void aMessageOfAnotherRunOrOneTwice() throws IOException {
    exchange();
    assertThat(offer("c", "offer-c")).isZero();
    assertThat(run("finish", at("response"), "--state", at("c"), "--out", at("x"))).isEqualTo(3);
    assertThat(said()).contains("another run");
    run("finish", at("result"), "--state", at("b"));
    assertThat(run("finish", at("result"), "--state", at("b"))).isEqualTo(3);
    assertThat(said()).contains("known already");
    run("abandon", "--state", at("b"));
    assertThat(respond("b", "offer", "x")).isEqualTo(3);
    assertThat(said()).contains("answered before");
    assertThat(at("x")).doesNotExist();
  }

  @Test
  void aListOfAHandfulOrOneThatGivesNothing() throws IOException {
    harbour =
        shell.write(
            "few.csv",
            "name,phone\n"
                + IntStream.range(0, 19)
                    .mapToObj(i -> "A B,+447700900%03d\n".formatted(i))
                    .collect(Collectors.joining()));
    assertThat(offer("a", "offer")).isEqualTo(3);
    assertThat(said()).contains("Only 19 rows");
    assertThat(at("offer")).doesNotExist();
    assertThat(at("a").toFile().list()).isEmpty();
  }

  @Test
  void columnsCalledLikeOurs() throws IOException {
    Files.writeString(harbour, Files.readString(harbour).replace("note", "matched_by"));
    assertThat(offer("a", "offer")).isEqualTo(3);
    assertThat(offer("a", "offer", "--rename")).isZero();
  }

  @Test
  void whatIsOutOfTurn() throws IOException {
    assertThat(run("finish", harbour, "--state", at("nowhere"))).isEqualTo(3);
    assertThat(offer("a", "offer")).isZero();
    assertThat(run("reveal", "--state", at("a"), "--out", at("x"))).isEqualTo(3);
    assertThat(said()).contains("How many match comes first");
    assertThat(run("finish", at("offer"), "--state", at("a"), "--out", at("x"))).isEqualTo(3);
    assertThat(said()).contains("Awaited is a response; this is an offer");
  }

  @Test
  void aPlaceThatCannotBeWrittenAndTheRunIsWhereItWas() throws IOException {
    assertThat(offer("a", "no/such/offer")).isEqualTo(3);
    assertThat(offer("a", "offer")).isZero();
    assertThat(respond("b", "offer", "no/such/response")).isEqualTo(3);
    assertThat(respond("b", "offer", "response")).isZero();
    assertThat(run("finish", at("response"), "--state", at("a"), "--out", at("no/such/result")))
        .isEqualTo(3);
    assertThat(run("finish", at("response"), "--state", at("a"), "--out", at("result"))).isZero();
  }

  @Test
  void toWriteOverTheInput() throws IOException {
    assertThat(offer("a", "harbour.csv")).isEqualTo(2);
    assertThat(Files.readString(harbour)).startsWith("case,");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "match",
        "match guess",
        "match offer",
        "match offer harbour.csv",
        "match offer harbour.csv --out o.clew",
        "match offer harbour.csv --state s",
        "match offer harbour.csv --out o.clew --state s --quota none",
        "match offer harbour.csv --out o.clew --state s --region Mars",
        "match respond harbour.csv --out r.clew --state s",
        "match finish --state s",
        "match status"
      })
  void usageIsToldWithExitCodeTwo(String words) {
    List<String> all = new ArrayList<>(List.of(words.split(" ", -1)));
    all.replaceAll(
        word ->
            word.contains("harbour")
                ? harbour.toString()
                : word.equals("s") || word.contains(".clew") ? at(word).toString() : word);
    assertThat(shell.run(all)).isEqualTo(2);
    assertThat(said()).isNotBlank();
  }
}
