package org.clew.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// Two organisations, a list each, and files that go to and fro. Of the harbour's 42 people the
/// shelter knows ten: five by phone, three by e-mail, and two by a name that was written otherwise.
abstract class TwoSides {

  @TempDir private Path folder;
  Path harbour = Path.of("");
  Path shelter = Path.of("");
  Shell shell = new Shell(Path.of(""));

  @BeforeEach
  void writeTheLists() throws IOException {
    shell = new Shell(folder);
    var ours = new StringBuilder("case,name,born,phone,email,note\n");
    var theirs = new StringBuilder("Full name;Date of birth;Telephone;E-mail\n");
    for (int i = 0; i < 40; i++) {
      ours.append(
          String.format(
              Locale.ROOT,
              "H%d,Person Number%s,1990-01-%02d,07700 900%03d,p%d@example.org,\"a, note\"\n",
              i,
              letters(i),
              i % 28 + 1,
              i,
              i));
    }
    ours.append("H40,Amina Haddad,1991-02-03,,,\nH41,محمد الأحمد,1985-04-05,,,\n");
    for (int i = 0; i < 30; i++) {
      String phone = i < 5 ? "+44 7700 900%03d".formatted(i) : "+44 7700 901%03d".formatted(i);
      String email =
          i >= 5 && i < 8 ? "P%d@Example.org".formatted(i) : "x%d@example.net".formatted(i);
      theirs.append(
          "Somebody %s;%d-05-06;%s;%s\n".formatted(letters(i + 50), 1960 + i, phone, email));
    }
    theirs.append("HADAD Amina;03/02/1991;;\nMohammed Ahmad;05.04.1985;;\n");
    harbour = shell.write("harbour.csv", ours.toString());
    shelter = shell.write("shelter.csv", theirs.toString());
  }

  /// A name of its own for each number.
  private static String letters(int number) {
    return ""
        + (char) ('a' + number % 26)
        + (char) ('k' + number / 26)
        + "ar"
        + (char) ('b' + number % 13);
  }

  int known() {
    return run(
        "reveal",
        at("opening-b"),
        "--state",
        at("a"),
        "--rows",
        at("rows-a"),
        "--out",
        at("opening-a"));
  }

  /// Offer, response, and the offerer's finish.
  void exchange() {
    assertThat(offer("a", "offer")).isZero();
    assertThat(respond("b", "offer", "response")).isZero();
    assertThat(run("finish", at("response"), "--state", at("a"), "--out", at("result"))).isZero();
    assertThat(answered()).contains("10 of your records are among theirs; 10 of theirs");
  }

  void wholeRun() {
    exchange();
    assertThat(run("finish", at("result"), "--state", at("b"))).isZero();
    assertThat(run("reveal", "--state", at("a"), "--out", at("consent"))).isZero();
    assertThat(run("reveal", at("consent"), "--state", at("b"), "--out", at("opening-b"))).isZero();
    assertThat(known()).isZero();
    assertThat(run("reveal", at("opening-a"), "--state", at("b"), "--rows", at("rows-b"))).isZero();
  }

  int offer(String state, String out, String... more) {
    var words =
        new ArrayList<Object>(List.of("offer", harbour, "--out", at(out), "--state", at(state)));
    words.addAll(List.of("--id", "case", "--region", "GB"));
    words.addAll(List.of(more));
    if (Files.exists(harbour) && harbour.endsWith("few.csv")) {
      words.removeAll(List.of("--id", "case"));
    }
    return run(words.toArray());
  }

  int respond(String state, String offer, String out, String... more) {
    var words =
        new ArrayList<Object>(
            List.of("respond", shelter, at(offer), "--out", at(out), "--state", at(state)));
    words.addAll(List.of(more));
    return run(words.toArray());
  }

  int run(Object... words) {
    var all = new ArrayList<String>(List.of("match"));
    for (Object word : words) {
      all.add(word.toString());
    }
    return shell.run(all);
  }

  String said() {
    return shell.said();
  }

  String answered() {
    return shell.answered();
  }

  Path at(String name) {
    return folder.resolve(name);
  }

  static String mode(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
