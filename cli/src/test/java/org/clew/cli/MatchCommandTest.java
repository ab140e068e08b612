package org.clew.cli;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A run from the lists to the rows that match, and the folder it is kept in.
class MatchCommandTest extends TwoSides {

  @Test
  void bothLearnHowManyAndThenWhichOfTheirOwn() throws IOException {
    exchange();
    assertThat(run("finish", at("result"), "--state", at("b"))).isZero();
    assertThat(answered()).contains("10 of your records are among theirs; 10 of theirs");
    assertThat(run("reveal", "--state", at("a"), "--out", at("consent"))).isZero();
    assertThat(run("reveal", at("consent"), "--state", at("b"), "--out", at("opening-b"))).isZero();
    assertThat(at("rows-a")).doesNotExist();
    assertThat(known()).isZero();
    assertThat(answered()).contains("10 of your rows match");
    assertThat(run("reveal", at("opening-a"), "--state", at("b"), "--rows", at("rows-b"))).isZero();

    List<NamedCsvRecord> ours = Shell.rows(at("rows-a"));
    assertThat(ours.getFirst().getHeader())
        .containsExactly(
            "case", "name", "born", "phone", "email", "note", "matched_by", "match_reference");
    assertThat(Shell.column(ours, "case"))
        .containsExactly("H0", "H1", "H2", "H3", "H4", "H5", "H6", "H7", "H40", "H41");
    assertThat(Shell.column(ours, "matched_by"))
        .containsExactly(
            "phone",
            "phone",
            "phone",
            "phone",
            "phone",
            "email",
            "email",
            "email",
            "sound and birth date",
            "sound and birth date");
    List<NamedCsvRecord> theirs = Shell.rows(at("rows-b"));
    assertThat(theirs.getFirst().getHeader()).doesNotContain("case", "note");
    assertThat(Set.copyOf(Shell.column(theirs, "match_reference")))
        .isEqualTo(Set.copyOf(Shell.column(ours, "match_reference")))
        .hasSize(10);
  }

  @Test
  void nothingOfTheRunIsLeftButThatThereWasOne() throws IOException {
    wholeRun();
    assertThat(at("a").toFile().list()).containsExactly("partner");
    assertThat(at("b").toFile().list()).containsExactly("partner");
    assertThat(Files.readString(at("a").resolve("partner"))).doesNotContain("Amina", "7700");
    assertThat(run("status", "--state", at("a"))).isZero();
    assertThat(answered()).contains("No run is under way").contains("1 runs with this partner");
  }

  @Test
  void noMessageShowsAValueOrItsHash() throws IOException {
    wholeRun();
    for (String name :
        List.of("offer", "response", "result", "consent", "opening-b", "opening-a")) {
      String text = new String(Files.readAllBytes(at(name)), StandardCharsets.ISO_8859_1);
      assertThat(text).startsWith("CLEW-PSI").doesNotContain("7700", "example", "Amina", "harbour");
    }
  }

  @Test
  void whoDoesNotAgreeIsNotFollowed() throws IOException {
    exchange();
    assertThat(run("reveal", "--state", at("a"), "--out", at("consent"))).isZero();
    assertThat(run("status", "--state", at("a"))).isZero();
    assertThat(answered()).contains("You agreed").contains("Awaited");
    assertThat(run("finish", at("result"), "--state", at("b"))).isZero();
    assertThat(run("abandon", "--state", at("b"))).isZero();
    assertThat(run("reveal", at("consent"), "--state", at("b"), "--out", at("x"))).isEqualTo(3);
    assertThat(at("rows-a")).doesNotExist();
  }

  @Test
  void theListIsAskedForAgainOnlyIfItIsStillTheSame() throws IOException {
    exchange();
    run("finish", at("result"), "--state", at("b"));
    run("reveal", "--state", at("a"), "--out", at("consent"));
    run("reveal", at("consent"), "--state", at("b"), "--out", at("opening-b"));
    String whole = Files.readString(harbour);
    Files.writeString(harbour, whole.replace("H3,", "H333,"));
    assertThat(known()).isEqualTo(3);
    assertThat(said()).contains("not the list that was matched");
    Files.writeString(harbour, whole);
    assertThat(known()).isZero();
  }

  @Nested
  class TheFolder {

    @Test
    void isForItsOwnerAlone() throws IOException {
      exchange();
      assertThat(mode(at("a"))).isEqualTo("rwx------");
      assertThat(mode(at("a").resolve("run"))).isEqualTo("rw-------");
      assertThat(mode(at("a").resolve("partner"))).isEqualTo("rw-------");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "run", "partner"})
    void isRefusedWhereOthersMayOpenIt(String name) throws IOException {
      exchange();
      Path open = name.isEmpty() ? at("a") : at("a").resolve(name);
      Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxr-----"));
      assertThat(finishAgain()).isEqualTo(3);
      assertThat(said()).contains("chmod");
    }

    private int finishAgain() {
      return run("status", "--state", at("a"));
    }

    @Test
    void holdsOneRunAtATime() throws IOException {
      exchange();
      assertThat(offer("a", "again")).isEqualTo(3);
      assertThat(said()).contains("abandon");
      assertThat(run("abandon", "--state", at("a"))).isZero();
      assertThat(offer("a", "again")).isZero();
    }

    @Test
    void allowsAsManyRunsAsTheQuotaSays() throws IOException {
      assertThat(offer("a", "o1", "--quota", "1")).isZero();
      run("abandon", "--state", at("a"));
      assertThat(offer("a", "o2", "--quota", "1")).isEqualTo(3);
      assertThat(said()).contains("1 runs").contains("30 days");
      Path partner = at("a").resolve("partner");
      String today = LocalDate.now(ZoneOffset.UTC).toString();
      String before = LocalDate.now(ZoneOffset.UTC).minusDays(31).toString();
      Files.writeString(partner, Files.readString(partner).replace(today, before));
      assertThat(offer("a", "o3", "--quota", "1")).isZero();
    }

    @Test
    void noticesThatThePartnersListWasChangedBetweenRuns() throws IOException {
      assertThat(offer("a", "o1")).isZero();
      assertThat(respond("b", "o1", "r1")).isZero();
      run("abandon", "--state", at("a"));
      run("abandon", "--state", at("b"));
      assertThat(offer("a", "o2")).isZero();
      assertThat(respond("b", "o2", "r2")).isZero();
      run("abandon", "--state", at("a"));
      run("abandon", "--state", at("b"));
      Files.writeString(harbour, Files.readString(harbour) + "H99,New Person,1999-09-09,,,\n");
      assertThat(offer("a", "o3")).isZero();
      assertThat(respond("b", "o3", "r3")).isEqualTo(3);
      assertThat(said()).contains("not the one of the last run");
      assertThat(respond("b", "o3", "r3", "--changed-list")).isZero();
    }

    @Test
    void damagedIsSaid() throws IOException {
      exchange();
      Files.write(at("a").resolve("run"), new byte[] {1, 2, 3});
      assertThat(run("status", "--state", at("a"))).isEqualTo(3);
      assertThat(said()).contains("damaged");
      run("abandon", "--state", at("a"));
      Files.writeString(at("a").resolve("partner"), "clew-match-partner 1\nsalt zz\n");
      assertThat(offer("a", "again")).isEqualTo(3);
      assertThat(said()).contains("damaged");
    }
  }

  @Test
  void helpIsAnAnswer() {
    assertThat(run("offer", "--help")).isZero();
    assertThat(answered()).contains("Exit codes");
  }

  @Test
  void whoStopsItGetsNothingHalfWritten() {
    int exit =
        shell.stopped(
            List.of(
                "match",
                "offer",
                harbour.toString(),
                "--out",
                at("offer").toString(),
                "--state",
                at("a").toString()));
    assertThat(exit).isEqualTo(4);
    assertThat(at("offer")).doesNotExist();
    assertThat(at("a").toFile().list()).isEmpty();
  }
}
