package org.clew.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Runs every command once on a made-up list, and linking on a long one. The launcher does so after
/// a build, so that the machine remembers which classes a start needs and how the loops of linking
/// run, and later starts are quick. It remembers that of each command by itself: what another runs
/// often is not worth a compiler.
final class Rehearsal {

  private static final int PEOPLE = 40;

  /// So many that all loops of linking are worth the second compiler.
  private static final int ROWS = 300_000;

  /// So many that all that reads a list to be matched is worth a compiler.
  private static final int MATCHED_ROWS = 2000;

  private static final int CASES = 200;
  private static final List<String> MEMBERS = List.of("one", "two", "three");

  private final Path folder;

  private Rehearsal(Path folder) {
    this.folder = folder;
  }

  /// Runs a command in every way, in a folder.
  ///
  /// @param words a folder that is there and empty, and `link`, `match` or `release`
  public static void main(String[] words) throws IOException {
    var rehearsal = new Rehearsal(Path.of(words[0]));
    rehearsal.list();
    switch (words[1]) {
      case "link" -> rehearsal.link();
      case "match" -> {
        rehearsal.readMatched();
        rehearsal.match();
      }
      case "release" -> rehearsal.release();
      default -> throw new IllegalArgumentException("nothing is rehearsed of " + words[1]);
    }
  }

  private void list() throws IOException {
    var list = new StringBuilder("name,birth date,phone,e-mail\n");
    for (int i = 0; i < PEOPLE; i++) {
      list.append(
          String.format(
              Locale.ROOT,
              "Amina K%s,1990-02-%02d,07700 900%03d,a%d@example.org\n",
              "abcdefghij".substring(i % 10),
              i % 28 + 1,
              i,
              i));
    }
    Files.writeString(folder.resolve("list"), list);
  }

  /// Reads a long list; to mask as many keys would take as long as all the rest.
  private void readMatched() throws IOException {
    Path people = folder.resolve("people");
    Files.writeString(people, RehearsedPeople.list(MATCHED_ROWS));
    var options = Arguments.read(List.of("--region", "GB"), MatchList.VALUED, MatchList.FLAGS);
    MatchList.set(people, options, unheard(OutputStream.nullOutputStream()));
  }

  /// With one thread: two that count how often a loop runs lose count, and it seems of little
  /// worth.
  private void link() throws IOException {
    Files.writeString(folder.resolve("people"), RehearsedPeople.list(ROWS));
    call("link", "dedupe", at("people"), "--threads", "1", "--out", at("linked"));
    call("link", "dedupe", at("list"), "--region", "GB", "--out", at("out"));
    call("link", "texts", at("list"), "--text", "phone", "--region", "GB", "--out", at("texts"));
    call(
        "link",
        "dedupe",
        at("list"),
        "--region",
        "GB",
        "--out",
        at("out"),
        "--report",
        at("report"),
        "--review",
        at("review"),
        "--model",
        at("model"));
  }

  private void release() throws IOException {
    call("release", "risk", at("list"), "--quasi", "birth date,phone", "--sensitive", "name");
    call(
        "release",
        "kanon",
        "generalise",
        at("list"),
        "--quasi",
        "birth date",
        "--k",
        "2",
        "--suppress",
        "0.5",
        "--out",
        at("coarse"));
    call("release", "cells", at("list"), "--by", "birth date", "--out", at("cells"));
    releaseCases();
  }

  private void match() {
    call("match", "offer", at("list"), "--out", at("offer"), "--state", at("a"), "--region", "GB");
    call("match", "respond", at("list"), at("offer"), "--out", at("response"), "--state", at("b"));
    call("match", "finish", at("response"), "--out", at("result"), "--state", at("a"));
    call("match", "finish", at("result"), "--state", at("b"));
    call("match", "reveal", "--out", at("consent"), "--state", at("a"));
    call("match", "reveal", at("consent"), "--out", at("opening"), "--state", at("b"));
    call(
        "match",
        "reveal",
        at("opening"),
        "--rows",
        at("rows"),
        "--out",
        at("o"),
        "--state",
        at("a"));
  }

  private void releaseCases() throws IOException {
    var cases = new StringBuilder("sex,region,form\n");
    for (int i = 0; i < CASES; i++) {
      cases.append("%s,%d,%s\n".formatted(i % 3 == 0 ? "m" : "f", i % 7, i % 2 == 0 ? "1" : ""));
    }
    Files.writeString(folder.resolve("cases"), cases);
    call("release", "codebook", at("cases"), "--out", at("codebook"));
    call("release", "aggregate", at("cases"), "--out", at("counts"));
    call(
        "release",
        "synth",
        at("cases"),
        "--codebook",
        at("codebook"),
        "--epsilon",
        "1",
        "--out",
        at("release"));
    call(
        "release",
        "kanon",
        "synth",
        at("cases"),
        "--codebook",
        at("codebook"),
        "--k",
        "2",
        "--out",
        at("rows of k"));
    federated();
  }

  private void federated() throws IOException {
    String agreed = Files.readString(folder.resolve("codebook")).replace("READ_OFF", "PUBLIC");
    Files.writeString(folder.resolve("agreed"), agreed);
    for (String name : MEMBERS) {
      call("release", "federated", "join", "--name", name, "--out", at(name), state(name));
    }
    var plan = new ArrayList<>(List.of("release", "federated", "plan"));
    MEMBERS.forEach(name -> plan.add(at(name)));
    plan.addAll(List.of("--epsilon", "1", "--most-organisations", "1", "--out", at("plan")));
    plan.addAll(List.of("--codebook", at("agreed")));
    call(plan.toArray(String[]::new));
    String fingerprint = InFile.fingerprint(Files.readAllBytes(folder.resolve("plan")));
    var total = new ArrayList<>(List.of("release", "federated", "total"));
    for (String name : MEMBERS) {
      var share = new ArrayList<>(List.of("release", "federated", "contribute", at("cases")));
      share.addAll(List.of("--plan", at("plan"), "--codebook", at("agreed"), state(name)));
      share.addAll(List.of("--fingerprint", fingerprint, "--out", at(name + " share")));
      call(share.toArray(String[]::new));
      total.add(at(name + " share"));
    }
    total.addAll(List.of("--plan", at("plan"), "--codebook", at("agreed"), "--out", at("total")));
    call(total.toArray(String[]::new));
  }

  private String state(String name) {
    return "--state=" + at("keys " + name);
  }

  private String at(String name) {
    return folder.resolve(name).toString();
  }

  private static Terminal unheard(OutputStream said) {
    var nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    return new Terminal(nowhere, new PrintStream(said, true, StandardCharsets.UTF_8), false);
  }

  private static void call(String... words) {
    var said = new ByteArrayOutputStream();
    int exit = Clew.run(List.of(words), unheard(said));
    if (exit != 0) {
      System.err.println(said.toString(StandardCharsets.UTF_8));
      System.exit(exit);
    }
  }
}
